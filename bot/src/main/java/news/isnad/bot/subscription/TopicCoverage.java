package news.isnad.bot.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.picture.BarChart;
import news.isnad.bot.picture.BarChart.Bars;
import news.isnad.bot.picture.BarChart.Series;
import news.isnad.bot.picture.Charts;
import news.isnad.text.Language;

/**
 * How much was printed on a topic each day, by outlet and by language: of the last thirty days on
 * which something was. Confined to one thread.
 */
final class TopicCoverage {
  private static final int DAYS = 30;

  /** Outlets with a colour of their own; the rest are one. */
  private static final int OUTLETS = 5;

  private final ZoneId zone;
  private final TreeMap<LocalDate, List<Report>> days = new TreeMap<>();

  private record Report(String outlet, Language language) {}

  /**
   * @param zone whose days are counted
   */
  TopicCoverage(ZoneId zone) {
    this.zone = zone;
  }

  void add(Edition edition) {
    Instant at = edition.published().orElse(edition.ingested());
    days.computeIfAbsent(LocalDate.ofInstant(at, zone), _ -> new ArrayList<>())
        .add(new Report(edition.outlet(), edition.language()));
  }

  /**
   * A picture of it, whose caption says in words what it shows; none where it would show one
   * article, or nothing can be drawn here.
   */
  Optional<Reply.Photo> picture(String topic, Messages messages) {
    if (count() < 2) {
      return Optional.empty();
    }
    return Charts.draw(charts(messages))
        .map(picture -> new Reply.Photo(picture, caption(topic, messages)));
  }

  /** What the picture shows; there has to be something. */
  List<BarChart> charts(Messages messages) {
    Map<LocalDate, List<Report>> shown = shown();
    List<LocalDate> columns =
        LongStream.rangeClosed(first().toEpochDay(), days.lastKey().toEpochDay())
            .mapToObj(LocalDate::ofEpochDay)
            .toList();
    return List.of(
        new BarChart(
            messages.text("timeline.chart.outlets"),
            names(columns),
            outlets(columns, shown, messages),
            Bars.UPRIGHT),
        new BarChart(
            messages.text("timeline.chart.languages"),
            names(columns),
            languages(columns, shown, messages),
            Bars.UPRIGHT));
  }

  private int count() {
    return days.isEmpty() ? 0 : shown().values().stream().mapToInt(List::size).sum();
  }

  private Map<LocalDate, List<Report>> shown() {
    return days.tailMap(first(), true);
  }

  private LocalDate first() {
    return max(days.firstKey(), days.lastKey().minusDays(DAYS - 1L));
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<String> names(List<LocalDate> columns) {
    return columns.stream().map(day -> day.getDayOfMonth() + "/" + day.getMonthValue()).toList();
  }

  private static List<Series> outlets(
      List<LocalDate> columns, Map<LocalDate, List<Report>> shown, Messages messages) {
    List<String> named = byNumber(shown);
    boolean hasOthers = named.size() > OUTLETS + 1;
    List<String> own = hasOthers ? named.subList(0, OUTLETS) : named;
    List<Series> series = new ArrayList<>();
    own.forEach(
        outlet ->
            series.add(
                new Series(
                    outlet, counts(columns, shown, report -> report.outlet().equals(outlet)))));
    if (hasOthers) {
      series.add(
          new Series(
              messages.text("timeline.chart.others", "count", named.size() - OUTLETS),
              counts(columns, shown, report -> !own.contains(report.outlet()))));
    }
    return series;
  }

  /** The outlet with most reports first. */
  private static List<String> byNumber(Map<LocalDate, List<Report>> shown) {
    Map<String, Integer> counts = new HashMap<>();
    shown.values().stream()
        .flatMap(List::stream)
        .forEach(report -> counts.merge(report.outlet(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Series> languages(
      List<LocalDate> columns, Map<LocalDate, List<Report>> shown, Messages messages) {
    Map<Language, List<Integer>> all = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      List<Integer> counts = counts(columns, shown, report -> report.language() == language);
      if (counts.stream().anyMatch(count -> count > 0)) {
        all.put(language, counts);
      }
    }
    return all.entrySet().stream()
        .map(
            each ->
                new Series(messages.text("language", "language", each.getKey()), each.getValue()))
        .toList();
  }

  private static List<Integer> counts(
      List<LocalDate> columns, Map<LocalDate, List<Report>> shown, Predicate<Report> counted) {
    return columns.stream()
        .map(
            day ->
                Math.toIntExact(
                    shown.getOrDefault(day, List.of()).stream().filter(counted).count()))
        .toList();
  }

  /** For those who do not see the picture. */
  private String caption(String topic, Messages messages) {
    Map<LocalDate, List<Report>> shown = shown();
    Map.Entry<LocalDate, List<Report>> most =
        shown.entrySet().stream()
            .max(Comparator.comparingInt(day -> day.getValue().size()))
            .orElseThrow();
    return messages.text(
        "timeline.picture",
        "topic",
        topic,
        "articles",
        count(),
        "outlets",
        byNumber(shown).size(),
        "day",
        messages.date(most.getKey().atStartOfDay(zone).toInstant(), zone),
        "most",
        most.getValue().size());
  }
}
