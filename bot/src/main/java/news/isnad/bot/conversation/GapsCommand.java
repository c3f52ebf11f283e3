package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.isnad.article.ArticleStore;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.question.Reading;
import news.isnad.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * {@code /gaps}: what was asked in the last thirty days and could not be answered, grouped by the
 * words that the questions are about, the most frequent first. Nobody who asked is named, and who
 * asks the same twice counts once. With each stand the outlets whose passages came nearest, which
 * might have it.
 */
public final class GapsCommand implements EditorCommand {
  private static final Duration PERIOD = Duration.ofDays(30);
  private static final int READ = 2000;
  private static final int SHOWN = 20;
  private static final int OUTLETS = 3;

  private final Database database;
  private final ArticleStore articles;
  private final Composer composer;

  public GapsCommand(Database database, ArticleStore articles, Composer composer) {
    this.database = requireNonNull(database, "database is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "gaps";
  }

  /** A question that nothing answered, and the editions whose passages came nearest. Immutable. */
  private record Asked(Reading reading, List<Long> near) {}

  /** What was asked about the same words. */
  private static final class Gap {
    private final String words;
    private final Map<Long, Long> near = new LinkedHashMap<>();
    private long count;

    Gap(String words) {
      this.words = words;
    }

    void add(Asked asked) {
      count++;
      asked.near().forEach(edition -> near.merge(edition, 1L, Long::sum));
    }
  }

  @Override
  public Reply handle(Request request) {
    Map<String, Gap> gaps = new HashMap<>();
    for (Asked asked : unanswered(request)) {
      words(asked.reading()).ifPresent(words -> gaps.computeIfAbsent(words, Gap::new).add(asked));
    }
    if (gaps.isEmpty()) {
      return Reply.say(composer.notice(request.language(), "gaps.none"));
    }
    return Reply.say(
        composer.lines(
            request.language(),
            request.messages().say("gaps"),
            gaps.values().stream()
                .sorted(
                    Comparator.comparingLong((Gap gap) -> -gap.count)
                        .thenComparing(gap -> gap.words))
                .limit(SHOWN)
                .map(gap -> line(gap, request.messages()))
                .toList()));
  }

  private Markup line(Gap gap, Messages messages) {
    List<String> outlets = outlets(gap);
    return messages.say(
        "gaps.line",
        "words",
        gap.words,
        "count",
        gap.count,
        "near",
        !outlets.isEmpty(),
        "outlets",
        messages.joined(outlets.stream().map(Markup::label).toList()));
  }

  /** Whose passages came nearest, the most often first: they might have it. */
  private List<String> outlets(Gap gap) {
    Map<String, Long> outlets = new LinkedHashMap<>();
    gap.near.forEach(
        (sequence, times) ->
            articles
                .edition(sequence)
                .ifPresent(edition -> outlets.merge(edition.outlet(), times, Long::sum)));
    return outlets.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .limit(OUTLETS)
        .toList();
  }

  private List<Asked> unanswered(Request request) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT min(r.reading), group_concat(DISTINCT c.sequence) FROM sent_answer a"
                        + " JOIN sent_reading r ON r.answer = a.id AND r.place = 0"
                        + " LEFT JOIN sent_citation c ON c.answer = a.id"
                        + " WHERE a.found = 0 AND a.sent >= :since"
                        + " GROUP BY a.person, a.question ORDER BY max(a.sent) DESC LIMIT :most")
                .bind("since", request.now().minus(PERIOD).toEpochMilli())
                .bind("most", READ)
                .map(
                    (row, context) -> {
                      List<Long> near = numbers(row.getString(2));
                      return ReadingJson.read(row.getString(1))
                          .map(reading -> new Asked(reading, near));
                    })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  private static List<Long> numbers(@Nullable String listed) {
    return listed == null
        ? List.of()
        : Stream.of(listed.split(",", -1)).map(Long::valueOf).toList();
  }

  /** What a question is about, in whatever order it was said; else whose words it asks for. */
  private static Optional<String> words(Reading reading) {
    Set<String> words = new TreeSet<>();
    reading.topic().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    return words.isEmpty()
        ? reading.speaker().map(Reading.Asked::name)
        : Optional.of(String.join(" ", words));
  }
}
