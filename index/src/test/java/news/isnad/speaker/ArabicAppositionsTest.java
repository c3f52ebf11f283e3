package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicAppositionsTest {
  private static final ArabicAppositions APPOSITIONS =
      new ArabicAppositions(ArabicLine.WORDS, ArabicLine.CUES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "قال سامي درويش، مدير الميناء، إن السفينة عادت.|سامي درويش / مدير الميناء",
        "قال سامي درويش - مدير الميناء - إن السفينة عادت.|سامي درويش / مدير الميناء",
        "قال سامي درويش، الذي يدير الميناء، إن السفينة عادت.|سامي درويش / الذي يدير الميناء",
        "قال سامي درويش، مدير الميناء عقب الجلسة.|سامي درويش / مدير الميناء",
        "قال مدير الفريق، جون سميث، إن السفينة عادت.|مدير الفريق / جون سميث",
        "قال سامي درويش، في الميناء، إن السفينة عادت.|سامي درويش",
        "قال سامي درويش، وعاد، إن السفينة عادت.|سامي درويش",
        "قال سامي درويش إن السفينة عادت.|سامي درويش",
      })
  void apposition_saysWhoThatIs(String sentence, String printed) {
    ArabicLine read = ArabicLine.of(sentence);

    Find.Subject.Phrase phrase = APPOSITIONS.of(read.line(), 1, 3);

    assertThat(read.printed(Optional.of(phrase))).isEqualTo(printed);
  }
}
