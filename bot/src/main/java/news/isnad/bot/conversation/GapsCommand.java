package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.question.Reading;
import news.isnad.store.Database;

/**
 * {@code /gaps}: what was asked in the last thirty days and could not be answered, grouped by the
 * words that the questions are about, the most frequent first. Nobody who asked is named, and who
 * asks the same twice counts once.
 */
public final class GapsCommand implements Command {
  private static final Duration PERIOD = Duration.ofDays(30);
  private static final int READ = 2000;
  private static final int SHOWN = 20;

  private final Database database;
  private final Composer composer;

  public GapsCommand(Database database, Composer composer) {
    this.database = requireNonNull(database, "database is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  @Override
  public String name() {
    return "gaps";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.EDITORS, Audience.OPERATORS, Audience.OWNERS);
  }

  @Override
  public Action action() {
    return Action.EDIT;
  }

  @Override
  public Reply handle(Request request) {
    Map<String, Long> gaps = new HashMap<>();
    for (Reading reading : unanswered(request)) {
      words(reading).ifPresent(words -> gaps.merge(words, 1L, Long::sum));
    }
    if (gaps.isEmpty()) {
      return Reply.say(composer.notice(request.language(), "gaps.none"));
    }
    return Reply.say(
        composer.lines(
            request.language(),
            request.messages().say("gaps"),
            gaps.entrySet().stream()
                .sorted(
                    Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(
                    gap ->
                        request
                            .messages()
                            .say("gaps.line", "words", gap.getKey(), "count", gap.getValue()))
                .toList()));
  }

  private List<Reading> unanswered(Request request) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT min(r.reading) FROM sent_answer a JOIN sent_reading r"
                        + " ON r.answer = a.id AND r.place = 0"
                        + " WHERE a.found = 0 AND a.sent >= :since"
                        + " GROUP BY a.person, a.question ORDER BY max(a.sent) DESC LIMIT :most")
                .bind("since", request.now().minus(PERIOD).toEpochMilli())
                .bind("most", READ)
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(text -> ReadingJson.read(text).stream())
                .toList());
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
