package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void paragraphs_areLines() {
    assertThat(PlainText.of("<p>One <b>bold</b>\n word.</p><div><p>Two.</p></div>Three<br>Four"))
        .isEqualTo("One bold word.\nTwo.\nThree\nFour");
  }

  @Test
  void scriptsAndPictures_areLeftOut() {
    assertThat(PlainText.of("<script>x()</script><figure>caption</figure>A &amp; B"))
        .isEqualTo("A & B");
  }

  @Test
  void deepNesting_isNoHarm() {
    assertThat(PlainText.of("before" + "<div>".repeat(100_000) + "deep")).startsWith("before");
  }
}
