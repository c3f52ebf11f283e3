package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleName;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlets correct and withdraw what was told, once or more often, soon or late. */
class TakenBackTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final long OTHER = 9;
  private static final String STRIKE =
      "The dock strike began on Monday. \"We will stay out,\" said Maya Ferrant.";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final FakeTelegram telegram = new FakeTelegram(clock, 0);
  private final HttpTelegramApi api = telegram.api();
  private AlertWorld world;

  @BeforeEach
  void open() {
    world = new AlertWorld(folder, clock, api, Runnable::run);
    telegram.addPrivateChat(Room.READER, "R");
    telegram.addPrivateChat(OTHER, "O");
    world.subscribe(Room.READER, "dock strike");
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
    telegram.close();
  }

  private void arrive(String title, String text) {
    world.arrive(1, "Island Ledger", title, text);
    world.run(clock, SOON);
  }

  private List<Shown> told() {
    return telegram.messages(Room.READER).stream().filter(Shown::ours).toList();
  }

  private void assertReply(int place, String beginning) {
    assertThat(told()).hasSize(place + 1);
    assertThat(told().get(place).text()).startsWith(beginning);
    assertThat(told().get(place).replyTo()).contains(told().getFirst().id());
  }

  @Test
  void withdrawal_withoutTheTopicsWords_isToldToThoseWhoWereTold() {
    arrive("Dock strike begins", STRIKE);
    world.subscribe(OTHER, "dock strike");
    arrive("Withdrawn", "This story has been withdrawn because its source was wrong.");
    assertReply(1, "Withdrawn by ⁨Island Ledger⁩");
    assertThat(told().getFirst().text()).startsWith("Withdrawn: ");
    assertThat(telegram.said(OTHER)).isEmpty();
    world.run(clock, Duration.ofHours(1));
    assertThat(told()).hasSize(2);
  }

  @Test
  void correction_withoutTheTopicsWords_isToldToThoseWhoWereTold() {
    arrive("Dock strike begins", STRIKE);
    arrive(
        "Meeting at the harbour",
        "Nobody walked out. Correction: an earlier version of this article was about another day.");
    assertReply(1, "Correction by ⁨Island Ledger⁩");
    assertThat(told().getFirst().text()).startsWith("Corrected since: ");
  }

  @Test
  void quotationThatIsTakenOutWithTheTopic_isSaid() {
    arrive("Dock strike begins", STRIKE);
    arrive("Meeting at the harbour", "Nobody walked out on Monday.");
    assertReply(1, "The words quoted above no longer stand");
  }

  @Test
  void editionOffTheTopic_thatTakesNothingBack_isNotTold() {
    arrive("Dock strike begins", STRIKE);
    arrive(
        "Harbour on Monday",
        "Workers walked out. \"We will stay out,\" said Maya Ferrant. \"Let them,\" said Otto"
            + " Brandel.");
    world.run(clock, Duration.ofMinutes(30));
    assertThat(told()).hasSize(1);
  }

  @Test
  void withdrawal_thatIsPlacedInAnotherStory_repliesToTheFirstAlert() {
    arrive("Dock strike begins", STRIKE);
    arrive("story-77", "This story has been withdrawn. It was about a dock strike.");
    assertReply(1, "Withdrawn by ⁨Island Ledger⁩");
  }

  @Test
  void withdrawal_ofWhatIsPaused_isNotTold() {
    arrive("Dock strike begins", STRIKE);
    world.change(world.subscriptions.pause(world.subscriptions.in(Room.READER).getFirst().id()));
    arrive("Withdrawn", "This story has been withdrawn because its source was wrong.");
    assertThat(told()).hasSize(1);
  }

  @Test
  void withdrawal_afterACorrection_isToldOnce() {
    arrive("Dock strike begins", STRIKE);
    String corrected = STRIKE + " An earlier version of this article gave another day.";
    arrive("Dock strike begins", corrected);
    assertReply(1, "Correction by ");
    String withdrawn = "This story has been withdrawn. It was about a dock strike.";
    arrive("Dock strike begins", withdrawn);
    assertReply(2, "Withdrawn by ");
    assertThat(told().getFirst().text()).startsWith("Withdrawn: ");
    arrive("Dock strike begins", withdrawn + " We are sorry.");
    arrive("Dock strike begins", corrected + " And another thing.");
    assertThat(told()).hasSize(3);
    assertThat(told().getFirst().text()).startsWith("Withdrawn: ");
  }

  @Test
  void secondCorrection_isToldIfItSaysSomethingElse() {
    arrive("Dock strike begins", STRIKE);
    String first = " An earlier version of this article gave another day.";
    arrive("Dock strike begins", STRIKE + first);
    arrive("Dock strike begins", STRIKE + " More ships wait." + first);
    assertThat(told()).hasSize(2);
    arrive(
        "Dock strike begins",
        STRIKE + first + " An earlier version of this article misspelt the name of the quay.");
    assertReply(2, "Correction by ");
    assertThat(told().get(2).text()).contains("misspelt").doesNotContain("another day");
  }

  @Test
  void correction_thatTakesTheQuotationOutToo_isToldOnce() {
    arrive("Dock strike begins", STRIKE);
    String corrected =
        "The dock strike began. An earlier version of this article quoted somebody wrongly.";
    arrive("Dock strike begins", corrected);
    arrive("Dock strike begins", corrected + " Ships wait.");
    assertReply(1, "Correction by ");
  }

  @Test
  void quotationThatIsTakenOutAfterACorrection_isSaid() {
    arrive("Dock strike begins", STRIKE);
    String note = " An earlier version of this article gave another day.";
    arrive("Dock strike begins", STRIKE + note);
    arrive("Dock strike begins", "The dock strike began on Monday." + note);
    assertReply(2, "The words quoted above no longer stand");
  }

  @Test
  void correctionOfLongAgo_changesTheAlertToo() {
    arrive("Dock strike begins", STRIKE);
    world.run(clock, Duration.ofDays(10));
    arrive("Dock strike begins", STRIKE + " An earlier version of this article gave another day.");
    assertReply(1, "Correction by ");
    assertThat(told().getFirst().text()).startsWith("Corrected since: ");
  }

  @Test
  void outletsOfLongAfter_areNotCounted_butWhatIsPressedIsShown() {
    arrive("Dock strike begins", STRIKE);
    world.run(clock, Duration.ofDays(3));
    world.arrive(1, "Harbour Post", "Dock strike goes on", STRIKE);
    world.run(clock, Duration.ofMinutes(5));
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().text()).doesNotContain("+1");
    Alert alert = world.store.in(Room.READER, Instant.EPOCH, 1).getFirst();
    world.change(world.store.claim(alert.id(), Room.READER, "Sami", clock.instant()));
    world.run(clock, SOON);
    assertThat(told().getFirst().text()).contains("On it: ⁨Sami⁩");
  }

  @Test
  void correction_inADigestsChat_isToldAtOnce_inReplyToTheDigest() {
    world.subscribe(
        OTHER, Optional.empty(), "dock strike", Language.ENGLISH, new Schedule.Hourly());
    arrive("Dock strike begins", STRIKE);
    world.arrive(2, "Island Ledger", "Dock strike elsewhere", "Another dock strike began.");
    world.run(clock, Duration.ofHours(2));
    assertThat(telegram.said(OTHER)).hasSize(1);
    arrive("Withdrawn", "This story has been withdrawn because its source was wrong.");
    assertThat(telegram.said(OTHER)).hasSize(2).last().asString().startsWith("Withdrawn by ");
  }

  private void goAway() {
    world.articles.withdraw(URI.create("https://Island-Ledger.example/1"));
    world.run(clock, SOON);
  }

  @Test
  void pageThatIsGone_isToldAsAWithdrawal_onceAndToThoseWhoWereTold() {
    arrive("Dock strike begins", STRIKE);
    arrive("Dock strike begins", STRIKE + " An earlier version of this article gave another day.");
    world.subscribe(OTHER, "dock strike");
    goAway();
    assertReply(2, "Withdrawn by ⁨Island Ledger⁩");
    assertThat(told().get(2).text()).doesNotContain("another day");
    assertThat(told().getFirst().text()).startsWith("Withdrawn: ");
    assertThat(telegram.said(OTHER)).isEmpty();
    world.run(clock, Duration.ofHours(1));
    arrive("Dock strike begins", STRIKE);
    goAway();
    assertThat(told()).as("told once").hasSize(3);
  }

  @Test
  void pageThatIsGone_ofAnArticleNobodyWasToldOf_isNotTold() {
    arrive("Dock strike begins", STRIKE);
    world.arrive(2, "Island Ledger", "Weather", "It rained.");
    world.run(clock, SOON);
    world.articles.withdraw(URI.create("https://Island-Ledger.example/2"));
    world.run(clock, SOON);
    assertThat(told()).hasSize(1);
  }

  @Test
  void pageThatIsBackBeforeItIsTold_isNotTold() {
    arrive("Dock strike begins", STRIKE);
    world.articles.withdraw(URI.create("https://Island-Ledger.example/1"));
    arrive("Dock strike begins", STRIKE);
    assertThat(told()).hasSize(1);
  }

  @Test
  void pageThatIsGone_whileTheBotStartsAnew_isTold() {
    arrive("Dock strike begins", STRIKE);
    world.close();
    world = new AlertWorld(folder, clock, api, Runnable::run);
    goAway();
    assertReply(1, "Withdrawn by ⁨Island Ledger⁩");
  }

  @Test
  void pageThatIsGone_ofAnAlertThatCannotBeReadForAWhile_isToldOnceItCan() {
    arrive("Dock strike begins", STRIKE);
    world.database.inTransaction(handle -> handle.execute("UPDATE alert SET outlets = 'broken'"));
    goAway();
    world.database.inTransaction(
        handle -> handle.execute("UPDATE alert SET outlets = '[\"Island Ledger\"]'"));
    world.run(clock, Duration.ofMinutes(3));
    assertReply(1, "Withdrawn by ⁨Island Ledger⁩");
  }

  @Test
  void pageThatIsGone_andThenTakenDown_isNotTriedForEver() {
    arrive("Dock strike begins", STRIKE);
    Edition edition = world.articles.latest(1).getFirst();
    world.database.inTransaction(handle -> handle.execute("UPDATE alert SET outlets = 'broken'"));
    world.articles.withdraw(URI.create("https://Island-Ledger.example/1"));
    assertThat(world.alerts.step()).isTrue();
    world.database.inTransaction(
        handle -> {
          ((SqlArticleStore) world.articles)
              .editorship()
              .takeDown(handle, new ArticleName(edition.article(), edition.language()));
          return handle;
        });
    clock.advance(Duration.ofMinutes(2));
    assertThat(world.alerts.step()).isTrue();
    assertThat(world.alerts.step()).isFalse();
    assertThat(new SetAside(world.database).isEmpty()).isTrue();
  }
}
