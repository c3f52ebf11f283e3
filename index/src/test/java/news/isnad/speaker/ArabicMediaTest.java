package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicMediaTest {
  private static final ArabicMedia MEDIA =
      new ArabicMedia(ArabicLine.OUTLETS, ArabicLine.WORDS, ArabicLine.CUES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقال سامي لرويترز إن السفينة عادت.|لرويترز|رويترز",
        "وقالت صحيفة واشنطن بوست إن السفينة عادت.|صحيفة|صحيفة واشنطن بوست",
        "وقالت صحيفة \"نداء الساحل\" إن السفينة عادت.|صحيفة|صحيفة نداء الساحل",
        "وقال سامي لصحيفة الساحل إن السفينة عادت.|لصحيفة|صحيفة الساحل",
        "وقالت الإذاعة التونسية إن السفينة عادت.|الإذاعة|الإذاعة التونسية",
        "وقال الموقع الإخباري إن السفينة عادت.|الموقع|-",
        "وقالت الصحيفة إن السفينة عادت.|الصحيفة|-",
        "وتغيرت الحياة في الميناء.|الحياة|-",
        "وقالت السفينة إنها عادت.|السفينة|-",
      })
  void medium_isNamedByTheTableOrBehindItsNoun(String sentence, String word, String printed) {
    ArabicLine read = ArabicLine.of(sentence);
    int from = read.at(word);

    int to = MEDIA.end(read.line(), from);

    assertThat(to == from ? "-" : ArabicMedia.name(read.line(), from, to)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقالت صحيفة واشنطن بوست الأميركية إن السفينة عادت.|صحيفة|4|true",
        "وقالت صحيفة الساحل إن السفينة عادت.|صحيفة|2|false",
      })
  void listedMedium_isKnownInsideALongerName(
      String sentence, String word, int length, boolean listed) {
    ArabicLine read = ArabicLine.of(sentence);
    int from = read.at(word);

    assertThat(MEDIA.id(read.line(), from, from + length).isPresent()).isEqualTo(listed);
  }
}
