package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTest {
  /** Two tags of formatting left open, and deeper than the parser's stack. */
  private static final String DEEP =
      "<p>The harbour</p><div><i><i></div>" + "<div>".repeat(520) + "closes at <b>six</b>.";

  @Test
  void theParserFailsOnWhatIsTestedHere() {
    assertThatThrownBy(() -> Jsoup.parse(DEEP)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aPageOnWhichTheParserFailsIsReadWithoutFormatting() {
    assertThat(Html.page(DEEP, "").text()).startsWith("The harbour").contains("closes at six .");
    assertThat(Html.fragment(DEEP).text()).startsWith("The harbour");
  }

  @Test
  void formattingAndAddressesStayWhereTheParserReads() {
    var page = Html.page("<p>at <b>six</b> <a href='/quay'>quay</a></p>", "https://a.example/");
    assertThat(page.select("b").text()).isEqualTo("six");
    assertThat(page.select("a").attr("abs:href")).isEqualTo("https://a.example/quay");
  }
}
