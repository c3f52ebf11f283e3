package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.AskCommand.Latency;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Memory.Question;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.picture.BarChart;
import news.isnad.bot.picture.BarChart.Bars;
import news.isnad.bot.picture.BarChart.Series;
import news.isnad.bot.picture.Charts;

/**
 * {@code /stats}: what was asked in thirty days, how much of it was answered, in which languages,
 * from which sources and how fast; in words, and in a picture where one can be drawn. Nobody who
 * asked stands in it. Safe for concurrent use.
 */
public final class StatsCommand implements OperatorCommand {
  private static final int DAYS = 30;
  private static final int OUTLETS = 8;

  private final Memory memory;
  private final ArticleStore articles;
  private final Supplier<Latency> latency;
  private final Composer composer;

  public StatsCommand(
      Memory memory, ArticleStore articles, Supplier<Latency> latency, Composer composer) {
    this.memory = requireNonNull(memory, "memory is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.latency = requireNonNull(latency, "latency is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public Composer composer() {
    return composer;
  }

  @Override
  public Reply handle(Request request) {
    List<Question> asked = memory.questions(request.now().minus(Duration.ofDays(DAYS)));
    if (asked.isEmpty()) {
      return Reply.say(composer.notice(request.language(), "stats.none"));
    }
    Messages messages = request.messages();
    Map<String, Integer> languages = new LinkedHashMap<>();
    asked.forEach(
        each ->
            languages.merge(
                messages.text("language", "language", each.language()), 1, Integer::sum));
    Map<String, Integer> outlets = outlets(asked);
    Reply reply =
        Reply.say(
            composer.lines(
                request.language(),
                messages.say("stats"),
                lines(asked, languages, outlets, messages)));
    return Charts.draw(charts(asked, languages, outlets, request))
        .map(picture -> reply.with(new Reply.Photo(picture, messages.text("stats.picture"))))
        .orElse(reply);
  }

  /** How often each outlet was cited first, the most often cited first. */
  private Map<String, Integer> outlets(List<Question> asked) {
    List<Long> cited =
        asked.stream().filter(Question::found).flatMap(each -> each.cited().stream()).toList();
    Map<Long, Edition> editions = articles.editions(Set.copyOf(cited));
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (long sequence : cited) {
      Edition edition = editions.get(sequence);
      if (edition != null) {
        counts.merge(edition.outlet(), 1, Integer::sum);
      }
    }
    Map<String, Integer> most = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(OUTLETS)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  private List<Markup> lines(
      List<Question> asked,
      Map<String, Integer> languages,
      Map<String, Integer> outlets,
      Messages messages) {
    long found = asked.stream().filter(Question::found).count();
    List<Markup> lines = new ArrayList<>();
    lines.add(
        messages.say(
            "stats.asked",
            "count",
            asked.size(),
            "share",
            Math.round(100.0 * found / asked.size())));
    lines.add(messages.say("stats.languages", "counts", counts(languages, messages)));
    if (!outlets.isEmpty()) {
      lines.add(messages.say("stats.outlets", "counts", counts(outlets, messages)));
    }
    Latency fast = latency.get();
    if (fast.count() > 0) {
      lines.add(
          messages.say(
              "stats.latency",
              "count",
              fast.count(),
              "half",
              fast.half().toMillis(),
              "most",
              fast.most().toMillis()));
    }
    return lines;
  }

  private static Markup counts(Map<String, Integer> counts, Messages messages) {
    return messages.joined(
        counts.entrySet().stream()
            .map(
                each ->
                    messages.say("count.named", "name", each.getKey(), "count", each.getValue()))
            .toList());
  }

  private List<BarChart> charts(
      List<Question> asked,
      Map<String, Integer> languages,
      Map<String, Integer> outlets,
      Request request) {
    Messages messages = request.messages();
    ZoneId zone = composer.zone();
    LocalDate today = LocalDate.ofInstant(request.now(), zone);
    int[] answered = new int[DAYS];
    int[] unanswered = new int[DAYS];
    for (Question each : asked) {
      int day =
          DAYS - 1 - (int) (today.toEpochDay() - LocalDate.ofInstant(each.at(), zone).toEpochDay());
      if (day >= 0 && day < DAYS) {
        (each.found() ? answered : unanswered)[day]++;
      }
    }
    List<String> days = new ArrayList<>();
    for (int day = DAYS - 1; day >= 0; day--) {
      LocalDate date = today.minusDays(day);
      days.add(date.getDayOfMonth() + "/" + date.getMonthValue());
    }
    List<BarChart> charts = new ArrayList<>();
    charts.add(
        new BarChart(
            messages.text("stats.chart.days"),
            days,
            List.of(
                new Series(messages.text("stats.answered"), list(answered)),
                new Series(messages.text("stats.unanswered"), list(unanswered))),
            Bars.UPRIGHT));
    charts.add(lying(messages.text("stats.chart.languages"), languages));
    if (!outlets.isEmpty()) {
      charts.add(lying(messages.text("stats.chart.outlets"), outlets));
    }
    return charts;
  }

  private static List<Integer> list(int[] counts) {
    return java.util.Arrays.stream(counts).boxed().toList();
  }

  private static BarChart lying(String title, Map<String, Integer> counts) {
    return new BarChart(
        title,
        List.copyOf(counts.keySet()),
        List.of(new Series(title, List.copyOf(counts.values()))),
        Bars.LYING);
  }
}
