package news.isnad.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import news.isnad.bot.telegram.SendOutcome.Conflict;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.bot.telegram.Updates.Polled;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class UpdatePollerTest {
  private static final RandomGenerator JITTER =
      RandomGeneratorFactory.of("L64X128MixRandom").create(1);

  private final Updates updates = mock();
  private final TelegramApi api = mock();
  private final UpdateStore store = mock();
  private final Runnable onStored = mock();
  private final List<String> conflicts = new ArrayList<>();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final UpdatePoller poller =
      new UpdatePoller(updates, api, store, clock, JITTER, onStored, conflicts::add);

  private static Polled batch(String... jsons) {
    try {
      List<JsonNode> list = new ArrayList<>();
      for (String json : jsons) {
        list.add(new ObjectMapper().readTree(json));
      }
      return new Polled.Batch(list);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String text(long id, long chat) {
    return "{\"update_id\":"
        + id
        + ",\"message\":{\"message_id\":1,\"chat\":{\"id\":"
        + chat
        + "},\"from\":{\"id\":3},\"text\":\"x\"}}";
  }

  private void answers(Polled first, Polled... more) {
    when(updates.poll(anyLong(), anyInt(), any())).thenReturn(first, more);
  }

  @Test
  void batch_isStoredBeforeTheNextPollConfirmsIt() {
    when(store.nextOffset()).thenReturn(10L);
    answers(batch(text(10, 1), text(11, 2)), batch());

    assertThat(poller.poll()).contains(Duration.ZERO);
    clock.advance(Duration.ofSeconds(1));
    poller.poll();

    InOrder order = inOrder(updates, store, onStored);
    order.verify(updates).poll(eq(10L), eq(100), any());
    order
        .verify(store)
        .store(
            List.of(
                new Received(10, 1, text(10, 1), Optional.empty()),
                new Received(11, 2, text(11, 2), Optional.empty())));
    order.verify(onStored).run();
    order.verify(updates).poll(eq(12L), eq(100), any());
  }

  @Test
  void failingStore_confirmsNothingAndAsksAgain() {
    when(store.nextOffset()).thenReturn(10L);
    answers(batch(text(10, 1)));
    doThrow(new IllegalStateException("disk full")).doNothing().when(store).store(any());

    assertThat(poller.poll()).hasValueSatisfying(pause -> assertThat(pause).isPositive());
    assertThat(poller.poll()).contains(Duration.ZERO);

    verify(updates, times(2)).poll(eq(10L), eq(100), any());
    verify(onStored, times(1)).run();
  }

  @Test
  void offset_isReadFromTheStoreAgainIfThatFails() {
    when(store.nextOffset()).thenThrow(new IllegalStateException("held")).thenReturn(7L);
    answers(batch());

    assertThat(poller.poll()).hasValueSatisfying(pause -> assertThat(pause).isPositive());
    poller.poll();

    verify(updates, times(1)).poll(eq(7L), anyInt(), any());
  }

  @Test
  void tooFast_waitsExactlyAsLongAsAsked() {
    answers(new Polled.Failed(new TooFast(Duration.ofSeconds(17))));

    assertThat(poller.poll()).contains(Duration.ofSeconds(17));
  }

  @Test
  void wrongToken_ends() {
    answers(new Polled.Failed(new Unauthorized()));

    assertThat(poller.poll()).isEmpty();
    assertThat(poller.run()).isEqualTo(UpdatePoller.Ended.TOKEN_REFUSED);
  }

  @Test
  void conflict_isToldOnceAndKeptAwayFrom() {
    Polled conflict = new Polled.Failed(new Conflict("terminated by other getUpdates request"));
    answers(conflict, conflict, batch(text(1, 1)), conflict);

    Duration first = poller.poll().orElseThrow();
    Duration second = poller.poll().orElseThrow();
    poller.poll();
    poller.poll();

    assertThat(first).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(second).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(conflicts).hasSize(2);
  }

  @Test
  void webhook_isRemoved() {
    answers(
        new Polled.Failed(new Conflict("Conflict: can't use getUpdates while webhook is active")));

    poller.poll();

    verify(api).call(new Call.DeleteWebhook());
    assertThat(conflicts).isEmpty();
  }

  @Test
  void outage_backsOffUpToHalfAMinute() {
    answers(new Polled.Failed(new Unreachable(false, "502")));
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pauses.add(poller.poll().orElseThrow());
    }

    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
  }

  @Test
  void brokenAnswer_isTakenApartUntilItsUpdateIsFound() {
    when(store.nextOffset()).thenReturn(5L);
    String broken = "{\"ok\":true,\"result\":[{\"update_id\":5,\"message\":{\"text\":\"\u0001\"}]}";
    answers(
        new Polled.Unreadable(broken + "and 99 more"),
        new Polled.Unreadable(broken),
        new Polled.Unreadable(broken),
        new Polled.Unreadable(broken),
        batch(text(6, 1)),
        batch());

    for (int i = 0; i < 6; i++) {
      poller.poll();
    }

    InOrder order = inOrder(updates, store);
    order.verify(updates).poll(eq(5L), eq(100), any());
    order.verify(updates, times(3)).poll(eq(5L), eq(1), any());
    order.verify(store).store(List.of(new Received(5, 0, broken, Optional.of("not JSON"))));
    order.verify(updates).poll(eq(6L), eq(100), any());
    order.verify(updates).poll(eq(7L), eq(100), any());
  }

  @Test
  void garbageOnTheWay_losesNothing() {
    when(store.nextOffset()).thenReturn(5L);
    answers(
        new Polled.Unreadable("{\"ok\":true,\"result\":[{\"update_id\":5,"),
        new Polled.Unreadable("{\"ok\":true,\"result\":[{\"upd"),
        batch(text(5, 1)));

    poller.poll();
    poller.poll();
    poller.poll();

    verify(store, times(1)).store(List.of(new Received(5, 1, text(5, 1), Optional.empty())));
  }

  @Test
  void elementWithoutNumber_stopsNobody() {
    answers(batch("{\"message\":{}}", "17", "null", text(8, 1)), batch("{}"));

    assertThat(poller.poll()).contains(Duration.ZERO);
    assertThat(poller.poll())
        .as("nothing can be confirmed: no hurry")
        .hasValueSatisfying(pause -> assertThat(pause).isPositive());

    verify(store).store(List.of(new Received(8, 1, text(8, 1), Optional.empty())));
  }

  @Test
  void numbersThatBeganAnew_areNotSkipped() {
    when(store.nextOffset()).thenReturn(900L, 0L);
    answers(batch(), batch(text(3, 1)));

    poller.poll();
    clock.advance(Duration.ofDays(7));
    poller.poll();

    verify(updates).poll(eq(900L), anyInt(), any());
    verify(updates).poll(eq(0L), anyInt(), any());
  }

  @Test
  void emptyAnswerAtOnce_isNotFollowedAtOnce() {
    answers(batch());

    assertThat(poller.poll()).hasValueSatisfying(pause -> assertThat(pause).isPositive());
  }

  @Test
  void lastAnswer_isTheLastProperOne() {
    answers(batch(), new Polled.Failed(new Unreachable(true, "no route")));
    poller.poll();
    Instant answered = clock.instant();
    clock.advance(Duration.ofMinutes(4));
    poller.poll();

    assertThat(poller.lastAnswer()).isEqualTo(answered);
    verify(store, never()).store(any());
  }

  @Test
  void close_endsALongPollAndLeavesNoThread() throws Exception {
    try (FakeTelegram telegram = new FakeTelegram();
        HttpTelegramApi real = telegram.api()) {
      UpdatePoller longPoller =
          new UpdatePoller(real, real, store, Instant::now, JITTER, onStored, conflicts::add);
      var ended = new CompletableFuture<UpdatePoller.Ended>();
      Thread thread = Thread.ofPlatform().start(() -> ended.complete(longPoller.run()));
      telegram.say(5, "wait for it");
      await().until(() -> telegram.confirmed() > 0);

      long before = System.nanoTime();
      longPoller.close();
      thread.join(1000);

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
      assertThat(ended).isCompletedWithValue(UpdatePoller.Ended.CLOSED);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void secondPoller_getsTheConflict() {
    try (FakeTelegram telegram = new FakeTelegram();
        HttpTelegramApi one = telegram.api();
        HttpTelegramApi other = telegram.api()) {
      var first = new CompletableFuture<Polled>();
      Thread.ofVirtual().start(() -> first.complete(one.poll(0, 100, Duration.ofSeconds(20))));
      await()
          .until(
              () -> {
                other.poll(0, 100, Duration.ZERO);
                return first.isDone();
              });

      assertThat(first.join())
          .isInstanceOfSatisfying(
              Polled.Failed.class, failed -> assertThat(failed.why()).isInstanceOf(Conflict.class));
    }
  }
}
