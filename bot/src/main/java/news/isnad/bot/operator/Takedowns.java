package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.operator.ArticleDecisions.Decision;
import news.isnad.bot.operator.ArticleDecisions.State;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.engine.Engine;
import news.isnad.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes articles down as it was ordered, in steps that are done again after a crash: the rows are
 * emptied and messages that showed the article are changed, in one transaction; the index forgets
 * it and the store's file is written anew; when the messages are changed, whoever ordered it is
 * told what could not be. Confined to the thread that follows the news.
 */
public final class Takedowns {
  private static final Logger log = LoggerFactory.getLogger(Takedowns.class);

  /** Messages that are not changed by then wait for chats that are closed to us. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final ArticleDecisions decisions;
  private final TaughtNames taught;
  private final Engine engine;
  private final SaidOfArticles said;
  private final Outbox outbox;
  private final Preferences preferences;
  private final Composer composer;
  private final InstantSource clock;

  public Takedowns(
      ArticleDecisions decisions,
      TaughtNames taught,
      Engine engine,
      SaidOfArticles said,
      Outbox outbox,
      Preferences preferences,
      Composer composer,
      InstantSource clock) {
    this.decisions = requireNonNull(decisions, "decisions is null");
    this.taught = requireNonNull(taught, "taught is null");
    this.engine = requireNonNull(engine, "engine is null");
    this.said = requireNonNull(said, "said is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Does what is to be done next, if anything is. */
  public void step() {
    decisions.all(State.ORDERED).forEach(this::empty);
    List<Decision> emptied = decisions.all(State.EMPTIED);
    if (!emptied.isEmpty()) {
      erase(emptied);
    }
    decisions.all(State.ERASED).forEach(this::report);
  }

  private void empty(Decision decision) {
    Instant now = clock.instant();
    List<Edition> editions = engine.editorship().editions(decision.name());
    Set<Long> sequences =
        editions.stream().map(Edition::sequence).collect(Collectors.toUnmodifiableSet());
    List<SaidOfArticles.Place> places = said.placesOf(sequences);
    List<SaidOfArticles.Place> known =
        places.stream().filter(place -> place.message().isPresent()).toList();
    Decision done =
        new Decision(
            decision.id(),
            decision.name(),
            State.EMPTIED,
            Integer.toUnsignedLong(places.size() - known.size()),
            now);
    engine.takeDown(
        decision.name(),
        handle -> {
          said.forget(handle, sequences, new ArticleWords(editions), now);
          taught.forgetProposals(
              handle, name -> editions.stream().anyMatch(each -> each.text().contains(name)));
          for (int at = 0; at < known.size(); at++) {
            change(key(decision) + at, known.get(at));
          }
          decisions.keep(handle, done, now);
        });
  }

  private static String key(Decision decision) {
    return "takedown/" + decision.id() + "/";
  }

  private void change(String key, SaidOfArticles.Place place) {
    Language language =
        place.language().or(() -> preferences.chosen(place.chat())).orElse(Language.ENGLISH);
    outbox.enqueue(
        new Outgoing(
            key,
            Urgency.CORRECTION,
            new Call.EditMessage(
                place.chat(),
                place.message().orElseThrow(),
                composer.notice(language, "takedown.message"))));
  }

  /** Index first: it is done again where the process ended between rows and index. */
  private void erase(List<Decision> emptied) {
    Instant now = clock.instant();
    emptied.forEach(decision -> engine.takeDown(decision.name(), _ -> {}));
    if (!engine.database().erase()) {
      log.warn("The store's log is being read. What was taken down is erased at the next step.");
      return;
    }
    engine
        .database()
        .inTransaction(
            handle -> {
              emptied.forEach(each -> decisions.keep(handle, each.in(State.ERASED), now));
              return now;
            });
  }

  private void report(Decision decision) {
    Instant now = clock.instant();
    Outbox.Ended ended = outbox.ended(key(decision));
    if (ended.waiting() > 0 && now.isBefore(decision.changed().plus(PATIENCE))) {
      return;
    }
    Optional<Long> chat = decisions.chat(decision);
    engine
        .database()
        .inTransaction(
            handle -> {
              chat.ifPresent(to -> outbox.enqueue(report(decision, ended, to)));
              decisions.keep(handle, decision.in(State.DONE), now);
              return now;
            });
  }

  private Outgoing report(Decision decision, Outbox.Ended ended, long chat) {
    Language language = preferences.chosen(chat).orElse(Language.ENGLISH);
    return new Outgoing(
        "takedown-report/" + decision.id(),
        Urgency.ANSWER,
        Call.SendMessage.to(
            chat,
            composer.notice(
                language,
                "takedown.done",
                "article",
                decision.name().article(),
                "changed",
                ended.sent(),
                "failed",
                ended.failed() + decision.lost(),
                "waiting",
                ended.waiting())));
  }
}
