package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceHealth;
import news.isnad.article.SourceHealth.Trouble;
import news.isnad.bot.compose.Causes;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.store.Database;
import news.isnad.text.Language;

/**
 * Tells operators of sources that go bad, once, and of those that recover, once.
 *
 * <ul>
 *   <li>All that is to be told goes into one message, and there is at most one in ten minutes: a
 *       failing network is one notice, not a thousand.
 *   <li>A source that goes bad again within six hours of the last notice of it waits until they are
 *       over.
 *   <li>What was told is remembered in the transaction that puts the notice into the outbox.
 * </ul>
 *
 * <p>Safe for use by one thread at a time.
 */
public final class SourceNotices {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofMinutes(10);
  private static final Duration SETTLED = Duration.ofHours(6);

  private final SourceCatalogue sources;
  private final Database database;
  private final Preferences preferences;
  private final Composer composer;
  private final Outbox outbox;
  private final Optional<Long> chat;
  private final InstantSource clock;
  private Instant lastLook = Instant.EPOCH;

  /**
   * @param chat where notices go; nothing is told where it is empty
   */
  public SourceNotices(
      SourceCatalogue sources,
      Database database,
      Preferences preferences,
      Composer composer,
      Outbox outbox,
      Optional<Long> chat,
      InstantSource clock) {
    this.sources = requireNonNull(sources, "sources is null");
    this.database = requireNonNull(database, "database is null");
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.chat = requireNonNull(chat, "chat is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Looks after the sources, if that is due. True where something was told. */
  public boolean step() {
    Instant now = clock.instant();
    if (chat.isEmpty() || now.isBefore(lastLook.plus(LOOK))) {
      return false;
    }
    lastLook = now;
    List<SourceHealth> all = sources.health();
    boolean early =
        all.stream()
            .flatMap(each -> each.toldAt().stream())
            .anyMatch(told -> now.isBefore(told.plus(BETWEEN)));
    if (early) {
      return false;
    }
    List<SourceHealth> bad = all.stream().filter(each -> isNewlyBad(each, now)).toList();
    List<SourceHealth> well = all.stream().filter(each -> isWellAgain(each, now)).toList();
    if (bad.isEmpty() && well.isEmpty()) {
      return false;
    }
    tell(chat.get(), bad, well, now);
    return true;
  }

  private static boolean isNewlyBad(SourceHealth health, Instant now) {
    return health.told().isEmpty()
        && health.trouble(now).isPresent()
        && health.toldAt().filter(told -> now.isBefore(told.plus(SETTLED))).isEmpty();
  }

  private static boolean isWellAgain(SourceHealth health, Instant now) {
    return health.told().isPresent()
        && health.trouble(now).isEmpty()
        && health.source().failuresInRow() == 0;
  }

  private void tell(long to, List<SourceHealth> bad, List<SourceHealth> well, Instant now) {
    Language language = preferences.chosen(to).orElse(Language.ENGLISH);
    Messages messages = Messages.in(language);
    List<Markup> lines = new ArrayList<>();
    for (SourceHealth each : bad) {
      lines.add(line(each, each.trouble(now).orElse(Trouble.FAILING), messages, language));
    }
    for (SourceHealth each : well) {
      lines.add(messages.say("notice.source.well", "name", each.source().name()));
    }
    Markup heading = messages.say("notice.sources", "bad", bad.size(), "well", well.size());
    Outgoing notice =
        new Outgoing(
            "source-notice:" + now.toEpochMilli(),
            Urgency.ALERT,
            Call.SendMessage.to(to, composer.lines(language, heading, lines)));
    database.inTransaction(
        handle -> {
          outbox.enqueue(notice);
          bad.forEach(each -> sources.told(each.source().id(), each.trouble(now), now));
          well.forEach(each -> sources.told(each.source().id(), Optional.empty(), now));
          return handle;
        });
  }

  private Markup line(SourceHealth health, Trouble trouble, Messages messages, Language language) {
    return switch (trouble) {
      case FAILING ->
          messages.say(
              "notice.source.failing",
              "name",
              health.source().name(),
              "since",
              time(health.badSince(), language),
              "why",
              Causes.say(health.source().lastOutcome().orElse(""), messages));
      case SILENT ->
          messages.say(
              "notice.source.silent",
              "name",
              health.source().name(),
              "since",
              time(health.lastNew(), language),
              "usual",
              Math.round(health.usualPerDay().orElse(0)));
    };
  }

  private Markup time(Optional<Instant> moment, Language language) {
    return moment.map(at -> composer.time(at, language)).orElse(Markup.none());
  }
}
