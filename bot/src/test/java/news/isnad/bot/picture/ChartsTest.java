package news.isnad.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
