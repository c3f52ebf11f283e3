package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all chats what is due, and changes their messages, so that what fails holds up nothing
 * else.
 *
 * <ul>
 *   <li>All chats are told in one transaction; where that fails, each in its own.
 *   <li>Where a chat cannot be told, the alerts that cannot be read or put into words are {@link
 *       SetAside}, and the chat is told the rest. What fails for another reason is tried again in a
 *       minute.
 *   <li>Each message is changed by itself; one that cannot be is set aside. It is tried again with
 *       the next change, too.
 * </ul>
 *
 * <p>Confined to one thread at a time.
 */
final class TellingRound {
  private static final Logger LOG = LoggerFactory.getLogger(TellingRound.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Database database;
  private final AlertStore store;
  private final Tellings tellings;
  private final Teller teller;
  private final SetAside setAside;

  TellingRound(Database database, AlertStore store, Teller teller) {
    this.database = requireNonNull(database, "database is null");
    this.store = requireNonNull(store, "store is null");
    this.tellings = store.tellings();
    this.teller = requireNonNull(teller, "teller is null");
    this.setAside = new SetAside(database);
  }

  void tell(Instant now) {
    List<Long> chats = tellings.chatsDue(now);
    try {
      database.inTransaction(
          handle -> {
            chats.forEach(chat -> teller.tell(chat, now));
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error("What is due is told chat by chat.", defect);
      chats.forEach(chat -> tellAlone(chat, now));
    }
    database.inTransaction(
        handle -> {
          Map<Long, Integer> waiting = new HashMap<>();
          store.editsDue(now).forEach(alert -> edit(alert, waiting, now));
          return handle;
        });
  }

  private void tellAlone(long chat, Instant now) {
    try {
      database.inTransaction(
          handle -> {
            tellings.alertsDue(chat, now).forEach(alert -> check(alert, now));
            teller.tell(chat, now);
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error("What is due in a chat was not told. It is tried again in a minute.", defect);
      tellings.postpone(chat, now, now.plus(AGAIN));
    }
  }

  private void check(String alert, Instant now) {
    String step = SetAside.tellingOf(alert);
    try {
      teller.check(alert, now);
      setAside.done(step, SetAside.WHOLE);
    } catch (RuntimeException defect) {
      LOG.error("Alert {} cannot be told. It is tried again; the chat's others go.", alert, defect);
      tellings.postpone(alert, now, setAside.failed(step, SetAside.WHOLE, defect, now));
    }
  }

  private void edit(String alert, Map<Long, Integer> waiting, Instant now) {
    String step = SetAside.editOf(alert);
    try {
      database.inTransaction(
          handle -> {
            teller.edit(alert, waiting, now);
            setAside.done(step, SetAside.WHOLE);
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error("The message of alert {} was not changed. It is tried again.", alert, defect);
      Optional<Instant> next = setAside.failed(step, SetAside.WHOLE, defect, now);
      store.editDropped(alert);
      next.ifPresent(due -> store.editAt(alert, due));
    }
  }
}
