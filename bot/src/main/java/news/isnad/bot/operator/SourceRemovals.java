package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.article.ArticleName;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.operator.SourceWork.State;
import news.isnad.bot.operator.SourceWork.Work;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.engine.Engine;
import news.isnad.text.Language;

/**
 * Ends removals once they cannot be taken back any more: the source is gone for good, and so, where
 * that was wished, is what it alone has brought. Articles are hidden from the moment of the removal
 * and deleted some at a time; after a crash it goes on where it was.
 *
 * <p>Confined to the thread that follows the news.
 */
public final class SourceRemovals {
  /** So long a removal can be taken back. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** It is made good for ever a little later: an undo of the last second is still on its way. */
  static final Duration ON_THE_WAY = Duration.ofMinutes(1);

  private static final int TOGETHER = 50;

  private final Parts parts;
  private final SourceWork work;

  /** What it works with. Immutable. */
  public record Parts(
      Engine engine,
      SaidOfArticles said,
      Outbox outbox,
      Preferences preferences,
      Composer composer,
      InstantSource clock) {}

  public SourceRemovals(Parts parts) {
    this.parts = requireNonNull(parts, "parts is null");
    this.work = new SourceWork(parts.engine().database());
    hide();
  }

  /** What the sources that go with their articles have brought is not shown, and nothing else. */
  public void hide() {
    Set<Long> sources =
        List.of(State.ORDERED, State.DELETING).stream()
            .flatMap(state -> work.all(state).stream())
            .map(Work::source)
            .collect(Collectors.toUnmodifiableSet());
    parts.engine().editorship().hideSources(sources);
  }

  /** Does what is to be done next, if anything is. True where there may be more. */
  public boolean step() {
    Instant now = parts.clock().instant();
    work.all(State.REMOVED).stream().filter(each -> isFinal(each, now)).forEach(this::forget);
    work.all(State.ORDERED).stream()
        .filter(each -> isFinal(each, now))
        .forEach(each -> transaction(each, State.DELETING, () -> {}));
    List<Work> deleting = work.all(State.DELETING);
    if (deleting.isEmpty()) {
      return false;
    }
    delete(deleting.getFirst());
    return true;
  }

  private static boolean isFinal(Work removal, Instant now) {
    return isOver(removal, now.minus(ON_THE_WAY));
  }

  /** Whether it can be taken back no longer. */
  static boolean isOver(Work removal, Instant now) {
    return !now.isBefore(removal.decided().plus(WINDOW));
  }

  private void forget(Work removal) {
    transaction(removal, State.DONE, () -> parts.engine().sources().erase(removal.source()));
  }

  private void transaction(Work removal, State to, Runnable deed) {
    parts
        .engine()
        .database()
        .inTransaction(
            handle -> {
              if (work.move(handle, removal, to, parts.clock().instant())) {
                deed.run();
              }
              return removal;
            });
  }

  private void delete(Work removal) {
    List<ArticleName> names = parts.engine().editorship().broughtOnlyBy(removal.source(), TOGETHER);
    if (names.isEmpty()) {
      finish(removal);
      return;
    }
    Instant now = parts.clock().instant();
    List<Edition> editions =
        names.stream()
            .flatMap(name -> parts.engine().editorship().editions(name).stream())
            .toList();
    Set<Long> sequences =
        editions.stream().map(Edition::sequence).collect(Collectors.toUnmodifiableSet());
    ArticleWords words = new ArticleWords(editions);
    parts.engine().delete(names, handle -> parts.said().forget(handle, sequences, words, now));
  }

  private void finish(Work removal) {
    parts
        .engine()
        .database()
        .inTransaction(
            handle -> {
              parts.engine().editorship().forgetSource(handle, removal.source());
              parts.engine().sources().erase(removal.source());
              if (work.move(handle, removal, State.DONE, parts.clock().instant())
                  && removal.chat() != 0) {
                parts.outbox().enqueue(report(removal));
              }
              return removal;
            });
    hide();
  }

  private Outgoing report(Work removal) {
    Language language = parts.preferences().chosen(removal.chat()).orElse(Language.ENGLISH);
    return Outgoing.answer(
        "removal/" + removal.id(),
        Call.SendMessage.to(
            removal.chat(),
            parts.composer().notice(language, "removesource.deleted", "name", removal.name())));
  }
}
