package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.config.Tables;
import org.junit.jupiter.api.Test;

class SynonymsTest {
  @Test
  void synonyms_areFoundByStem_oneWayOnly() {
    Synonyms synonyms = Synonyms.of(List.of(List.of("pay", "fee|payment"), List.of("pay", "cost")));
    assertThat(synonyms.of("pay")).containsExactly("fee", "payment", "cost");
    assertThat(synonyms.of("fee")).isEmpty();
    assertThat(synonyms.of("unknown")).isEmpty();
  }

  @Test
  void table_saysNoWordTwice_andNothingOfItself() {
    Set<String> words = new HashSet<>();
    for (List<String> row : Tables.shipped("synonyms-en.tsv")) {
      assertThat(row).hasSize(2);
      assertThat(words.add(row.getFirst())).as(row.getFirst()).isTrue();
      assertThat(Tables.alternatives(row.get(1)))
          .as(row.getFirst())
          .doesNotHaveDuplicates()
          .doesNotContain(row.getFirst(), "");
    }
    assertThat(words).hasSizeGreaterThan(500);
  }
}
