package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicAdjunctsTest {
  private static final ArabicAdjuncts ADJUNCTS =
      new ArabicAdjuncts(ArabicLine.WORDS, ArabicLine.NAMES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقالت عنه أخته إنه مريض.|عنه|true",
        "وأجاب باقتضاب سامي درويش.|باقتضاب|true",
        "ودعا المواطنين إلى الهدوء.|المواطنين|true",
        "وأشاد بفوز الفريق سامي درويش.|بفوز|true",
        "وهدد بالسلاح سامي درويش.|بالسلاح|true",
        "وقال سامي درويش إنه مريض.|سامي|false",
        "وقال بشير درويش إنه مريض.|بشير|false",
        "وقال المراقبون إنه مريض.|المراقبون|false",
      })
  void subject_doesNotBeginWithAnAdjunct(String sentence, String word, boolean adjunct) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(ADJUNCTS.begins(read.line(), read.at(word))).isEqualTo(adjunct);
  }

  @ParameterizedTest
  @CsvSource({"معه,true", "عليه,true", "به,false", "سامي,false", "بالسلاح,false", "للناس,false"})
  void pronounOfAPreposition_mayStandBeforeASubject(String key, boolean pointing) {
    assertThat(ADJUNCTS.isPointing(key)).isEqualTo(pointing);
  }
}
