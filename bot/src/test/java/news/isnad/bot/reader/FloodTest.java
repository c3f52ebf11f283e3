package news.isnad.bot.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.inbox.Handler;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.inbox.InboxWorker;
import news.isnad.bot.inbox.SteppedInbox;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.config.Settings;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One person at a hundred messages a second, and a thousand people at one a minute each, on a clock
 * that the work itself moves on: answering takes 20 ms, putting off 1 ms, one at a time. What is
 * compared is how long the thousand wait.
 *
 * <p>The build takes ten seconds of that minute, {@code -Disnad.flood=whole} all of it.
 */
class FloodTest {
  private static final long FLOODER = 7;
  private static final int PEOPLE_A_MINUTE = 1000;
  private static final int FLOOD_A_SECOND = 100;
  private static final Duration ANSWERING = Duration.ofMillis(20);
  private static final Duration PUTTING_OFF = Duration.ofMillis(1);
  private static final Settings.Limits SHIPPED = new Settings.Limits(60, 3000);
  private static final Settings.Limits NONE =
      new Settings.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Conversation.MIGRATIONS.toArray(String[]::new));

  private final int seconds = "whole".equals(System.getProperty("isnad.flood")) ? 60 : 10;
  private final Map<Long, Duration> waits = new HashMap<>();
  private final Map<Long, Instant> arrivals = new HashMap<>();
  private long update = 1;
  private Room room;

  /** An update that will come. */
  private record Coming(Instant at, long person) {}

  @BeforeEach
  void open() {
    room = new Room(database.get());
  }

  @Test
  void others_waitAtMostTwiceAsLong_underAFloodOfOnePerson() {
    Duration alone = run(SHIPPED, false);
    Duration flooded = run(SHIPPED, true);
    Duration unlimited = run(NONE, true);

    assertThat(flooded).isLessThanOrEqualTo(alone.multipliedBy(2));
    assertThat(unlimited).as("without limits").isGreaterThan(alone.multipliedBy(2));
  }

  /** How long 95 of a hundred of the thousand wait at most. */
  private Duration run(Settings.Limits limits, boolean flood) {
    waits.clear();
    Inbox inbox = new Inbox(database.get(), room.clock);
    Outbox outbox = new Outbox(database.get(), room.clock, new ChatListener() {});
    InboxWorker worker =
        new InboxWorker(
            inbox,
            outbox,
            new IncomingReader(900),
            measured(limits),
            room.router()::apology,
            room.clock,
            Runnable::run,
            1);
    List<Coming> coming = coming(flood);
    Instant end = room.clock.instant().plusSeconds(seconds);
    int next = 0;
    while (next < coming.size() || room.clock.instant().isBefore(end)) {
      List<Received> batch = new ArrayList<>();
      while (next < coming.size() && !coming.get(next).at().isAfter(room.clock.instant())) {
        batch.add(received(coming.get(next++)));
      }
      if (!batch.isEmpty()) {
        inbox.store(batch);
        worker.wake();
      }
      Instant before = room.clock.instant();
      SteppedInbox.step(worker);
      if (room.clock.instant().equals(before)) {
        room.pass(Duration.ofMillis(1));
      }
    }
    worker.close();
    database.get().inTransaction(handle -> handle.execute("DELETE FROM inbox"));
    List<Duration> sorted = waits.values().stream().sorted(Comparator.naturalOrder()).toList();
    assertThat(sorted).hasSizeGreaterThan(seconds);
    return sorted.get(sorted.size() * 95 / 100);
  }

  private Handler measured(Settings.Limits limits) {
    Doors doors =
        new Doors(
            room.router(),
            room.memory().preferences(),
            Set.of(),
            room.composer,
            limits,
            room.clock);
    return new Handler() {
      @Override
      public List<Outgoing> handle(Incoming incoming) {
        room.pass(ANSWERING);
        if (incoming.from().orElseThrow().id() != FLOODER) {
          Instant arrived = arrivals.getOrDefault(incoming.updateId(), Instant.EPOCH);
          waits.put(incoming.updateId(), Duration.between(arrived, room.clock.instant()));
        }
        return List.of();
      }

      @Override
      public Optional<List<Outgoing>> instead(Incoming incoming) {
        Optional<List<Outgoing>> said = doors.instead(incoming);
        if (said.isPresent()) {
          room.pass(PUTTING_OFF);
        }
        return said;
      }
    };
  }

  private List<Coming> coming(boolean flood) {
    SplittableRandom random = new SplittableRandom(11);
    Instant start = room.clock.instant();
    long milliseconds = seconds * 1000L;
    List<Coming> all = new ArrayList<>();
    for (int i = 0; i < PEOPLE_A_MINUTE * seconds / 60; i++) {
      all.add(new Coming(start.plusMillis(random.nextLong(milliseconds)), 1000 + i));
    }
    for (long i = 0; flood && i < (long) FLOOD_A_SECOND * seconds; i++) {
      all.add(new Coming(start.plusMillis(i * 1000 / FLOOD_A_SECOND), FLOODER));
    }
    all.sort(Comparator.comparing(Coming::at));
    return all;
  }

  private Received received(Coming coming) {
    long id = update++;
    arrivals.put(id, coming.at());
    return new Received(
        id,
        coming.person(),
        "{\"update_id\":"
            + id
            + ",\"message\":{\"message_id\":"
            + id
            + ",\"date\":1,\"chat\":{\"id\":"
            + coming.person()
            + ",\"type\":\"private\"},\"from\":{\"id\":"
            + coming.person()
            + ",\"first_name\":\"x\"},\"text\":\"Will the port close?\"}}",
        Optional.empty());
  }
}
