package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Speaker;
import news.isnad.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented countries and their institutions. */
class OfficeTest {
  private static final KnownNames NAMES =
      KnownNames.of(
          List.of(
              List.of(
                  "karo",
                  "government",
                  "Karo|Republic of Karo|Karoan government",
                  "كارو|الحكومة الكاروية"),
              List.of(
                  "karo-bank",
                  "institution",
                  "Bank of Karo|Karoan central bank",
                  "بنك كارو|البنك المركزي الكاروي",
                  "",
                  "karo")));
  private static final Map<Language, CountryForms> COUNTRIES = CountryForms.of(NAMES);

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, Karo's central bank, true",
    "ENGLISH, the Karoan central bank, true",
    "ENGLISH, central bank of Karo, true",
    "ENGLISH, central bank, false",
    "ENGLISH, Karo, false",
    "ENGLISH, Karo's parliament, false",
    "ARABIC, البنك المركزي الكاروي, true",
    "ARABIC, البنك المركزي, false",
  })
  void institution_isKnownHoweverItsCountryIsSaid(Language language, String phrase, boolean known) {
    assertThat(Office.institution(phrase, language, NAMES, COUNTRIES).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, head of Karo's central bank, governor of the Bank of Karo, true",
    "ENGLISH, the Karoan central bank's boss, Bank of Karo governor, true",
    "ENGLISH, head of Karo's central bank, deputy governor of the Bank of Karo, false",
    "ENGLISH, head of Karo's central bank, governor of the northern province, false",
    "ENGLISH, head of Karo's central bank, clerk at the Bank of Karo, false",
    "ARABIC, رئيس البنك المركزي الكاروي, محافظ بنك كارو, true",
    "ARABIC, رئيس البنك المركزي الكاروي, نائب محافظ بنك كارو, false",
  })
  void head_isWhoeverIsPrintedAsLeadingIt(
      Language language, String asked, String role, boolean same) {
    Speaker speaker =
        new Speaker("Lena", Optional.of(role), Optional.empty(), Optional.empty(), false);

    Optional<Office> office = Office.asked(asked, language, NAMES, COUNTRIES);

    assertThat(office).isPresent();
    assertThat(office.orElseThrow().of(speaker, language) >= SpeakerMatch.SAME).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"head of the harbour", "Karo's central bank", "clerk of Karo's central bank"})
  void whoeverLeadsNothingKnown_isNoOffice(String asked) {
    assertThat(Office.asked(asked, Language.ENGLISH, NAMES, COUNTRIES)).isEmpty();
  }
}
