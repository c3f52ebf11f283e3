package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicClausesTest {
  private static final ArabicClauses CLAUSES =
      new ArabicClauses(ArabicLine.CUES, ArabicLine.WORDS, new ArabicContent(ArabicLine.WORDS));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "الجسر في المدينة آمن، قال الوزير.|قال|true",
        "الجسر في المدينة القديمة وقال الوزير.|وقال|true",
        "الجسر في المدينة القديمة قال الوزير.|قال|false",
      })
  void clause_beginsBehindAMarkOrAJoint(String sentence, String word, boolean begins) {
    ArabicLine read = ArabicLine.of(sentence);
    assertThat(CLAUSES.begins(read.line(), read.at(word))).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "قال الوزير إن الجسر آمن.|الوزير|true|true",
        "قال الوزير للصحافة إن الجسر آمن.|الوزير|false|true",
        "قال الوزير كلمة قصيرة في المدينة القديمة جدا.|الوزير|false|false",
        "قال الوزير كلمة وذكر أحدهم أن الجسر آمن.|الوزير|false|false",
      })
  void clause_mayFollowALittleLater_unlessAnotherVerbTakesIt(
      String sentence, String last, boolean at, boolean near) {
    ArabicLine read = ArabicLine.of(sentence);
    int end = read.at(last) + 1;
    assertThat(CLAUSES.isThatOrQuoteAt(read.line(), end)).isEqualTo(at);
    assertThat(CLAUSES.isThatOrQuote(read.line(), end)).isEqualTo(near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "الجسر آمن منذ سنوات، كما قال سامي درويش.|درويش|true",
        "الجسر آمن منذ سنوات، كما قال سامي درويش إن العمل بدأ.|درويش|false",
        "الجسر آمن منذ سنوات، وقد قال سامي درويش.|درويش|false",
      })
  void report_saysItOfWhatStandsBefore(String sentence, String last, boolean report) {
    ArabicLine read = ArabicLine.of(sentence);
    Cues.Match cue = ArabicLine.CUES.at(read.line(), read.at("قال")).getFirst();
    assertThat(CLAUSES.isReport(read.line(), cue, read.at(last) + 1)).isEqualTo(report);
  }
}
