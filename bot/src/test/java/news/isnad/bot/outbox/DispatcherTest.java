package news.isnad.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Call.AnswerCallback;
import news.isnad.bot.telegram.Call.DeleteMessage;
import news.isnad.bot.telegram.Call.EditMessage;
import news.isnad.bot.telegram.Call.SendChatAction;
import news.isnad.bot.telegram.Call.SendMessage;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.SendOutcome.Blocked;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.bot.telegram.SendOutcome.Migrated;
import news.isnad.bot.telegram.SendOutcome.Refused;
import news.isnad.bot.telegram.SendOutcome.Refused.Kind;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import news.isnad.store.Database;
import news.isnad.store.StoreUnavailableException;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
  private static final long PERSON = 42;
  private static final long GROUP = -500;
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(START);
  private final ScriptedApi api = new ScriptedApi(clock);
  private final List<String> told = new ArrayList<>();
  private Executor senders = Runnable::run;
  private boolean listenerFails;
  private Database database;
  private Outbox outbox;
  private Dispatcher dispatcher;

  private final class Listener implements ChatListener {
    @Override
    public void migrated(long fromChat, long toChat) {
      told.add("migrated " + fromChat + " " + toChat);
    }

    @Override
    public void suspended(long chat, Reason reason, long lastSent) {
      told.add("suspended " + chat + " " + reason);
    }

    @Override
    public void resumed(long chat) {
      told.add("resumed " + chat);
    }

    @Override
    public void topicLost(long chat, long thread) {
      told.add("topic lost " + chat + " " + thread);
    }

    @Override
    public void sent(String key, long chat, long messageId) {
      if (listenerFails) {
        throw new StoreUnavailableException("The disk is full", new IllegalStateException());
      }
      told.add("sent " + key);
    }
  }

  @BeforeEach
  void open() {
    database = TestStore.open(folder);
    start();
  }

  /** As after a restart: what was in memory is gone. */
  private void start() {
    RandomGenerator jitter = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    outbox = new Outbox(database, clock, new Listener());
    dispatcher = new Dispatcher(outbox, api, clock, work -> senders.execute(work), jitter);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void enqueue(String key, long chat) {
    outbox.enqueue(Outgoing.answer(key, SendMessage.to(chat, Message.of(key))));
  }

  private void enqueue(String key, long chat, Urgency urgency) {
    outbox.enqueue(new Outgoing(key, urgency, SendMessage.to(chat, Message.of(key))));
  }

  /** Steps, moving the clock to whatever is due next, until a time. */
  private void runFor(Duration time) {
    Instant end = clock.instant().plus(time);
    for (int i = 0; i < 10_000; i++) {
      Instant next = dispatcher.step();
      if (next.isAfter(end)) {
        clock.set(end);
        return;
      }
      if (next.isAfter(clock.instant())) {
        clock.set(next);
      }
    }
    throw new AssertionError("The dispatcher never rests");
  }

  @Test
  void key_isSentOnce() {
    enqueue("a", PERSON);
    enqueue("a", PERSON);
    runFor(Duration.ofMinutes(1));
    enqueue("a", PERSON);
    start();
    runFor(Duration.ofMinutes(1));

    assertThat(api.words()).containsExactly("a");
    assertThat(told).containsExactly("sent a");
    assertThat(outbox.sent("a")).contains(new Outbox.SentMessage(PERSON, 1000));
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void longestWait_countsOpenChatsOnly() {
    assertThat(outbox.longestWait()).isEqualTo(Duration.ZERO);
    outbox.suspend(GROUP, Reason.BLOCKED);
    enqueue("closed", GROUP);
    clock.advance(Duration.ofSeconds(50));
    enqueue("open", PERSON);
    clock.advance(Duration.ofSeconds(20));
    assertThat(outbox.longestWait()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void answer_goesAtOnce() {
    runFor(Duration.ZERO);
    enqueue("a", PERSON);
    dispatcher.step();

    assertThat(api.asked).extracting(ScriptedApi.Asked::time).containsExactly(START);
  }

  @Test
  void rolledBackTransaction_saysNothing() {
    runFor(Duration.ZERO);
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    _ -> {
                      enqueue("a", PERSON);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls()).isEmpty();
  }

  @Test
  void privateChat_getsOneMessageASecond() {
    IntStream.range(0, 4).forEach(i -> enqueue("m" + i, PERSON));
    runFor(Duration.ofSeconds(10));

    assertThat(api.asked)
        .extracting(ScriptedApi.Asked::time)
        .containsExactly(START, START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3));
  }

  @Test
  void group_getsTwentyMessagesInAnyMinute() {
    IntStream.range(0, 45).forEach(i -> enqueue("m" + i, GROUP));
    runFor(Duration.ofMinutes(5));

    assertThat(api.asked).hasSize(45);
    for (int i = 20; i < 45; i++) {
      Instant earlier = api.asked.get(i - 20).time();
      assertThat(api.asked.get(i).time()).isAfterOrEqualTo(earlier.plus(Duration.ofMinutes(1)));
    }
    assertThat(api.words()).isEqualTo(IntStream.range(0, 45).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void overall_thirtyMessagesASecond() {
    IntStream.range(0, 100).forEach(i -> enqueue("m" + i, 1000 + i));
    runFor(Duration.ofSeconds(10));

    assertThat(api.asked).hasSize(100);
    for (int i = 30; i < 100; i++) {
      assertThat(api.asked.get(i).time())
          .isAfterOrEqualTo(api.asked.get(i - 30).time().plusSeconds(1));
    }
  }

  @Test
  void moreUrgent_goesFirst_olderFirstAmongEqual() {
    enqueue("digest", PERSON, Urgency.DIGEST);
    enqueue("alert 1", PERSON, Urgency.ALERT);
    enqueue("alert 2", PERSON, Urgency.ALERT);
    enqueue("catch up", PERSON, Urgency.CATCH_UP);
    enqueue("correction", PERSON, Urgency.CORRECTION);
    enqueue("answer", PERSON, Urgency.ANSWER);
    runFor(Duration.ofMinutes(1));

    assertThat(api.words())
        .containsExactly("answer", "correction", "alert 1", "alert 2", "digest", "catch up");
  }

  @Test
  void waitingChat_delaysNobodyElse() {
    api.answer(new TooFast(Duration.ofHours(2)));
    enqueue("slow", PERSON);
    enqueue("slow too", PERSON);
    dispatcher.step();
    enqueue("other", 43);
    runFor(Duration.ofMinutes(119));

    assertThat(api.words()).containsExactly("slow", "other");

    runFor(Duration.ofMinutes(2));
    assertThat(api.words()).containsExactly("slow", "other", "slow", "slow too");
    assertThat(api.asked.get(2).time()).isEqualTo(START.plus(Duration.ofHours(2)).plusMillis(1));
  }

  @Test
  void wait_outlivesARestart() {
    api.answer(new TooFast(Duration.ofHours(2)));
    enqueue("slow", PERSON);
    runFor(Duration.ofMinutes(1));
    start();
    runFor(Duration.ofHours(1));

    assertThat(api.words()).containsExactly("slow");
  }

  @Test
  void pressIsAnswered_thoughItsChatWaits() {
    api.answer(new TooFast(Duration.ofHours(1)));
    enqueue("slow", PERSON);
    dispatcher.step();
    outbox.enqueue(Outgoing.answer("c", AnswerCallback.silently("q")));
    runFor(Duration.ofSeconds(1));

    assertThat(api.calls()).last().isEqualTo(AnswerCallback.silently("q"));
  }

  @Test
  void edit_isPacedInGroupsOnly() {
    for (long chat : new long[] {PERSON, GROUP}) {
      for (int i = 0; i < 2; i++) {
        outbox.enqueue(
            Outgoing.answer(chat + "e" + i, new EditMessage(chat, 9, Message.of(chat + "e" + i))));
      }
    }
    runFor(Duration.ofMinutes(1));

    assertThat(api.asked)
        .extracting(each -> ScriptedApi.words(each.call()), ScriptedApi.Asked::time)
        .containsExactlyInAnyOrder(
            tuple("42e0", START),
            tuple("42e1", START),
            tuple("-500e0", START),
            tuple("-500e1", START.plusSeconds(1)));
  }

  @Test
  void typing_isNotShownLate() {
    outbox.enqueue(Outgoing.answer("t", new SendChatAction(PERSON, Optional.empty())));
    clock.advance(Duration.ofSeconds(6));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls()).isEmpty();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void migratedGroup_movesWithEverything() {
    api.answer(new Migrated(-1009));
    enqueue("a", GROUP);
    enqueue("b", GROUP);
    runFor(Duration.ofMinutes(1));
    enqueue("c", GROUP);
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls())
        .extracting(call -> call.chat().orElseThrow(), ScriptedApi::words)
        .containsExactly(
            tuple(GROUP, "a"), tuple(-1009L, "a"), tuple(-1009L, "b"), tuple(-1009L, "c"));
    assertThat(told).containsOnlyOnce("migrated -500 -1009");
    assertThat(outbox.sent("c")).map(Outbox.SentMessage::chat).contains(-1009L);
  }

  @Test
  void rowThatFailedOften_isNotLostWhenItsGroupMigrates() {
    IntStream.range(0, 7).forEach(_ -> api.answer(new Unreachable(false, "502")));
    api.answer(new Migrated(-1009));
    enqueue("a", GROUP);
    runFor(Duration.ofMinutes(10));

    assertThat(api.calls().getLast().chat()).contains(-1009L);
    assertThat(outbox.sent("a")).map(Outbox.SentMessage::chat).contains(-1009L);
  }

  @Test
  void migrationToldByAnUpdate_movesWhatWaits() {
    enqueue("a", GROUP);
    runFor(Duration.ZERO);
    enqueue("b", GROUP);
    outbox.migrate(GROUP, -1009);
    outbox.migrate(GROUP, -1009);
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls())
        .extracting(call -> call.chat().orElseThrow())
        .containsExactly(GROUP, -1009L);
    assertThat(told).containsOnlyOnce("migrated -500 -1009");
  }

  @Test
  void migrationsInACircle_end() {
    IntStream.range(0, 10).forEach(i -> api.answer(new Migrated(i % 2 == 0 ? -1009 : GROUP)));
    enqueue("a", GROUP);
    runFor(Duration.ofMinutes(10));

    assertThat(api.calls()).hasSizeLessThan(10);
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void blockedChat_waitsUntilItOpens() {
    api.answer(new Blocked(Reason.BLOCKED, "Forbidden: bot was blocked by the user"));
    enqueue("a", PERSON);
    runFor(Duration.ofMinutes(1));
    enqueue("b", PERSON);
    start();
    runFor(Duration.ofHours(1));

    assertThat(api.words()).containsExactly("a");
    assertThat(outbox.suspension(PERSON)).contains(Reason.BLOCKED);
    assertThat(outbox.waiting(PERSON)).isEqualTo(2);

    outbox.resume(PERSON);
    runFor(Duration.ofMinutes(1));

    assertThat(api.words()).containsExactly("a", "a", "b");
    assertThat(told).containsExactly("suspended 42 BLOCKED", "resumed 42", "sent a", "sent b");
  }

  @Test
  void missingRightToDelete_suspendsNobody() {
    api.answer(new Blocked(Reason.NO_RIGHTS, "Bad Request: not enough rights to delete"));
    outbox.enqueue(Outgoing.answer("d", new DeleteMessage(GROUP, 3)));
    runFor(Duration.ofMinutes(1));

    assertThat(outbox.suspension(GROUP)).isEmpty();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void unreadableHtml_isSentAsPlainTextOnce() {
    api.answer(refused(Kind.CANT_PARSE));
    Message message =
        Message.of("<b>a &lt; b</b> &amp; <i>c")
            .withButtons(List.of(List.of(new Button.Callback("x", "1:x:1"))));
    outbox.enqueue(Outgoing.answer("m", SendMessage.to(PERSON, message)));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls())
        .containsExactly(
            SendMessage.to(PERSON, message), SendMessage.to(PERSON, message.asPlain("a < b & c")));
    assertThat(dispatcher.statistics().cantParse()).isEqualTo(1);
  }

  @Test
  void plainTextRefusedToo_isKeptAndBlocksNobody() {
    api.answer(refused(Kind.CANT_PARSE), refused(Kind.CANT_PARSE));
    enqueue("m", PERSON);
    enqueue("n", PERSON);
    runFor(Duration.ofMinutes(1));

    assertThat(api.words()).containsExactly("m", "m", "n");
    assertThat(dispatcher.statistics().refused()).isEqualTo(1);
  }

  @Test
  void tooLongMessage_isShortenedAtASentence() {
    api.answer(refused(Kind.TOO_LONG));
    String sentence = "<i>" + "word ".repeat(19) + "end.</i> ";
    outbox.enqueue(Outgoing.answer("m", SendMessage.to(PERSON, Message.of(sentence.repeat(60)))));
    runFor(Duration.ofMinutes(1));

    SendMessage second = (SendMessage) api.calls().get(1);
    assertThat(Rescue.plain(second.message().html()).length()).isBetween(3000, 3500);
    assertThat(second.message().html()).endsWith("end.</i>");
    assertThat(dispatcher.statistics().tooLong()).isEqualTo(1);
  }

  @Test
  void lostTopic_isReplacedByGeneral() {
    api.answer(refused(Kind.THREAD_NOT_FOUND));
    outbox.enqueue(
        Outgoing.answer(
            "m", new SendMessage(GROUP, Optional.of(7L), Optional.of(8L), Message.of("m"))));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls()).last().isEqualTo(SendMessage.to(GROUP, Message.of("m")));
    assertThat(told).containsExactly("topic lost -500 7", "sent m");
  }

  @Test
  void refusedButtons_doNotCostTheAnswer() {
    api.answer(new Refused(400, "Bad Request: BUTTON_URL_INVALID", Kind.OTHER));
    Button own = new Button.Callback("c", "1:c:1");
    Message message =
        Message.of("<b>x</b>")
            .withButtons(List.of(List.of(own, new Button.Link("o", "https://example.org"))));
    outbox.enqueue(Outgoing.answer("m", SendMessage.to(PERSON, message)));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls())
        .containsExactly(
            SendMessage.to(PERSON, message),
            SendMessage.to(PERSON, message.withButtons(List.of(List.of(own)))));
  }

  @Test
  void messageThatIsRefusedForNoKnownReason_isTriedWithLessEachTime() {
    Refused no = new Refused(400, "Bad Request: NOT_TODAY", Kind.OTHER);
    api.answer(no, no, no);
    Message message =
        Message.of("<b>x</b>")
            .withButtons(List.of(List.of(new Button.Callback("c", "1:c:1"))))
            .withPreview("https://example.org");
    outbox.enqueue(Outgoing.answer("m", SendMessage.to(PERSON, message)));
    runFor(Duration.ofMinutes(1));

    assertThat(api.words()).containsExactly("<b>x</b>", "<b>x</b>", "<b>x</b>", "x");
    assertThat(dispatcher.statistics().refused()).isZero();
  }

  @Test
  void unchangedMessage_isSuccess() {
    api.answer(refused(Kind.NOT_MODIFIED));
    outbox.enqueue(Outgoing.answer("e", new EditMessage(PERSON, 9, Message.of("x"))));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls()).hasSize(1);
    assertThat(outbox.sent("e")).contains(new Outbox.SentMessage(PERSON, 9));
  }

  @Test
  void changeOfADeletedMessage_isSentAnewWhereSomebodyWaitsForIt() {
    Refused gone = new Refused(400, "Bad Request: message to edit not found", Kind.OTHER);
    api.answer(gone);
    EditMessage.Anew anew = new EditMessage.Anew(Optional.empty(), Optional.of(7L));
    outbox.enqueue(
        Outgoing.answer("e", new EditMessage(PERSON, 9, Message.of("x"), Optional.of(anew))));
    runFor(Duration.ofMinutes(1));
    api.answer(gone);
    outbox.enqueue(Outgoing.answer("f", new EditMessage(PERSON, 9, Message.of("y"))));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls())
        .filteredOn(SendMessage.class::isInstance)
        .containsExactly(
            new SendMessage(PERSON, Optional.empty(), Optional.of(7L), Message.of("x")));
    assertThat(outbox.sent("e")).isPresent();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void lateCallbackAnswer_isForgotten() {
    api.answer(refused(Kind.QUERY_TOO_OLD));
    outbox.enqueue(Outgoing.answer("c", AnswerCallback.silently("q")));
    runFor(Duration.ofMinutes(1));

    assertThat(api.calls()).hasSize(1);
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void outage_isWaitedOutInOrder() {
    IntStream.range(0, 6).forEach(_ -> api.answer(new Unreachable(false, "502")));
    enqueue("a", PERSON);
    enqueue("b", PERSON);
    runFor(Duration.ofMinutes(5));

    assertThat(api.words()).containsExactly("a", "a", "a", "a", "a", "a", "a", "b");
    Duration lastPause = Duration.between(api.asked.get(5).time(), api.asked.get(6).time());
    assertThat(lastPause).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
    assertThat(dispatcher.statistics().unanswered()).isEqualTo(6);
  }

  @Test
  void rowThatAlwaysFails_letsItsChatPass() {
    api.answer(new Unreachable(false, "500"));
    enqueue("bad", PERSON);
    runFor(Duration.ofMillis(100));
    enqueue("elsewhere", 43);
    runFor(Duration.ofMillis(100));
    IntStream.range(0, 7).forEach(_ -> api.answer(new Unreachable(false, "500")));
    enqueue("good", PERSON);
    runFor(Duration.ofMinutes(10));

    assertThat(api.words()).endsWith("good", "bad");
  }

  @Test
  void refusedToken_stopsAndKeepsEverything() {
    api.answer(new Unauthorized());
    enqueue("a", PERSON);

    assertThat(dispatcher.run()).isEqualTo(Dispatcher.Ended.TOKEN_REFUSED);
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void answerThatCannotBeStored_stopsSending_untilItCan() {
    listenerFails = true;
    enqueue("a", PERSON);
    enqueue("b", 43);
    dispatcher.step();
    enqueue("c", 44);
    runFor(Duration.ofMinutes(5));

    assertThat(api.words())
        .as("nothing new while a crash would repeat it")
        .containsExactly("a", "b");

    listenerFails = false;
    runFor(Duration.ofMinutes(1));
    assertThat(api.words()).containsExactly("a", "b", "c");
  }

  @Test
  void deathBeforeTheAnswerIsStored_repeats_deathBeforeTheRequest_doesNot() {
    enqueue("lost in flight", PERSON);
    enqueue("not yet sent", PERSON);
    dispatcher.step();
    // The answer is in memory only; now the process dies.
    start();
    runFor(Duration.ofMinutes(1));

    assertThat(api.words()).containsExactly("lost in flight", "lost in flight", "not yet sent");
  }

  @Test
  void oneMessageOfAChat_isUnderWayAtATime() {
    List<Runnable> requests = new ArrayList<>();
    senders = requests::add;
    enqueue("a", PERSON);
    enqueue("b", PERSON);
    enqueue("c", 43);
    dispatcher.step();
    clock.advance(Duration.ofMinutes(1));
    dispatcher.step();

    assertThat(requests).hasSize(2);
  }

  @Test
  void defectInTheApi_isLikeNoAnswer() {
    Dispatcher broken =
        new Dispatcher(
            outbox,
            _ -> {
              throw new IllegalStateException("defect");
            },
            clock,
            Runnable::run,
            RandomGenerator.getDefault());
    enqueue("a", PERSON);
    broken.step();
    broken.step();

    assertThat(outbox.waiting()).isEqualTo(1);
    assertThat(broken.statistics().unanswered()).isEqualTo(1);
  }

  @Test
  void close_waitsForWhatIsUnderWay() throws Exception {
    senders = Thread.ofVirtual()::start;
    enqueue("a", PERSON);
    Thread loop = Thread.ofPlatform().start(() -> dispatcher.run());
    await().until(() -> !api.asked.isEmpty());
    dispatcher.close();
    loop.join(1000);

    assertThat(loop.isAlive()).isFalse();
    assertThat(outbox.sent("a")).isPresent();
  }

  private static SendOutcome refused(Kind kind) {
    return new Refused(400, "Bad Request: " + kind, kind);
  }

  @Test
  void ended_isForgottenAfterAWhile() {
    enqueue("a", PERSON);
    runFor(Duration.ofMinutes(1));
    enqueue("b", 43);

    assertThat(outbox.forgetEndedBefore(clock.instant())).isEqualTo(1);
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void outgoing_mustBeAbleToWait() {
    assertThatThrownBy(() -> Outgoing.answer("k", new Call.GetMe()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Outgoing.answer(" ", AnswerCallback.silently("q")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
