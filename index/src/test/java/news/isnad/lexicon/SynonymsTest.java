package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynonymsTest {
  @Test
  void synonyms_areFoundByStem_oneWayOnly() {
    Synonyms synonyms =
        Synonyms.of(
            Language.ENGLISH,
            List.of(
                List.of("pay", "fee|payment"),
                List.of("pay", "cost"),
                List.of("turn down", "reject")));
    assertThat(synonyms.of(List.of("turn", "down"))).containsExactly("reject");
    assertThat(synonyms.of(List.of("pay"))).containsExactly("fee", "payment", "cost");
    assertThat(synonyms.of(List.of("fee"))).isEmpty();
    assertThat(synonyms.of(List.of("unknown"))).isEmpty();
  }

  @Test
  void arabicSynonyms_areFoundWithoutArticle() {
    Synonyms synonyms = Synonyms.of(Language.ARABIC, List.of(List.of("شغل", "عمل|وظيفة")));
    String asked = Words.of("الشغل", Language.ARABIC).getFirst().stem();
    assertThat(synonyms.of(List.of(asked))).containsExactly("عمل", "وظيفة");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void table_saysNoWordTwice_andNothingOfItself(Language language) {
    Set<String> words = new HashSet<>();
    for (List<String> row : Tables.shipped("synonyms-" + language.code() + ".tsv")) {
      assertThat(row).hasSize(2);
      assertThat(words.add(row.getFirst())).as(row.getFirst()).isTrue();
      assertThat(Tables.alternatives(row.get(1)))
          .as(row.getFirst())
          .doesNotHaveDuplicates()
          .doesNotContain(row.getFirst(), "");
    }
    assertThat(words).hasSizeGreaterThan(1500);
  }
}
