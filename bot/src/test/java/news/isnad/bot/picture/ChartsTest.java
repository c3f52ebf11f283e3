package news.isnad.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import news.isnad.bot.picture.BarChart.Bars;
import news.isnad.bot.picture.BarChart.Series;
import news.isnad.bot.telegram.Picture;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static BarChart days(String title, String answered, String other, int days) {
    return new BarChart(
        title,
        IntStream.range(0, days).mapToObj(day -> (day % 30 + 1) + ".11").toList(),
        List.of(
            new Series(
                answered, IntStream.range(0, days).map(day -> day * 7 % 23).boxed().toList()),
            new Series(other, IntStream.range(0, days).map(day -> day % 5).boxed().toList())),
        Bars.UPRIGHT);
  }

  private static final BarChart OUTLETS =
      new BarChart(
          "المقالات بحسب الناشر",
          List.of("صحيفة المرفأ", "The Harbour Post", "وكالة الميناء"),
          List.of(new Series("مقالات", List.of(40, 22, 7))),
          Bars.LYING);

  private static BufferedImage image(Picture picture) throws IOException {
    String kept = System.getProperty("isnad.charts");
    if (kept != null) {
      Files.write(Path.of(kept), picture.bytes());
    }
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  private static void assumeFonts() {
    assumeTrue(Charts.font("حa").isPresent(), "no font here has Arabic letters");
  }

  @Test
  void charts_standOneBelowTheOther() throws IOException {
    assumeFonts();
    BarChart asked = days("الأسئلة في اليوم", "أُجيب عنها", "بلا جواب", 30);

    BufferedImage both = image(Charts.draw(List.of(asked, OUTLETS)).orElseThrow());
    BufferedImage one =
        ImageIO.read(new ByteArrayInputStream(Charts.draw(List.of(asked)).orElseThrow().bytes()));

    assertThat(both.getWidth()).isEqualTo(one.getWidth());
    assertThat(both.getHeight()).isGreaterThan(one.getHeight());
    assertThat(one.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    assertThat(colours(one)).contains(0x2A6F97, 0xE09F3E);
  }

  /**
   * The label is looked for as the font itself shapes it, so any font will do: letters that are not
   * joined, or stand in the order of memory, are another picture.
   */
  @Test
  void arabicWords_areJoinedAndGoFromTheRight() throws IOException {
    assumeFonts();
    String word = "صحيفة المرفأ";
    BufferedImage picture = image(Charts.draw(List.of(OUTLETS)).orElseThrow());
    Font font =
        Charts.font(OUTLETS.title() + String.join("", OUTLETS.columns()) + "مقالات0123456789")
            .orElseThrow();

    assertThat(stands(drawn(word, font), picture)).isTrue();
    assertThat(stands(drawn(word.replaceAll("(?<=\\p{L})", "\u200C"), font), picture)).isFalse();
    assertThat(stands(drawn("\u202D" + word + "\u202C", font), picture)).isFalse();
  }

  /**
   * Words in the colour of labels on white, as Java's own layout puts them, with nothing around.
   */
  private static BufferedImage drawn(String words, Font font) {
    BufferedImage image = new BufferedImage(400, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 400, 60);
    graphics.setColor(Color.DARK_GRAY);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    new TextLayout(words, font, graphics.getFontRenderContext()).draw(graphics, 20, 40);
    graphics.dispose();
    int left = 400;
    int right = 0;
    int top = 60;
    int bottom = 0;
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 60; y++) {
        if (isInk(image, x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return image.getSubimage(left, top, right - left + 1, bottom - top + 1);
  }

  private static boolean isInk(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFF) < 128;
  }

  /** Whether the ink of one picture stands somewhere in another, pixel by pixel. */
  private static boolean stands(BufferedImage words, BufferedImage picture) {
    for (int x = 0; x <= picture.getWidth() - words.getWidth(); x++) {
      for (int y = 0; y <= picture.getHeight() - words.getHeight(); y++) {
        if (standsAt(words, picture, x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean standsAt(BufferedImage words, BufferedImage picture, int x, int y) {
    for (int i = 0; i < words.getWidth(); i++) {
      for (int j = 0; j < words.getHeight(); j++) {
        if (isInk(words, i, j) != isInk(picture, x + i, y + j)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Integer> colours(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xFFFFFF)
        .distinct()
        .boxed()
        .toList();
  }

  @Test
  void lettersThatNoFontHas_makeNoPicture() {
    assertThat(Charts.draw(List.of(days("\uDBFF\uDFF0\uE123", "a", "b", 3))))
        .isEqualTo(Optional.empty());
    assertThat(Charts.draw(List.of())).isEmpty();
  }

  @Test
  void sameWords_areDifferentColumns() {
    assumeFonts();
    BarChart chart =
        new BarChart("x", List.of("a", "a"), List.of(new Series("s", List.of(1, 2))), Bars.LYING);

    assertThat(Charts.draw(List.of(chart))).isPresent();
  }

  @Test
  void words_loseMarksOfDirection_andAreCut() {
    BarChart chart =
        new BarChart(
            "\u2068x\u2069\u202E", List.of("ط".repeat(99)), List.of(), BarChart.Bars.UPRIGHT);

    assertThat(chart.title()).isEqualTo("x");
    assertThat(chart.columns().getFirst()).hasSize(32).endsWith("…");
  }

  @Test
  void values_areAsManyAsColumns() {
    assertThatThrownBy(
            () ->
                new BarChart("x", List.of("a"), List.of(new Series("s", List.of())), Bars.UPRIGHT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
