package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.text.Language;

/**
 * Tells operators what is wrong with the run itself: the disk is nearly full, the index had to be
 * made anew, another program polls, the token was refused, chats took our permission to write away.
 *
 * <p>Of each of these there is one notice in six hours, whatever happens and however often the
 * program starts: the outbox takes each key once. What was noticed while the token was refused is
 * told as soon as there is one that works. Safe for concurrent use.
 */
public final class RunNotices {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration SETTLED = Duration.ofHours(6);

  private final Preferences preferences;
  private final Composer composer;
  private final Outbox outbox;
  private final Optional<Long> chat;
  private final LongSupplier missing;
  private final InstantSource clock;
  private Instant lastLook;

  /** What there is to notice. Keys are made of the names. */
  private enum Kind {
    DISK,
    INDEX,
    POLLER,
    TOKEN,
    PERMISSION,
    ROOM,
    FLOOR
  }

  /**
   * @param chat where notices go; nothing is told where it is empty
   * @param missing how many bytes of disk there should be more; 0 or less where there are enough
   */
  public RunNotices(
      Preferences preferences,
      Composer composer,
      Outbox outbox,
      Optional<Long> chat,
      LongSupplier missing,
      InstantSource clock) {
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.chat = requireNonNull(chat, "chat is null");
    this.missing = requireNonNull(missing, "missing is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.lastLook = clock.instant();
  }

  /** Looks at disk and chats, if that is due. */
  public synchronized void step() {
    Instant now = clock.instant();
    if (chat.isEmpty() || now.isBefore(lastLook.plus(LOOK))) {
      return;
    }
    long lacking = missing.getAsLong();
    if (lacking > 0) {
      tell(Kind.DISK, "megabytes", Math.ceilDiv(lacking, 1L << 20));
    }
    List<Long> silenced =
        outbox.suspendedSince(Reason.NO_RIGHTS, lastLook).stream()
            .filter(each -> !chat.get().equals(each))
            .toList();
    if (!silenced.isEmpty()) {
      tell(Kind.PERMISSION, "count", silenced.size(), "chat", Long.toString(silenced.getFirst()));
    }
    lastLook = now;
  }

  /** The index was damaged, or of another version, and was made anew. */
  public void indexRebuilt(long articles) {
    tell(Kind.INDEX, "articles", articles);
  }

  /** Another program asks Telegram for our updates. */
  public void anotherPolls() {
    tell(Kind.POLLER);
  }

  /** Telegram does not know the token any more. */
  public void tokenRefused() {
    tell(Kind.TOKEN);
  }

  /** The data folder is too large, and its oldest articles go. */
  public void oldestGo(long megabytes) {
    tell(Kind.ROOM, "megabytes", megabytes);
  }

  /** The data folder is too large, and removing articles cannot make it as small as is allowed. */
  public void noMoreGo(long megabytes) {
    tell(Kind.FLOOR, "megabytes", megabytes);
  }

  private void tell(Kind kind, Object... namesAndValues) {
    if (chat.isEmpty()) {
      return;
    }
    String name = kind.name().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Language language = preferences.chosen(chat.get()).orElse(Language.ENGLISH);
    Object[] all = new Object[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
    all[namesAndValues.length] = "when";
    all[namesAndValues.length + 1] = composer.time(now, language);
    outbox.enqueue(
        new Outgoing(
            "notice/" + name + "/" + now.toEpochMilli() / SETTLED.toMillis(),
            Urgency.ALERT,
            Call.SendMessage.to(chat.get(), composer.notice(language, "notice.run." + name, all))));
  }
}
