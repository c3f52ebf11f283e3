package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.compose.AlertMessages;
import news.isnad.bot.compose.AlertMessages.Together;
import news.isnad.bot.compose.News;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;

/**
 * Puts what is due into the outbox, inside the transaction of the caller.
 *
 * <ul>
 *   <li>Nothing is put in for a chat that is closed to us: what waits there becomes one catch-up
 *       when it opens.
 *   <li>Nothing is put in in quiet hours but what takes something back.
 *   <li>No more than a few messages of their own wait for a chat; what is more is told together
 *       once they are gone.
 *   <li>What is new about a story waits until its first message has reached Telegram, since it
 *       replies to it.
 *   <li>A message is changed only when the change before has reached Telegram, and not while the
 *       chat's queue is full: so changes never pile up, and the last one shows everything.
 * </ul>
 *
 * <p>Confined to one thread at a time.
 */
final class Teller {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration RETRY_EDIT = Duration.ofSeconds(20);
  private static final Duration CLOSED = Duration.ofMinutes(1);
  private static final int MOST_EDITS_WAITING = 3;

  /** Messages at once of what is new about one story. */
  private static final int MOST_AT_ONCE = 2;

  private final AlertStore store;
  private final Tellings tellings;
  private final AlertText text;
  private final Schedules schedules;
  private final Outbox outbox;

