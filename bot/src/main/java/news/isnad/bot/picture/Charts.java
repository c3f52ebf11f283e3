package news.isnad.bot.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.isnad.bot.picture.BarChart.Bars;
import news.isnad.bot.picture.BarChart.Series;
import news.isnad.bot.telegram.Picture;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws charts. Stateless. */
public final class Charts {
  private static final Logger log = LoggerFactory.getLogger(Charts.class);

  private static final int WIDTH = 900;
  private static final int TITLE = 70;
  private static final int UPRIGHT = 260;
  private static final int LYING = 34;

  /** As many columns have room for their words. */
  private static final int LABELS = 10;

  private static final int TICKS = 5;
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x2A6F97),
          new Color(0xE09F3E),
          new Color(0x5B8E7D),
          new Color(0x9E2A2B),
          new Color(0x7B6D8D),
          new Color(0x8A8A8A));

  static {
    // A server with a forgotten DISPLAY is no reason to look for a screen.
    System.setProperty("java.awt.headless", "true");
  }

  private Charts() {}

  /**
   * The charts, one below the other.
   *
   * @return none where no font of this machine has all the letters, or nothing can be drawn
   */
  public static Optional<Picture> draw(List<BarChart> charts) {
    if (charts.isEmpty()) {
      return Optional.empty();
    }
    try {
      return font(letters(charts)).map(font -> Picture.of(drawn(charts, font)));
    } catch (RuntimeException | LinkageError | InternalError unable) {
      // Java's way to say that the machine has no fonts, or no library to read them.
      log.warn("No picture can be drawn here: {}. Figures are told in words.", unable.toString());
      return Optional.empty();
    }
  }

  /** The first font that has all letters. */
  static Optional<Font> font(String letters) {
    Font usual = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    return Stream.concat(
            Stream.of(usual),
            Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .map(each -> each.deriveFont(14f)))
        .filter(font -> font.canDisplayUpTo(letters) < 0)
        .findFirst();
  }

  private static String letters(List<BarChart> charts) {
    StringBuilder letters = new StringBuilder("0123456789");
    for (BarChart chart : charts) {
      letters.append(chart.title());
      chart.columns().forEach(letters::append);
      chart.series().forEach(series -> letters.append(series.name()));
    }
    return letters.toString();
  }

  private static byte[] drawn(List<BarChart> charts, Font font) {
    int height = charts.stream().mapToInt(Charts::height).sum();
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      int top = 0;
      for (BarChart chart : charts) {
        chart(chart, font)
            .draw(graphics, new Rectangle2D.Double(0, top, WIDTH, height(chart)), null, null);
        top += height(chart);
      }
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png.toByteArray();
  }

  private static int height(BarChart chart) {
    int legend = chart.series().size() > 1 ? LYING : 0;
    return TITLE
        + legend
        + switch (chart.bars()) {
          case UPRIGHT -> UPRIGHT;
          case LYING -> LYING * Math.max(2, chart.columns().size());
        };
  }

  private static JFreeChart chart(BarChart chart, Font font) {
    boolean upright = chart.bars() == Bars.UPRIGHT;
    JFreeChart drawn =
        ChartFactory.createStackedBarChart(
            chart.title(),
            null,
            null,
            data(chart),
            upright ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL,
            chart.series().size() > 1,
            false,
            false);
    drawn.setBackgroundPaint(Color.WHITE);
    drawn.getTitle().setFont(font.deriveFont(Font.BOLD, 17f));
    if (drawn.getLegend() != null) {
      drawn.getLegend().setItemFont(font);
      drawn.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
    }
    dress(drawn.getCategoryPlot(), chart, font);
    return drawn;
  }

  private static void dress(CategoryPlot plot, BarChart chart, Font font) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(new Color(0xDDDDDD));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    CategoryAxis columns = plot.getDomainAxis();
    columns.setTickLabelFont(font);
    columns.setMaximumCategoryLabelLines(1);
    columns.setMaximumCategoryLabelWidthRatio(chart.bars() == Bars.LYING ? 0.4f : every(chart));
    NumberAxis numbers = (NumberAxis) plot.getRangeAxis();
    numbers.setTickLabelFont(font);
    numbers.setTickUnit(new NumberTickUnit(step(chart), NumberFormat.getInstance(Locale.ROOT)));
    BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setMaximumBarWidth(0.08);
    for (int at = 0; at < chart.series().size(); at++) {
      bars.setSeriesPaint(at, COLOURS.get(at % COLOURS.size()));
    }
  }

  /** Whole numbers, some five of them: 1, 2 or 5 with noughts. */
  private static double step(BarChart chart) {
    double highest = 1;
    for (int at = 0; at < chart.columns().size(); at++) {
      int column = at;
      double sum =
          chart.series().stream()
              .mapToDouble(series -> series.values().get(column).doubleValue())
              .sum();
      highest = Math.max(highest, sum);
    }
    double power = 1;
    while (power * 10 * TICKS <= highest) {
      power *= 10;
    }
    double wanted = highest / TICKS;
    return wanted <= power
        ? power
        : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
  }

  /** One column in so many has its words. */
  private static int every(BarChart chart) {
    return chart.bars() == Bars.LYING
        ? 1
        : Math.max(1, (chart.columns().size() + LABELS - 1) / LABELS);
  }

  private static DefaultCategoryDataset data(BarChart chart) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    int count = chart.columns().size();
    int every = every(chart);
    for (Series series : chart.series()) {
      for (int at = 0; at < count; at++) {
        // The last column is the newest: it keeps its words.
        boolean named = (count - 1 - at) % every == 0;
        data.addValue(
            series.values().get(at),
            new Key(chart.series().indexOf(series), series.name()),
            new Key(at, named ? chart.columns().get(at) : ""));
      }
    }
    return data;
  }

  /** A column or series of the chart: two may have the same words. */
  private record Key(int place, String words) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
