package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Answer;
import news.isnad.answer.Answers;
import news.isnad.article.ArticleStore;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.question.Reading;
import news.isnad.store.Database;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the questions that wait for an answer again, when an article comes that has to do with them:
 * two of the things asked for stand in it. A question that is answered from an article stored after
 * it was asked is told with its answer, and ends. The outbox row, the end and the cursor are one
 * transaction, so that a step repeated tells nothing twice.
 *
 * <p>Answers come from the index, which must be level with the store before a step. Confined to one
 * thread at a time.
 */
public final class StandingQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(StandingQuestions.class);
  private static final String CURSOR = "standing questions";
  private static final int BATCH = 50;
  private static final int MOST_THINGS = 6;

  private final Parts parts;
  private final Cursors cursors;
  private final SetAside setAside;
  private final ShortIds ids = new ShortIds();
  private final Set<String> registered = new HashSet<>();

  /** The names that they were registered with. */
  private long generation;

  /**
   * Who depends on whom. Immutable.
   *
   * @param topics for these questions alone
   */
  public record Parts(
      Database database,
      ArticleStore articles,
      Subscriptions subscriptions,
      Topics topics,
      Answers answers,
      Memory memory,
      Composer composer,
      Outbox outbox,
      InstantSource clock) {}

  public StandingQuestions(Parts parts) {
    this.parts = requireNonNull(parts, "parts is null");
    this.cursors = new Cursors(parts.database());
    this.setAside = new SetAside(parts.database());
  }

  /** An answer that was waited for. */
  private record Found(Subscription question, Answer answer) {}

  /** Deals with the next new articles. False where there were none. */
  public boolean step() {
    long reached = cursors.position(CURSOR);
    List<Subscription> waiting = parts.subscriptions().standingQuestions();
    if (waiting.isEmpty()) {
      return skip(reached);
    }
    long oldest = waiting.stream().mapToLong(Subscription::after).min().orElse(0);
    List<Edition> batch = parts.articles().after(Math.max(reached, oldest), BATCH);
    Instant now = parts.clock().instant();
    Set<String> again = setAside.stepsDue(now);
    if (batch.isEmpty()
        && waiting.stream().noneMatch(each -> again.contains(SetAside.questionOf(each.id())))) {
      return false;
    }
    Map<String, Reading> readings = bringUpToDate(waiting);
    Set<String> concerned = new LinkedHashSet<>();
    batch.forEach(edition -> concerned.addAll(concernedBy(edition, readings.keySet())));
    waiting.stream()
        .map(Subscription::id)
        .filter(id -> again.contains(SetAside.questionOf(id)))
        .forEach(concerned::add);
    List<Found> found = new ArrayList<>();
    for (Subscription question : waiting) {
      Reading reading = readings.get(question.id());
      if (reading == null) {
        setAside.done(SetAside.questionOf(question.id()), SetAside.WHOLE);
      } else if (concerned.contains(question.id())) {
        answer(question, reading, now).ifPresent(answer -> found.add(new Found(question, answer)));
      }
    }
    long last = batch.isEmpty() ? reached : batch.getLast().sequence();
    parts
        .database()
        .inTransaction(
            handle -> {
              for (Found each : found) {
                tell(each).apply(handle);
              }
              cursors.advance(CURSOR, last);
              return found.size();
            });
    return true;
  }

  /** Nobody waits: what is stored now answers no later question. */
  private boolean skip(long reached) {
    long last = parts.articles().lastSequence();
    if (last > reached) {
      cursors.advance(CURSOR, last);
    }
    return false;
  }

  /** Where that cannot be told, an edition concerns everybody who waits. */
  private Set<String> concernedBy(Edition edition, Set<String> everybody) {
    try {
      return Set.copyOf(parts.topics().match(edition));
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} was not held against the standing questions. All are asked.",
          edition.sequence(),
          defect);
      return everybody;
    }
  }

  private Optional<Answer> answer(Subscription question, Reading reading, Instant now) {
    try {
      Optional<Answer> answer =
          parts.answers().answer(reading) instanceof Answer.Found found
                  && found.citations().stream()
                      .anyMatch(each -> each.edition().sequence() > question.after())
              ? Optional.of(found)
              : Optional.empty();
      setAside.done(SetAside.questionOf(question.id()), SetAside.WHOLE);
      return answer;
    } catch (RuntimeException defect) {
      LOG.error("A standing question could not be asked again. It is tried again.", defect);
      setAside.failed(SetAside.questionOf(question.id()), SetAside.WHOLE, defect, now);
      return Optional.empty();
    }
  }

  private news.isnad.bot.conversation.Change tell(Found found) {
    Subscription question = found.question();
    String id = ids.next();
    String key = "answer:" + question.id();
    return handle -> {
      parts
          .outbox()
          .enqueue(
              List.of(
                  new Outgoing(
                      key,
                      Urgency.ALERT,
                      new Call.SendMessage(
                          question.chat(),
                          question.thread(),
                          Optional.empty(),
                          parts.composer().answerAtLast(found.answer(), id)))));
      parts
          .memory()
          .keepAnswer(
              id, question.chat(), question.person(), found.answer(), key, parts.clock().instant())
          .apply(handle);
      parts.subscriptions().end(question.id(), parts.clock().instant()).apply(handle);
    };
  }

  private Map<String, Reading> bringUpToDate(List<Subscription> waiting) {
    Map<String, Reading> readings = new HashMap<>();
    Map<String, Topic> fresh = new HashMap<>();
    if (generation != parts.topics().generation()) {
      generation = parts.topics().generation();
      registered.forEach(parts.topics()::remove);
      registered.clear();
    }
    for (Subscription each : waiting) {
      parts
          .subscriptions()
          .reading(each.id())
          .flatMap(Memory::read)
          .ifPresent(
              reading -> {
                readings.put(each.id(), reading);
                if (!registered.contains(each.id())) {
                  fresh.put(each.id(), topic(reading));
                }
              });
    }
    registered.removeIf(
        id -> {
          boolean gone = !readings.containsKey(id);
          if (gone) {
            parts.topics().remove(id);
          }
          return gone;
        });
    parts.topics().register(fresh);
    registered.addAll(fresh.keySet());
    return readings;
  }

  /** Two of the things that are asked for; the one where there is one. */
  static Topic topic(Reading reading) {
    List<Topic> things = new ArrayList<>();
    reading.speaker().ifPresent(asked -> things.add(new Topic.Words(asked.name())));
    reading.topic().stream().limit(MOST_THINGS).map(Topic.Words::new).forEach(things::add);
    if (things.size() < 3) {
      return things.size() == 1 ? things.getFirst() : new Topic.Any(things);
    }
    List<Topic> pairs = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      for (int j = i + 1; j < things.size(); j++) {
        pairs.add(new Topic.All(List.of(things.get(i), things.get(j))));
      }
    }
    return new Topic.Any(pairs);
  }
}
