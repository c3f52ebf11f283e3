package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.outbox.Outbox;
import news.isnad.config.Settings;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be forgotten in time: what is older than its period, once an hour, and what is left of
 * people who asked to be forgotten, as soon as the last word to them was sent.
 *
 * <p>The file is written anew at most once an hour: others wait meanwhile. Confined to one thread.
 */
public final class Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  /** Between two times that old things are looked for, or that the file is written anew. */
  static final Duration PAUSE = Duration.ofHours(1);

  /** What was sent is needed this long by what replies to it or changes it. */
  private static final Duration SENT_NEEDED = Duration.ofDays(30);

  private final Database database;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Memory memory;
  private final Audit audit;
  private final Settings.Retention retention;
  private final InstantSource clock;
  private final Forgettings forgettings;
  private Instant lookedAt = Instant.MIN;
  private Instant writtenAnew = Instant.MIN;

  public Housekeeping(
      Database database,
      Inbox inbox,
      Outbox outbox,
      Memory memory,
      Audit audit,
      Settings.Retention retention,
      InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.inbox = requireNonNull(inbox, "inbox is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.audit = requireNonNull(audit, "audit is null");
    this.retention = requireNonNull(retention, "retention is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.forgettings = new Forgettings(database);
  }

  /** Does everything that is due now. */
  public void step() {
    Instant now = clock.instant();
    if (isDue(lookedAt, now)) {
      forgetOld(now);
      lookedAt = now;
    }
    if (isDue(writtenAnew, now)) {
      forgetPeople(now);
    }
  }

  private static boolean isDue(Instant last, Instant now) {
    return last.equals(Instant.MIN) || !now.isBefore(last.plus(PAUSE));
  }

  private void forgetOld(Instant now) {
    inbox.forgetBefore(now.minus(retention.inbox()));
    memory.forgetBefore(now.minus(retention.answers()), now.minus(retention.feedback()), now);
    audit.forgetBefore(now.minus(retention.audit()));
    Duration sent =
        retention.answers().compareTo(SENT_NEEDED) > 0 ? retention.answers() : SENT_NEEDED;
    outbox.forgetEndedBefore(now.minus(sent));
    forgettings.forgetUnconfirmed(now);
  }

  private void forgetPeople(Instant now) {
    List<Forgettings.Confirmed> ready =
        forgettings.confirmed().stream().filter(each -> isReady(each, now)).toList();
    if (ready.isEmpty()) {
      return;
    }
    database.inTransaction(
        handle -> {
          ready.stream()
              .filter(each -> !each.isRemoved())
              .forEach(each -> forgetLastWords(handle, each));
          return ready.size();
        });
    writtenAnew = now;
    if (!database.erase()) {
      log.warn("The store's log is being read. What was forgotten stays in it for {}.", PAUSE);
      return;
    }
    database.inTransaction(
        handle -> {
          ready.forEach(each -> forgettings.end(handle, each.id()));
          return ready.size();
        });
  }

  /** The reply was sent, or cannot be. */
  private boolean isReady(Forgettings.Confirmed each, Instant now) {
    boolean late = !now.isBefore(each.at().plus(PAUSE));
    return each.isRemoved()
        || (!inbox.isWaiting(each.update()) && (late || outbox.waiting(each.person()) == 0));
  }

  /** What the confirmation and the reply to it have left. */
  private void forgetLastWords(Handle handle, Forgettings.Confirmed each) {
    memory.forgetTurn(handle, each.update());
    outbox.forgetSaid(handle, each.person(), each.update());
    inbox.forget(handle, each.person());
    forgettings.removed(handle, each.id());
  }
}
