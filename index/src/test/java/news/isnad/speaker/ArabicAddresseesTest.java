package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicAddresseesTest {
  private static final ArabicAddressees ADDRESSEES =
      new ArabicAddressees(ArabicLine.WORDS, ArabicLine.OUTLETS, ArabicLine.NAMES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقال مسؤول لرويترز إن السفينة عادت.|لرويترز|true|true",
        "وقال المدير للصحفيين إن السفينة عادت.|للصحفيين|true|true",
        "وقال سامي لصحيفة الساحل إن السفينة عادت.|لصحيفة|false|true",
        "وقال سامي للمجلس إن السفينة عادت.|للمجلس|false|true",
        "وقال المتحدث للمجلس إن السفينة عادت.|للمجلس|true|false",
        "وقال المدير العام لوكالة الساحل سامي درويش إن السفينة عادت.|لوكالة|true|false",
        "وقال مسؤول ليبي إن السفينة عادت.|ليبي|true|false",
      })
  void phrase_endsAtWhoWasTold(String sentence, String word, boolean headed, boolean ends) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(ADDRESSEES.ends(read.line(), read.at(word), headed)).isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقال لوكالة الساحل إن السفينة عادت.|لوكالة|true",
        "وقال لطفي درويش إن السفينة عادت.|لطفي|false",
        "وقال مسؤول إن السفينة عادت.|مسؤول|false",
      })
  void whoWasTold_mayStandWhereNobodySpeaks(String sentence, String word, boolean told) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(ADDRESSEES.begins(read.line(), read.at(word))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "قالت واشنطن بوست إن السفينة عادت.|واشنطن|true",
        "قالت صحيفة الساحل إن السفينة عادت.|صحيفة|true",
        "قالت واشنطن إن السفينة عادت.|واشنطن|false",
      })
  void medium_isOneOfTheTableOrHasANoun(String sentence, String word, boolean medium) {
    ArabicLine read = ArabicLine.of(sentence);

    assertThat(ADDRESSEES.isMedium(read.line(), read.at(word))).isEqualTo(medium);
  }
}
