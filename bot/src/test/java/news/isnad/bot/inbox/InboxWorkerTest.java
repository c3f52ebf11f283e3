package news.isnad.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import news.isnad.bot.inbox.Inbox.Counts;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.TestStore;
import news.isnad.bot.telegram.Call.AnswerCallback;
import news.isnad.bot.telegram.Call.SendMessage;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.bot.terminal.RecordedLog;
import news.isnad.store.Database;
import news.isnad.store.StoreUnavailableException;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxWorkerTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(START);
  private final List<String> handled = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private Executor executor = Runnable::run;
  private Handler behaviour = _ -> List.of();
  private Database database;
  private Inbox inbox;
  private Outbox outbox;
  private InboxWorker worker;

  @BeforeEach
  void open() {
    database = TestStore.open(folder);
    start();
  }

  private void start() {
    inbox = new Inbox(database, clock);
    outbox = new Outbox(database, clock, new ChatListener() {});
    worker =
        new InboxWorker(
            inbox,
            outbox,
            new IncomingReader(900),
            incoming -> {
              handled.add(
                  incoming instanceof TextMessage text ? text.text() : "" + incoming.updateId());
              return behaviour.handle(incoming);
            },
            incoming ->
                List.of(SendMessage.to(incoming.chatId().orElseThrow(), Message.of("sorry"))),
            clock,
            work -> executor.execute(work),
            4);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void say(long id, long chat, String text) {
    receive(
        id,
        chat,
        """
        {"update_id":%d,"message":{"message_id":1,"chat":{"id":%d,"type":"private"},
        "from":{"id":3},"text":"%s"}}
        """
            .formatted(id, chat, text));
  }

  private void receive(long id, long lane, String json) {
    inbox.store(List.of(new Received(id, lane, json, Optional.empty())));
    worker.wake();
  }

  private void runFor(Duration time) {
    Instant end = clock.instant().plus(time);
    for (int i = 0; i < 1000; i++) {
      Instant next = worker.step();
      if (next.isAfter(end)) {
        clock.set(end);
        return;
      }
      if (next.isAfter(clock.instant())) {
        clock.set(next);
      }
    }
    throw new AssertionError("The worker never rests");
  }

  private static Outgoing reply(Incoming incoming, String text) {
    return Outgoing.answer(
        "u/" + incoming.updateId(),
        SendMessage.to(incoming.chatId().orElseThrow(), Message.of(text)));
  }

  @Test
  void update_isHandledOnceAndAnswered() {
    behaviour = incoming -> List.of(reply(incoming, "answer"));
    say(1, 42, "a");
    say(1, 42, "a");
    runFor(Duration.ofMinutes(1));
    start();
    say(1, 42, "a");
    runFor(Duration.ofMinutes(1));

    assertThat(handled).containsExactly("a");
    assertThat(outbox.waiting(42)).isEqualTo(1);
    assertThat(inbox.counts()).isEqualTo(new Counts(0, 0, 0));
  }

  @Test
  void chat_isServedInOrder_othersMeanwhile() {
    executor = held::add;
    say(1, 42, "a1");
    say(2, 42, "a2");
    say(3, 43, "b1");
    worker.step();
    assertThat(held).hasSize(2);

    held.get(1).run();
    held.get(0).run();
    worker.step();
    held.get(2).run();

    assertThat(handled).containsExactly("b1", "a1", "a2");
  }

  @Test
  void parallel_isLimited() {
    executor = held::add;
    for (int i = 0; i < 9; i++) {
      say(i, 100 + i, "m" + i);
    }
    worker.step();
    worker.step();

    assertThat(held).hasSize(4);
  }

  @Test
  void workOfMoreThanASecond_showsTypingOnce_toWhoeverSpokeToUs() {
    executor = held::add;
    say(1, 42, "a");
    worker.step();
    clock.advance(Duration.ofMillis(900));
    worker.step();
    assertThat(outbox.waiting()).isZero();

    clock.advance(Duration.ofMillis(200));
    worker.step();
    clock.advance(Duration.ofSeconds(3));
    worker.step();

    assertThat(outbox.waiting()).isEqualTo(1);
    assertThat(content()).contains("\"typing\"").contains("42");
  }

  @Test
  void workThatEndsWhileItIsLookedAt_leavesTheOthersTheirTyping() {
    executor = held::add;
    say(1, 42, "a");
    say(2, 44, "c");
    worker.step();
    clock.advance(Duration.ofSeconds(2));
    say(3, 43, "b");
    executor = _ -> held.removeFirst().run(); // what was said first is handled in this step
    worker.step();

    assertThat(handled).containsExactly("a");
    assertThat(outbox.waiting()).isEqualTo(1);
    assertThat(content()).contains("\"typing\"").contains("44");
  }

  @Test
  void quickWork_showsNoTyping() {
    say(1, 42, "a");
    runFor(Duration.ofMinutes(1));

    assertThat(outbox.waiting()).isZero();
  }

  private String content() {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT group_concat(content) FROM outbox")
                .mapTo(String.class)
                .one());
  }

  @Test
  void deathWhileHandling_handlesItAgain() {
    executor = held::add;
    say(1, 42, "a");
    worker.step();
    start();
    executor = Runnable::run;
    runFor(Duration.ofMinutes(1));

    assertThat(handled).containsExactly("a");
  }

  @Test
  void deathAfterHandling_doesNot() {
    behaviour = incoming -> List.of(reply(incoming, "answer"));
    say(1, 42, "a");
    worker.step();
    start();
    runFor(Duration.ofMinutes(1));

    assertThat(handled).containsExactly("a");
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void failingUpdate_isSetAsideAfterThreeTries_andApologisedFor() {
    behaviour =
        incoming -> {
          if (incoming.updateId() == 1) {
            throw new IllegalStateException("defect");
          }
          return List.of();
        };
    say(1, 42, "bad");
    say(2, 42, "good");
    runFor(Duration.ofMinutes(1));

    assertThat(handled).containsExactly("bad", "bad", "bad", "good");
    assertThat(inbox.counts()).isEqualTo(new Counts(0, 1, 0));
    assertThat(outbox.waiting(42)).isEqualTo(1);
  }

  @Test
  void failingUpdate_delaysNoOtherChat() {
    behaviour =
        incoming -> {
          if (incoming.updateId() == 1) {
            throw new StackOverflowError();
          }
          return List.of();
        };
    say(1, 42, "bad");
    worker.step();
    say(2, 43, "good");
    runFor(Duration.ZERO);

    assertThat(handled).containsExactly("bad", "good");
  }

  @Test
  void tries_areCountedAcrossRestarts() {
    behaviour =
        _ -> {
          throw new IllegalStateException("defect");
        };
    say(1, 42, "bad");
    runFor(Duration.ZERO);
    start();
    runFor(Duration.ofMinutes(1));

    assertThat(handled).hasSize(3);
  }

  @Test
  void fullDisk_isWaitedFor() {
    behaviour =
        incoming -> {
          if (clock.instant().isBefore(START.plusSeconds(90))) {
            throw new StoreUnavailableException("The disk is full", new IllegalStateException());
          }
          return List.of(reply(incoming, "answer"));
        };
    say(1, 42, "a");
    runFor(Duration.ofMinutes(2));

    assertThat(inbox.counts()).isEqualTo(new Counts(0, 0, 0));
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void unreadableUpdate_isKeptAndBlocksNobody() {
    receive(1, 42, "{\"update_id\":");
    inbox.store(List.of(new Received(2, 42, "\u0001", Optional.of("not JSON"))));
    say(3, 42, "good");
    runFor(Duration.ofMinutes(1));

    assertThat(handled).containsExactly("good");
    assertThat(inbox.counts()).isEqualTo(new Counts(0, 0, 2));
  }

  @Test
  void press_isAlwaysAnswered() {
    String press =
        "{\"update_id\":%d,\"callback_query\":{\"id\":\"q\",\"from\":{\"id\":42},\"data\":\"x\"}}";
    receive(1, 42, press.formatted(1));
    runFor(Duration.ZERO);
    assertThat(outbox.waiting()).isEqualTo(1);

    behaviour = _ -> List.of(Outgoing.answer("own", AnswerCallback.silently("q")));
    receive(2, 42, press.formatted(2));
    runFor(Duration.ZERO);
    assertThat(outbox.waiting()).as("the handler's own answer is enough").isEqualTo(2);
  }

  @Test
  void membershipAndMigration_reachTheOutbox() {
    String member =
        "{\"update_id\":%d,\"my_chat_member\":{\"chat\":{\"id\":%d,\"type\":\"%s\"},\"from\":{\"id\":3},"
            + "\"old_chat_member\":{\"status\":\"member\"},\"new_chat_member\":{\"status\":\"%s\"}}}";
    receive(1, 42, member.formatted(1, 42, "private", "kicked"));
    receive(2, -5, member.formatted(2, -5, "group", "left"));
    receive(
        3,
        -6,
        "{\"update_id\":3,\"message\":{\"message_id\":1,\"chat\":{\"id\":-6},\"migrate_to_chat_id\":-1006}}");
    runFor(Duration.ZERO);
    assertThat(outbox.suspension(42)).contains(Reason.BLOCKED);
    assertThat(outbox.suspension(-5)).contains(Reason.NOT_A_MEMBER);
    assertThat(outbox.currentNumber(-6)).isEqualTo(-1006);

    receive(4, 42, member.formatted(4, 42, "private", "member"));
    runFor(Duration.ZERO);
    assertThat(outbox.suspension(42)).isEmpty();
    assertThat(handled).containsExactly("1", "2", "3", "4");
  }

  @Test
  void wordsFromASuspendedChat_openIt() {
    outbox.suspend(42, Reason.CHAT_NOT_FOUND);
    say(1, 42, "are you there?");
    runFor(Duration.ZERO);

    assertThat(outbox.suspension(42)).isEmpty();
  }

  @Test
  void offset_comesFromTheNewestUpdate() {
    assertThat(inbox.nextOffset()).isZero();
    say(7, 42, "a");
    say(8, 42, "b");
    runFor(Duration.ZERO);
    assertThat(inbox.nextOffset()).isEqualTo(9);

    clock.advance(Duration.ofDays(7));
    assertThat(inbox.nextOffset()).as("numbers may begin anew").isZero();
    say(3, 42, "c");
    assertThat(inbox.nextOffset()).isEqualTo(4);
  }

  @Test
  void doneUpdates_areForgottenAfterAWeek() {
    say(1, 42, "a");
    runFor(Duration.ZERO);
    assertThat(inbox.forgetDoneBefore(clock.instant())).isZero();
    clock.advance(Duration.ofDays(8));
    say(2, 42, "b");

    assertThat(inbox.forgetDoneBefore(clock.instant())).isEqualTo(1);
    assertThat(inbox.counts().waiting()).isEqualTo(1);
  }

  @Test
  void updateThatFails_isLoggedWithoutItsWords() {
    behaviour =
        incoming -> {
          throw new IllegalStateException("cannot read wibblefrost", new Error("wibblefrost"));
        };
    try (RecordedLog log = new RecordedLog(Level.DEBUG, ".bot.inbox")) {
      say(1, 3, "wibblefrost?");
      runFor(Duration.ofHours(1));

      assertThat(log.lines())
          .anyMatch(line -> line.contains("Update 1 failed 3 times"))
          .anyMatch(line -> line.contains("IllegalStateException: …"))
          .noneMatch(line -> line.contains("wibblefrost"));
    }
  }
}
