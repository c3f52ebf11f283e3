package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WordIdsTest {
  private static final List<String> TEXTS =
      List.of(
          "The minister's 1,200 workers didn't leave U.S. bases, Zoë said; 3.5 per cent did.",
          "قالت الوزيرة إنّ المدارس الـ120 ستُفتح غدًا، وبالإضافة إلى ذلك ٣٫٥ ملايين",
          "أعلن مسؤولون في المدينةفي ﻻ جديد covid-19 GPT4 H2O والمحامينالاتحاديين",
          "CAFÉ Straße naïve co\u00ADoperate 'quoted' «مقتبس» ک ی ۀ \u0627\u0654 x\u200Cy",
          "",
          "…!? — 2026 (2)");

  @ParameterizedTest
  @EnumSource(Language.class)
  void ids_areThoseOfTheWords(Language language) {
    for (String text : TEXTS) {
      List<Word> words = Words.of(text, language);
      for (int time = 0; time < 2; time++) {
        WordIds ids = WordIds.of(text, new Span(0, text.length()), language);
        assertThat(IntStream.range(0, ids.size()).map(ids::folded))
            .as(text)
            .containsExactlyElementsOf(
                words.stream().map(word -> WordIds.id(word.folded())).toList());
        assertThat(IntStream.range(0, ids.size()).map(ids::stem))
            .as(text)
            .containsExactlyElementsOf(
                words.stream().map(word -> WordIds.id(word.stem())).toList());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void word_isFoundWhereItStands(Language language) {
    WordIds ids = WordIds.of("one two three two", new Span(4, 17), language);
    assertThat(ids.indexOfStem(WordIds.id("two"), 0)).isZero();
    assertThat(ids.indexOfStem(WordIds.id("two"), 1)).isEqualTo(2);
    assertThat(ids.hasFolded(WordIds.id("three"))).isTrue();
    assertThat(ids.hasFolded(WordIds.id("one"))).isFalse();
    assertThat(ids.hasStem(WordIds.id("four"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anyOfASet_isFoundWhereOneStands(Language language) {
    WordIds ids = WordIds.of("one two three two", new Span(4, 17), language);
    assertThat(ids.hasAnyFolded(IdSet.of(List.of("four", "three")))).isTrue();
    assertThat(ids.hasAnyFolded(IdSet.of(List.of("one", "four")))).isFalse();
    assertThat(ids.hasAnyFolded(IdSet.of(List.of()))).isFalse();
  }

  @Test
  void manyWords_areEachFoundAndNoOther() {
    List<String> words = IntStream.range(0, 500).mapToObj(i -> "word" + i).toList();
    IdSet even = IdSet.of(IntStream.range(0, 250).mapToObj(i -> "word" + 2 * i).toList());
    for (int i = 0; i < words.size(); i++) {
      WordIds ids = WordIds.of(words.get(i), new Span(0, words.get(i).length()), Language.ENGLISH);
      assertThat(ids.hasAnyFolded(even)).isEqualTo(i % 2 == 0);
    }
  }
}
