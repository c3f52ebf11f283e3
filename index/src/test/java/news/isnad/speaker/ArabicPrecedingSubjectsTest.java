package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicPrecedingSubjectsTest {
  private static final ArabicPrecedingSubjects PRECEDING =
      new ArabicPrecedingSubjects(
          new ArabicSubjects(ArabicLine.CUES, ArabicLine.WORDS, ArabicLine.OUTLETS),
          ArabicLine.WORDS,
          ArabicLine.CUES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "سامي درويش أوضح أن السفينة عادت.|أوضح|سامي درويش",
        "مدير الميناء قد أوضح أن السفينة عادت.|أوضح|مدير الميناء",
        "مدير الميناء، الذي عاد، أوضح أن السفينة عادت.|أوضح|مدير الميناء / الذي عاد",
        "الشركة التي قالت إن السفينة غرقت.|قالت|الشركة",
        "مدير الميناء أمس أوضح أن السفينة عادت.|أوضح|مدير الميناء",
        "وعن غياب سامي درويش قال المدير.|قال|-",
        "لأن أوضح المدير ذلك.|أوضح|-",
        "قال المدير ذلك.|قال|-",
      })
  void subject_isTheInnermostPhraseBeforeTheVerb(String sentence, String verb, String printed) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(read.printed(PRECEDING.of(read.line(), read.at(verb)))).isEqualTo(printed);
  }
}
