package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Listed;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.Trial;

/**
 * {@code /timeline TOPIC}: who said what when, in either language, a line each, the latest last. Of
 * each of the newest articles on the topic the statement on it that fits it best; what the same
 * speaker is quoted with again is left to its first report. A picture shows how much was printed on
 * it each day. Safe for concurrent use.
 */
public final class TimelineCommand implements Command {
  private static final int MOST_ARTICLES = 4_000;
  private static final int MOST_LINES = 15;
  private static final int BATCH = 500;
  private static final String ID = "timeline";

  private final SubscriptionCommands.Parts parts;
  private final LongFunction<ZoneId> zones;

  /**
   * @param zones whose days a chat's picture counts
   */
  public TimelineCommand(SubscriptionCommands.Parts parts, LongFunction<ZoneId> zones) {
    this.parts = requireNonNull(parts, "parts is null");
    this.zones = requireNonNull(zones, "zones is null");
  }

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
  }

  @Override
  public Reply handle(Request request) {
    String words = request.argument().strip();
    if (words.isEmpty()) {
      return Reply.say(
              parts.composer().prompt(request.language(), name(), request.asker().chat().isGroup()))
          .awaiting();
    }
    return parts.topics().parse(words) instanceof Parsed.Understood(Topic topic)
        ? told(topic, words, request)
        : Reply.say(parts.composer().notice(request.language(), "timeline.words")).again(request);
  }

  private Reply told(Topic topic, String words, Request request) {
    TopicCoverage coverage = new TopicCoverage(zones.apply(request.chat()));
    List<Citation> statements = statements(topic, words, coverage);
    Reply reply =
        Reply.say(parts.composer().timeline(words, statements, request.language()))
            .keeping(
                Listed.in(
                    request,
                    request.language(),
                    statements.stream().map(each -> each.edition().sequence()).toList()));
    return coverage.picture(words, request.messages()).map(reply::with).orElse(reply);
  }

  /** The latest, in the order in which they were printed. */
  private List<Citation> statements(Topic topic, String words, TopicCoverage coverage) {
    Trial trial = parts.topics().trial(Map.of(ID, topic));
    KeyQuotation key = new KeyQuotation(parts.attribution());
    Set<Long> withdrawn = parts.articles().withdrawn();
    List<Citation> found = new ArrayList<>();
    long after = Math.max(0, parts.articles().lastSequence() - MOST_ARTICLES);
    for (List<Edition> batch = parts.articles().after(after, BATCH);
        !batch.isEmpty();
        batch = parts.articles().after(after, BATCH)) {
      for (Edition edition : batch) {
        if (!withdrawn.contains(edition.sequence())
            && !trial.match(edition, parts.attribution()).isEmpty()) {
          coverage.add(edition);
          said(edition, trial, key, words).ifPresent(found::add);
        }
      }
      after = batch.getLast().sequence();
    }
    found.sort(
        Comparator.<Citation, Instant>comparing(each -> moment(each.edition()))
            .thenComparingLong(each -> each.edition().sequence()));
    Set<String> known = new HashSet<>();
    found.removeIf(each -> !known.add(Folding.fold(each.quote())));
    return found.subList(Math.max(0, found.size() - MOST_LINES), found.size());
  }

  /**
   * What fits best of what somebody says in so many words on the topic; where its title is on the
   * topic, of all that somebody says in it.
   */
  private Optional<Citation> said(Edition edition, Trial trial, KeyQuotation key, String words) {
    List<Statement> all = parts.attribution().statements(edition);
    List<Statement> fitting =
        matches(trial, edition, edition.title(), all)
            ? all
            : all.stream()
                .filter(
                    each ->
                        each.sentences().end() <= edition.text().length()
                            && matches(
                                trial, edition, each.sentences().of(edition.text()), List.of(each)))
                .toList();
    return key.of(edition, words, fitting);
  }

  private static boolean matches(
      Trial trial, Edition edition, String text, List<Statement> statements) {
    Edition part =
        new Edition(
            edition.sequence(),
            edition.article(),
            edition.number(),
            edition.url(),
            edition.outlet(),
            "",
            edition.language(),
            edition.published(),
            edition.ingested(),
            text);
    return !trial.match(part, _ -> statements).isEmpty();
  }

  private static Instant moment(Edition edition) {
    return edition.published().orElse(edition.ingested());
  }
}
