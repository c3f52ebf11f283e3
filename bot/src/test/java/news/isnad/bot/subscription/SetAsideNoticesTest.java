package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators hear in their chat of what alerts have given up. */
class SetAsideNoticesTest {
  private static final long OPERATORS = 77;
  private static final String SAID = "The strike goes on. \"We stay,\" said Maya Ferrant.";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final FakeTelegram telegram = new FakeTelegram(clock, 0);
  private final HttpTelegramApi api = telegram.api();
  private AlertWorld world;
  private SetAsideNotices notices;

  @BeforeEach
  void open() {
    world = new AlertWorld(folder, clock, api, Runnable::run);
    telegram.addPrivateChat(Room.READER, "R");
    telegram.addPrivateChat(OPERATORS, "O");
    world.subscribe(Room.READER, "strike speaker:Ferrant");
    notices = notices(Optional.of(OPERATORS));
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
    telegram.close();
  }

  private SetAsideNotices notices(Optional<Long> chat) {
    return new SetAsideNotices(
        world.database,
        world.articles,
        world.memory.preferences(),
        world.composer,
        world.outbox,
        chat,
        clock);
  }

  private void breakStories(int first, int last) {
    world.unreadable = edition -> edition.title().startsWith("Story");
    for (int story = first; story <= last; story++) {
      world.arrive(story, "Ledger & Sons", "Story " + story, SAID);
    }
  }

  private List<String> run(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      world.run(clock, Duration.ofMinutes(10));
      notices.step();
    }
    return telegram.said(OPERATORS);
  }

  @Test
  void whatIsGivenUp_isOneNotice_andNoneOfItASecondTime() {
    breakStories(1, 8);
    assertThat(run(Duration.ofHours(1))).as("tried again still").isEmpty();
    assertThat(run(Duration.ofHours(2)))
        .singleElement()
        .asString()
        .contains("8 articles", "0 alerts", "0 questions", "Story 1", "Ledger & Sons")
        .contains("Story 5")
        .doesNotContain("Story 6");
    notices = notices(Optional.of(OPERATORS));
    breakStories(9, 10);
    assertThat(run(Duration.ofHours(3))).as("not before six hours are over").hasSize(1);
    assertThat(run(Duration.ofHours(10))).hasSize(2).last().asString().contains("2 articles");
    assertThat(run(Duration.ofHours(20))).hasSize(2);
  }

  @Test
  void notice_isInTheLanguageOfTheChat() {
    world.change(world.memory.preferences().set(OPERATORS, Language.ARABIC));
    breakStories(1, 2);
    assertThat(run(Duration.ofHours(3)))
        .singleElement()
        .asString()
        .startsWith("تُركت بعد أربع محاولات: مقالات لم يُبلَّغ بها 2");
  }

  @Test
  void alertsAndQuestions_areCounted_withoutTheirWords() {
    SetAside setAside = new SetAside(world.database);
    IllegalStateException defect = new IllegalStateException("about my neighbour");
    for (int i = 0; i < 4; i++) {
      setAside.failed(SetAside.editOf("a"), SetAside.WHOLE, defect, clock.instant());
      setAside.failed(SetAside.tellingOf("a"), SetAside.WHOLE, defect, clock.instant());
      setAside.failed(SetAside.questionOf("q"), SetAside.WHOLE, defect, clock.instant());
    }
    assertThat(run(Duration.ofMinutes(20)))
        .singleElement()
        .asString()
        .contains("0 articles", "1 alerts", "1 questions")
        .doesNotContain("neighbour");
  }

  @Test
  void withoutAChat_nothingIsTold_andNothingIsLost() {
    notices = notices(Optional.empty());
    breakStories(1, 1);
    assertThat(run(Duration.ofHours(3))).isEmpty();
    notices = notices(Optional.of(OPERATORS));
    assertThat(run(Duration.ofMinutes(20))).hasSize(1);
  }

  @Test
  void whatIsOfForgottenAlerts_isForgotten() {
    SetAside setAside = new SetAside(world.database);
    setAside.failed(
        SetAside.editOf("gone"), SetAside.WHOLE, new IllegalStateException(), clock.instant());
    setAside.failed("alerts", 1, new IllegalStateException(), clock.instant());
    setAside.tidy(clock.instant());
    assertThat(setAside.stepsDue(clock.instant().plus(Duration.ofDays(1))))
        .containsExactly("alerts");
  }
}
