package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicUnsaidTest {
  private static final ArabicUnsaid UNSAID = new ArabicUnsaid(ArabicLine.WORDS);

  private static Cues.Match cue(ArabicLine read, String verb) {
    return ArabicLine.CUES.at(read.line(), read.at(verb)).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "لا يقول الوزير إن الجسر آمن.|يقول|true",
        "يريد الوزير أن يقول إن الجسر آمن.|يقول|true",
        "وطلب المسؤول عدم الكشف عن هويته.|وطلب|true",
        "ويؤكد هذا أن الجسر آمن.|ويؤكد|true",
        "وقال الوزير إن الجسر آمن.|وقال|false",
        "ويؤكد الوزير أن الجسر آمن.|ويؤكد|false",
        "وطلب المسؤول من السكان البقاء.|وطلب|false",
      })
  void whatIsDeniedWishedOrShown_isNotSaid(String sentence, String verb, boolean unsaid) {
    ArabicLine read = ArabicLine.of(sentence);
    assertThat(UNSAID.is(read.line(), cue(read, verb))).isEqualTo(unsaid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "قال سامي درويش إن عمرا أكد أن الجسر آمن.|أكد|true",
        "قال سامي درويش إن الجسر آمن، وأكد أن العمل بدأ.|وأكد|false",
      })
  void whatSomebodySaysThatAnotherSaid_isPartOfIt(String sentence, String verb, boolean nested) {
    ArabicLine read = ArabicLine.of(sentence);
    Cues.Match first = cue(read, "قال");
    Find.Subject who = new Find.Subject.Pronoun(Gender.MASCULINE, false, false);
    Find said = new Find(first.rule(), who, first.from(), first.to(), first.from(), 3, true);
    assertThat(UNSAID.isOfAnother(read.line(), cue(read, verb), List.of(said))).isEqualTo(nested);
  }
}
