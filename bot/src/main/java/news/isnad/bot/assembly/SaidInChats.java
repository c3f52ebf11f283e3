package news.isnad.bot.assembly;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.operator.Pins;
import news.isnad.bot.operator.SaidOfArticles;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.subscription.AlertStore;
import news.isnad.bot.telegram.Call;
import org.jdbi.v3.core.Handle;

/** What was said of articles, by those who keep it: answers, alerts, outbox. */
final class SaidInChats implements SaidOfArticles {
  private static final String CHANGED = "m/";

  private final Memory memory;
  private final AlertStore alerts;
  private final Outbox outbox;
  private final Pins pins;

  SaidInChats(Memory memory, AlertStore alerts, Outbox outbox, Pins pins) {
    this.memory = memory;
    this.alerts = alerts;
    this.outbox = outbox;
    this.pins = pins;
  }

  @Override
  public List<Long> shownIn(long chat, long message) {
    Set<Long> shown = new LinkedHashSet<>(memory.citedAt(chat, place -> isAt(place, message)));
    shown.addAll(alerts.shownIn(chat, message));
    return List.copyOf(shown);
  }

  /** Whether an answer was said at a message. */
  Predicate<String> isAt(long message) {
    return place -> isAt(place, message);
  }

  private boolean isAt(String place, long message) {
    return number(place).filter(number -> number == message).isPresent();
  }

  private Optional<Long> number(String place) {
    return place.startsWith(CHANGED)
        ? Optional.of(Long.valueOf(place.substring(CHANGED.length())))
        : outbox.sent(place).map(Outbox.SentMessage::messageId);
  }

  @Override
  public List<Place> placesOf(Set<Long> editions) {
    Set<Place> places = new LinkedHashSet<>();
    if (!editions.isEmpty()) {
      for (Memory.Said said : memory.saidOf(editions)) {
        if (!outbox.isWaiting(said.place())) {
          places.add(
              new Place(outbox.currentNumber(said.chat()), number(said.place()), said.language()));
        }
      }
      for (AlertStore.Told told : alerts.toldOf(editions)) {
        if (!outbox.isWaiting(told.key())) {
          places.add(
              new Place(
                  outbox.currentNumber(told.chat()),
                  told.message().or(() -> number(told.key())),
                  told.language()));
        }
      }
    }
    return List.copyOf(places);
  }

  @Override
  public Set<Long> needed() {
    Set<Long> needed = new HashSet<>(pins.editions());
    needed.addAll(memory.cited());
    needed.addAll(alerts.editions());
    return needed;
  }

  @Override
  public Set<Long> pinned() {
    return pins.editions();
  }

  @Override
  public void silence(Handle handle, Set<Long> editions, Predicate<Call> holds, Instant now) {
    alerts.silence(handle, editions, outbox.takeOut(handle, holds), now);
  }

  @Override
  public void forget(Handle handle, Set<Long> editions, Predicate<Call> holds, Instant now) {
    silence(handle, editions, holds, now);
    alerts.forget(handle, editions);
    pins.forget(handle, editions);
    memory.forgetCitations(handle, editions, holds);
  }
}