  Teller(AlertStore store, AlertText text, Schedules schedules, Outbox outbox) {
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.store = requireNonNull(store, "store is null");
    this.tellings = store.tellings();
    this.text = requireNonNull(text, "text is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
  }

  /** Tells a chat what is due. */
  void tell(long chat, Instant now) {
    store.handOver(chat);
    tellings.dropUnwanted(chat);
    List<Telling> due = tellings.due(chat, now);
    if (due.isEmpty()) {
      return;
    }
    if (outbox.suspension(chat).isPresent()) {
      due.forEach(each -> tellings.later(each, now.plus(CLOSED), Manner.CATCH_UP));
      return;
    }
    Optional<Instant> quiet = schedules.of(chat).quietEnd(now);
    if (quiet.isPresent()) {
      due = heldBack(due, quiet.get());
    }
    int waiting = outbox.waitingAlerts(chat);
    Map<Optional<Long>, List<Telling>> together = new LinkedHashMap<>();
    for (List<Telling> each : byAlert(due)) {
      Telling first = each.getFirst();
      if (first.manner() != Manner.ALERT && !first.news().isCorrection()) {
        together.computeIfAbsent(first.thread(), _ -> new ArrayList<>()).addAll(each);
      } else if (waiting < Timing.MOST_WAITING || first.news().isCorrection()) {
        waiting += alone(each, now);
      } else {
        each.forEach(one -> tellings.later(one, now.plus(CLOSED), Manner.DIGEST));
      }
    }
    for (List<Telling> each : together.values()) {
      if (waiting >= Timing.MOST_WAITING) {
        each.forEach(one -> tellings.later(one, now.plus(RETRY), one.manner()));
      } else {
        together(chat, each, now);
      }
    }
  }

  /** Quiet hours may have been set after it was decided when to tell. */
  private List<Telling> heldBack(List<Telling> due, Instant quiet) {
    due.stream()
        .filter(each -> !each.news().isCorrection())
        .forEach(
            each ->
                tellings.later(
                    each, quiet, each.manner() == Manner.ALERT ? Manner.CATCH_UP : each.manner()));
    return due.stream().filter(each -> each.news().isCorrection()).toList();
  }

  /** What is due of each alert and manner: the first telling alone, what came after it together. */
  private static List<List<Telling>> byAlert(List<Telling> due) {
    Map<List<Object>, List<Telling>> groups = new LinkedHashMap<>();
    for (Telling each : due) {
      groups
          .computeIfAbsent(
              List.of(each.alert(), each.news() == News.FIRST, each.manner()),
              _ -> new ArrayList<>())
          .add(each);
    }
    groups
        .values()
        .forEach(
            group -> group.sort(Comparator.comparingInt((Telling each) -> weight(each.news()))));
    return List.copyOf(groups.values());
  }

  /** What takes something back goes before a denial, that before a number. */
  private static int weight(News news) {
    return switch (news) {
      case WITHDRAWAL -> 0;
      case CORRECTION, GONE -> 1;
      case FIRST -> 2;
      case DENIAL -> 3;
      case COUNT -> 4;
      case SPEAKER -> 5;
      case NOTHING -> 6;
    };
  }

  /** How many messages were put in. */
  private int alone(List<Telling> due, Instant now) {
    Telling first = due.getFirst();
    Optional<Alert> alert = store.find(first.alert());
    if (alert.isEmpty()) {
      due.forEach(each -> tellings.done(each, null));
      return 0;
    }
    return first.news() == News.FIRST
        ? begin(alert.get(), first, now)
        : goOn(alert.get(), due, now);
  }

  private int begin(Alert alert, Telling telling, Instant now) {
    Optional<Message> message = text.alert(alert, now);
    if (message.isEmpty()) {
      tellings.done(telling, null);
      return 0;
    }
    String key = AlertStore.SINGLE + alert.id();
    send(key, Urgency.ALERT, alert, Optional.empty(), message.get());
    store.told(alert.id(), key, true);
    tellings.done(telling, key);
    return 1;
  }

  /** So much as fits into a few messages; what is more, together with what else waits. */
  private int goOn(Alert alert, List<Telling> due, Instant now) {
    boolean firstWaits =
        alert.message().isEmpty() && alert.told().map(outbox::isWaiting).orElse(true);
    if (firstWaits) {
      due.forEach(each -> tellings.later(each, now.plus(RETRY), each.manner()));
      return 0;
    }
    int sent = 0;
    for (int from = 0; from < due.size(); from += AlertMessages.MOST_PARTS) {
      List<Telling> some = due.subList(from, Math.min(due.size(), from + AlertMessages.MOST_PARTS));
      if (sent < MOST_AT_ONCE || some.getFirst().news().isCorrection()) {
        sent += goOnWith(alert, some, sent, now);
      } else {
        some.forEach(each -> tellings.later(each, now.plus(CLOSED), Manner.DIGEST));
      }
    }
    return sent;
  }

  private int goOnWith(Alert alert, List<Telling> due, int before, Instant now) {
    Telling newest = due.getFirst();
    Optional<Message> message = text.update(alert, due, now);
    if (message.isEmpty()) {
      due.forEach(each -> tellings.done(each, null));
      return 0;
    }
    String key =
        AlertStore.SINGLE
            + alert.id()
            + "/"
            + newest.edition()
            + ending(newest.news())
            + (before == 0 ? "" : "/" + before);
    Urgency urgency = newest.news().isCorrection() ? Urgency.CORRECTION : Urgency.ALERT;
    send(key, urgency, alert, alert.message(), message.get());
    store.updated(alert.id(), now);
    due.forEach(each -> tellings.done(each, key));
    return 1;
  }

  /** That an edition's page is gone comes after what else was told of it, under another key. */
  private static String ending(News news) {
    return news == News.WITHDRAWAL ? "/withdrawn" : "";
  }

  private void send(
      String key, Urgency urgency, Alert alert, Optional<Long> replyTo, Message message) {
    outbox.enqueue(
        new Outgoing(
            key, urgency, new Call.SendMessage(alert.chat(), alert.thread(), replyTo, message)));
  }

  /** One story alone is told as an alert; more of them in one message, or as many as it takes. */
  private void together(long chat, List<Telling> due, Instant now) {
    if (due.size() == 1) {
      alone(due, now);
      return;
    }
    boolean late = due.stream().allMatch(each -> each.manner() == Manner.CATCH_UP);
    List<Message> messages = text.together(chat, late ? Together.CATCH_UP : Together.DIGEST, due);
    String key = AlertStore.TOGETHER + chat + "/" + due.getLast().place();
    for (int i = 0; i < messages.size(); i++) {
      outbox.enqueue(
          new Outgoing(
              i == 0 ? key : key + "/" + i,
              late ? Urgency.CATCH_UP : Urgency.DIGEST,
              new Call.SendMessage(
                  chat, due.getFirst().thread(), Optional.empty(), messages.get(i))));
    }
    for (Telling each : due) {
      if (each.news() == News.FIRST) {
        store.told(each.alert(), key, false);
      }
      tellings.done(each, key);
    }
  }

  /** Throws where what is due of an alert cannot be read or put into words. */
  void check(String id, Instant now) {
    List<Telling> due = tellings.dueOf(id, now);
    Optional<Alert> alert = store.find(id);
    if (alert.isPresent() && !due.isEmpty()) {
      text.alert(alert.get(), now);
      due.forEach(each -> text.update(alert.get(), List.of(each), now));
    }
  }

  /**
   * Changes the message of an alert that shows less than is known.
   *
   * @param waiting how many changes wait in chats, as far as that was looked up
   */
  void edit(String id, Map<Long, Integer> waiting, Instant now) {
    store.find(id).ifPresent(alert -> editIfItCanBe(alert, waiting, now));
  }

  private void editIfItCanBe(Alert alert, Map<Long, Integer> waiting, Instant now) {
    if (!alert.single()
        || (alert.told().isPresent()
            && alert.message().isEmpty()
            && !outbox.isWaiting(alert.told().get()))) {
      store.editDropped(alert.id());
    } else if (alert.message().isPresent()) {
      edit(alert, waiting, now);
    } else {
      postpone(alert, now);
    }
  }

  private void edit(Alert alert, Map<Long, Integer> waiting, Instant now) {
    long chat = alert.chat();
    int before = waiting.computeIfAbsent(chat, outbox::waitingEdits);
    boolean busy =
        outbox.suspension(chat).isPresent()
            || before >= MOST_EDITS_WAITING
            || (alert.edits() > 0 && outbox.isWaiting(editKey(alert, alert.edits())));
    if (busy) {
      postpone(alert, now);
      return;
    }
    Optional<Message> message = text.alert(alert, now);
    if (message.isEmpty()) {
      store.editDropped(alert.id());
      return;
    }
    outbox.enqueue(
        new Outgoing(
            editKey(alert, alert.edits() + 1),
            Urgency.DIGEST,
            new Call.EditMessage(chat, alert.message().orElseThrow(), message.get())));
    store.edited(alert.id(), now);
    waiting.merge(chat, 1, Integer::sum);
  }

  private void postpone(Alert alert, Instant now) {
    store.editDropped(alert.id());
    store.editAt(alert.id(), now.plus(RETRY_EDIT));
  }

  private static String editKey(Alert alert, int number) {
    return "edit/" + alert.id() + "/" + number;
  }
}
