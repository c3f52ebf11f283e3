package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.telegram.Button;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;
import news.isnad.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {
  private static final URI PAGE = URI.create("https://harbour.example/a?x=1");

  private static Citation citation(Language language, String quote) {
    Edition edition =
        Invented.edition(70, "The Harbour Post", "t", language, Optional.of(Invented.NOON), quote);
    return new Citation(
        edition,
        new Span(0, quote.length()),
        Speech.DIRECT,
        Invented.englishMixed().speaker(),
        List.of(),
        1);
  }

  private static String at(String quote) {
    return TextFragment.at(PAGE, citation(Language.ENGLISH, quote));
  }

  @Test
  void shortQuotation_standsWholeInTheAddress() {
    assertThat(at("We wait, say Sea-Co & all."))
        .isEqualTo(PAGE + "#:~:text=We%20wait%2C%20say%20Sea%2DCo%20%26%20all.");
  }

  @Test
  void arabic_isEncodedByteByByte() {
    assertThat(at("لن يُغلق"))
        .isEqualTo(PAGE + "#:~:text=%D9%84%D9%86%20%D9%8A%D9%8F%D8%BA%D9%84%D9%82");
  }

  @Test
  void longQuotation_isGivenByItsEnds() {
    assertThat(at("one two three four five six seven eight nine ten eleven twelve"))
        .isEqualTo(
            PAGE + "#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve");
  }

  @Test
  void endOfAParagraph_endsAnEnd() {
    assertThat(at("one two\nthree four five")).isEqualTo(PAGE + "#:~:text=one%20two,four%20five");
  }

  @Test
  void fragmentOfThePage_isKept() {
    assertThat(
            TextFragment.at(
                URI.create("https://harbour.example/a#part"), citation(Language.ENGLISH, "x y")))
        .isEqualTo("https://harbour.example/a#part:~:text=x%20y");
  }

  @Test
  void copiedCitation_namesSpeakerOutletDayAndAddressAndFits() {
    for (Language language : Language.values()) {
      for (int words = 1; words < 120; words += 7) {
        Citation citation = citation(language, "كلمة word ".repeat(words).strip());
        String copied = copied(citation, language);
        assertThat(copied.length()).isLessThanOrEqualTo(Button.Copy.LONGEST);
        assertThat(copied)
            .startsWith(language == Language.ARABIC ? "«كلمة" : "“كلمة")
            .contains("The Harbour Post")
            .contains("2026-03-14")
            .contains(citation.speaker().orElseThrow().name())
            .endsWith(citation.edition().url().orElseThrow().toString());
      }
    }
  }

  @Test
  void outletsOwnWords_areNobodysSaying() {
    Citation direct = citation(Language.ENGLISH, "one two");
    Citation reported =
        new Citation(
            direct.edition(), direct.span(), Speech.REPORTED, direct.speaker(), List.of(), 1);
    assertThat(copied(reported, Language.ENGLISH))
        .doesNotContain(direct.speaker().orElseThrow().name());
  }

  @Test
  void shareAddress_isOneThatTelegramTakes() {
    List<List<Button>> rows =
        new PageLinks(Messages.in(Language.ARABIC))
            .buttons(citation(Language.ARABIC, "لن يُغلق الميناء هذا العام ".repeat(40)), true);
    Button.Link share = (Button.Link) rows.get(1).getLast();
    assertThat(share.url())
        .startsWith("https://t.me/share/url?url=https%3A%2F%2F")
        .contains("&text=%C2%AB")
        .hasSizeLessThanOrEqualTo(2000);
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/a, true",
    "http://127.0.0.1:8080/a.html, true",
    "https://ميناء.example/a, true",
    "http://localhost:8080/a.html, false",
    "http://[::1]/a.html, false",
    "ftp://news.example/a, false",
    "https://news.example/a b, false"
  })
  void buttons_leadOnlyWhereTelegramTakesTheAddress(String address, boolean taken) {
    assertThat(Button.Link.isAddress(address)).isEqualTo(taken);
  }

  private static String copied(Citation citation, Language language) {
    return new PageLinks(Messages.in(language))
        .buttons(citation, true).stream()
            .flatMap(List::stream)
            .filter(Button.Copy.class::isInstance)
            .map(button -> ((Button.Copy) button).copied())
            .findFirst()
            .orElseThrow();
  }
}
