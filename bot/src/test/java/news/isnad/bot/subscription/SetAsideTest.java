package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.terminal.RecordedLog;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that cannot be dealt with holds nothing up, and is not forgotten. */
class SetAsideTest {
  private static final String SAID = "The strike goes on. \"We stay,\" said Maya Ferrant.";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final FakeTelegram telegram = new FakeTelegram(clock, 0);
  private final HttpTelegramApi api = telegram.api();
  private AlertWorld world;

  @BeforeEach
  void open() {
    world = new AlertWorld(folder, clock, api, Runnable::run);
    telegram.addPrivateChat(Room.READER, "R");
    world.subscribe(Room.READER, "strike speaker:Ferrant");
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
    telegram.close();
  }

  private List<String> run(Duration time) {
    world.run(clock, time);
    return telegram.said(Room.READER);
  }

  private long kept() {
    return new SetAside(world.database).givenUp().size();
  }

  @Test
  void edition_thatCannotBeMatchedForAWhile_isToldOnceItCan() {
    world.unreadable = edition -> edition.title().equals("Story 1");
    world.arrive(1, "Ledger", "Story 1", SAID);
    world.arrive(2, "Ledger", "Story 2", SAID);
    assertThat(run(Duration.ofSeconds(10))).singleElement().asString().contains("Story 2");
    world.unreadable = _ -> false;
    assertThat(run(Duration.ofMinutes(5))).hasSize(2).last().asString().contains("Story 1");
    assertThat(run(Duration.ofHours(5))).hasSize(2);
    assertThat(kept()).isZero();
  }

  @Test
  void edition_thatCanNeverBeMatched_isTriedAFewTimesAndKept() {
    world.unreadable = edition -> edition.title().equals("Story 1");
    world.arrive(1, "Ledger", "Story 1", SAID);
    assertThat(run(Duration.ofHours(5))).isEmpty();
    assertThat(world.alerts.cursor()).isEqualTo(world.articles.lastSequence());
    assertThat(kept()).isEqualTo(1);
    world.arrive(2, "Ledger", "Story 2", SAID);
    assertThat(run(Duration.ofSeconds(10))).hasSize(1);
  }

  @Test
  void failures_areLoggedWithTheirPlaceAndWithoutReadersWords() {
    world.unreadable = edition -> edition.title().equals("Story 1");
    try (RecordedLog log = new RecordedLog(Level.DEBUG, "")) {
      world.arrive(1, "Ledger", "Story 1", SAID);
      run(Duration.ofHours(5));

      assertThat(log.lines())
          .anyMatch(
              line -> line.contains("IllegalStateException: …") && line.contains("AlertWorld"))
          .noneMatch(line -> line.contains(AlertWorld.WORDS));
    }
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void edition_thatHasALaterOne_isNotTriedAgain() {
    world.unreadable = edition -> edition.title().equals("Story 1");
    world.arrive(1, "Ledger", "Story 1", SAID);
    run(Duration.ofSeconds(10));
    world.unreadable = _ -> false;
    world.arrive(1, "Ledger", "Story 1 again", SAID);
    assertThat(run(Duration.ofHours(5))).singleElement().asString().contains("Story 1 again");
  }

  @Test
  void edition_whoseAlertCannotBeRead_holdsUpNobody() {
    world.arrive(1, "Ledger", "Story 1", SAID);
    run(Duration.ofSeconds(10));
    world.database.inTransaction(handle -> handle.execute("UPDATE alert SET outlets = 'broken'"));
    world.arrive(1, "Coast Daily", "Story 1", SAID);
    world.arrive(2, "Ledger", "Story 2", SAID);
    assertThat(run(Duration.ofHours(5))).hasSize(2).last().asString().contains("Story 2");
    assertThat(kept()).isEqualTo(1);
  }

  /** What is stored of the alert of a story can be read no more. */
  private void breakAlert(int story) {
    world.database.inTransaction(
        handle ->
            handle.execute(
                "UPDATE alert SET outlets = 'broken' WHERE story = ?", "story-" + story));
  }

  private void expectAnotherOutlet(int story) {
    world.arrive(story, "Coast Daily", "Story " + story, SAID);
    while (world.alerts.step()) {}
  }

  private String message(int story) {
    return telegram.said(Room.READER).stream()
        .filter(said -> said.contains("Story " + story))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void alert_whoseMessageIsToBeChangedAndCannotBeRead_holdsUpNoOther() {
    world.arrive(1, "Ledger", "Story 1", SAID);
    world.arrive(2, "Ledger", "Story 2", SAID);
    run(Duration.ofSeconds(10));
    expectAnotherOutlet(1);
    expectAnotherOutlet(2);
    breakAlert(1);
    world.arrive(3, "Ledger", "Story 3", SAID);
    assertThat(run(Duration.ofMinutes(5))).hasSize(3);
    assertThat(message(1)).doesNotContain("+1");
    assertThat(message(2)).contains("+1");
    run(Duration.ofHours(5));
    assertThat(new SetAside(world.database).givenUp()).hasSize(1);
    assertThat(world.alerts.nextDue()).as("tried no more").isEmpty();
  }

  @Test
  void alert_whoseMessageCannotBeChangedForAWhile_isChangedOnceItCan() {
    world.arrive(1, "Ledger", "Story 1", SAID);
    run(Duration.ofSeconds(10));
    expectAnotherOutlet(1);
    String outlets =
        world.database.reading(
            handle -> handle.createQuery("SELECT outlets FROM alert").mapTo(String.class).one());
    breakAlert(1);
    run(Duration.ofMinutes(5));
    world.database.inTransaction(handle -> handle.execute("UPDATE alert SET outlets = ?", outlets));
    run(Duration.ofMinutes(10));
    assertThat(message(1)).contains("+1");
    assertThat(new SetAside(world.database).isEmpty()).isTrue();
  }

  @Test
  void alert_thatIsToBeToldAndCannotBeRead_holdsUpNoOtherOfItsChat() {
    world
        .subscriptions
        .in(Room.READER)
        .forEach(each -> world.change(world.subscriptions.end(each.id(), clock.instant())));
    world.subscribe(
        Room.READER, Optional.empty(), "strike", Language.ENGLISH, new Schedule.Hourly());
    world.arrive(1, "Ledger", "Story 1", SAID);
    world.arrive(2, "Ledger", "Story 2", SAID);
    world.arrive(3, "Ledger", "Story 3", SAID);
    run(Duration.ofSeconds(10));
    breakAlert(2);
    assertThat(run(Duration.ofHours(8)))
        .as("in one digest")
        .singleElement()
        .asString()
        .contains("Story 1", "Story 3")
        .doesNotContain("Story 2");
    assertThat(new SetAside(world.database).givenUp()).hasSize(1);
  }
}
