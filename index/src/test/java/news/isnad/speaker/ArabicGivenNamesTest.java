package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicGivenNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "أما سامي كوبلر، وهو جد، فلم يغادر.|سامي كوبلر",
        "أما سامي بن خالد، وهو جد، فلم يغادر.|سامي بن خالد",
        "أما مدير الميناء سامي كوبلر، وهو جد، فلم يغادر.|مدير الميناء سامي كوبلر",
        "أما أم خالد، وهي جدة، فلم تغادر.|أم خالد",
        "أما سامي وأخته فلم يغادرا.|سامي",
        "أما السفينة فغادرت مع سامي درويش.|-",
        "أما السفينة فغادرت.|-",
      })
  void firstNamed_isWhomAGivenNameNames(String sentence, String printed) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(read.printed(ArabicLine.NAMES.first(read.line(), read.line().size())))
        .isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "جاء سامي أمس.,سامي,true",
    "جلس على الكرسي.,على,false",
    "غرقت السفينة.,السفينة,false"
  })
  void givenName_isPrintedLikeOne(String sentence, String word, boolean given) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(ArabicLine.NAMES.isGivenName(read.line(), read.at(word))).isEqualTo(given);
  }
}
