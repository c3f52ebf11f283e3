package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.operator.OldArticles;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the store because its time is over, or because there is no room. */
class OldArticlesTest {
  private static final String FIRST = "What did Wenna Tregarth say about the lamp oil?";
  private static final String SECOND = "What did Jory Pellow say about the tin?";

  @TempDir Path folder;
  private WholeBot bot;

  @AfterEach
  void close() {
    bot.close();
  }

  private void open(String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    bot = new WholeBot(folder, environment);
  }

  private void openWithRoomFor(long bytes) {
    bot =
        new WholeBot(
            folder,
            Map.of("ISNAD_TELEGRAM_NOTICES_CHAT", Long.toString(WholeBot.OWNER)),
            settings -> withRoomFor(settings, bytes));
  }

  private static Settings withRoomFor(Settings all, long bytes) {
    Settings.Retention kept = all.retention();
    return new Settings(
        all.dataDir(),
        all.storeUrl(),
        all.telegram(),
        all.fetch(),
        all.poll(),
        all.language(),
        all.ui(),
        all.alerts(),
        new Settings.Retention(
            kept.inbox(),
            kept.answers(),
            kept.feedback(),
            kept.audit(),
            kept.articles(),
            Optional.of(bytes)),
        all.limits(),
        all.log(),
        all.metricsPort());
  }

  private void ingestFirst() {
    bot.ingest(
        "o-1",
        "The Quay Gazette",
        Language.ENGLISH,
        "Lamp oil runs short",
        "Lamp oil runs short\nThe lamp oil will last until the thaw, Wenna Tregarth said.");
  }

  private void ingestSecond() {
    bot.ingest(
        "o-2",
        "The Quay Gazette",
        Language.ENGLISH,
        "Tin goes by cart",
        "Tin goes by cart\nThe tin goes by cart from now on, Jory Pellow said on the pier.");
  }

  private String ask(String question) {
    return bot.say(WholeBot.READER, question);
  }

  @Test
  void articles_goWhenTheirTimeIsOver_fromStoreIndexAndAnswers() throws Exception {
    open("ISNAD_RETENTION_ARTICLES", "30d");
    ingestFirst();
    bot.clock.advance(Duration.ofDays(20));
    ingestSecond();
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).isEqualTo(2);

    bot.clock.advance(Duration.ofDays(11));
    bot.conversation().oldArticles().step();

    assertThat(bot.engine().articles().count()).isEqualTo(1);
    assertThat(ask(FIRST)).doesNotContain("until the thaw");
    assertThat(ask(SECOND)).contains("by cart from now on");
    assertThat(bot.say(WholeBot.READER, "/latest")).contains("Tin goes").doesNotContain("Lamp oil");
    assertThat(bot.engine().articles().oldest()).isEqualTo(bot.engine().articles().newest());
    assertThat(bot.engine().findings(true)).isEmpty();
    ingestFirst();
    assertThat(bot.engine().articles().count()).as("its feed has it still").isEqualTo(1);
    bot.engine().database().erase();
    assertThat(new String(Files.readAllBytes(folder.resolve("isnad.db")), StandardCharsets.UTF_8))
        .doesNotContain("until the thaw");
  }

  @Test
  void whatAKeptAnswerCites_staysAsLongAsTheAnswer() {
    open("ISNAD_RETENTION_ARTICLES", "30d", "ISNAD_RETENTION_ANSWERS", "60d");
    ingestFirst();
    ingestSecond();
    assertThat(ask(FIRST)).contains("until the thaw");

    bot.clock.advance(Duration.ofDays(31));
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).isEqualTo(1);
    bot.clock.advance(Duration.ofDays(30));
    bot.conversation().housekeeping().step();
    for (int i = 0; i < 3; i++) {
      bot.conversation().oldArticles().step();
      bot.clock.advance(Duration.ofHours(1));
    }
    assertThat(bot.engine().articles().count()).isZero();
  }

  @Test
  void tooLargeAFolder_losesItsOldest_butNoPinnedOne_andOperatorsAreToldOnce() {
    openWithRoomFor(1L << 30);
    ingestFirst();
    ingestSecond();
    bot.say(WholeBot.OWNER, FIRST);
    bot.deliver();
    assertThat(bot.reply(WholeBot.OWNER, "/pin", bot.lastMessage())).contains("Pinned");
    assertThat(ask(SECOND)).contains("by cart from now on");
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).as("below the limit").isEqualTo(2);
    bot.close();

    openWithRoomFor(1);
    bot.clock.advance(Duration.ofHours(1));
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).as("younger than a week").isEqualTo(2);

    bot.clock.advance(OldArticles.YOUNG);
    for (int i = 0; i < 3; i++) {
      bot.conversation().oldArticles().step();
    }
    assertThat(bot.engine().articles().count()).isEqualTo(1);
    assertThat(ask(FIRST)).contains("until the thaw");
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER))
        .filteredOn(said -> said.contains("The oldest articles go"))
        .hasSize(1);
  }

  @Test
  void roomThatCannotBeMade_costsAShareOfTheArticlesOnly_andOperatorsAreTold() {
    openWithRoomFor(1);
    for (int i = 0; i < 3 * OldArticles.BATCH; i++) {
      store("old-" + i, "The lamp number " + i + " was lit.");
    }
    bot.clock.advance(OldArticles.YOUNG.plusDays(1));
    store("young", "The lamps were put out.");
    bot.engine().catchUp();

    for (int i = 0; i < 20; i++) {
      bot.conversation().oldArticles().step();
      bot.clock.advance(Duration.ofMinutes(30));
    }

    assertThat(bot.engine().articles().count()).isEqualTo(2 * OldArticles.BATCH + 1);
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER))
        .anyMatch(said -> said.contains("Raise retention.disk"));
  }

  @Test
  void roomThatCannotBeMade_costsNoMoreAfterARestart_butAfterThirtyDays() {
    openWithRoomFor(1);
    for (int i = 0; i < 3 * OldArticles.BATCH; i++) {
      store("old-" + i, "The lamp number " + i + " was lit.");
    }
    bot.clock.advance(OldArticles.YOUNG.plusDays(1));
    bot.engine().catchUp();
    bot.conversation().oldArticles().step();
    bot.restart();
    bot.conversation().oldArticles().step();
    bot.clock.advance(OldArticles.PAUSE);
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).isEqualTo(2 * OldArticles.BATCH);

    bot.clock.advance(OldArticles.AGAIN);
    bot.conversation().oldArticles().step();
    bot.restart();
    bot.clock.advance(OldArticles.PAUSE);
    bot.conversation().oldArticles().step();
    assertThat(bot.engine().articles().count()).isEqualTo(OldArticles.BATCH);
  }

  private void store(String id, String text) {
    bot.engine()
        .articles()
        .store(
            new ArticleDraft(
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                "The Quay Gazette",
                "Lamps",
                Language.ENGLISH,
                Optional.of(bot.clock.instant()),
                text));
  }

  @Test
  void deeds_areForgottenWhenTheirTimeIsOver() {
    open("ISNAD_RETENTION_AUDIT", "30d");
    bot.say(WholeBot.OWNER, "/grant 12345678 editor");
    bot.clock.advance(Duration.ofDays(29));
    bot.conversation().housekeeping().step();
    assertThat(bot.say(WholeBot.OWNER, "/audit")).contains("12345678");

    bot.clock.advance(Duration.ofDays(2));
    bot.conversation().housekeeping().step();
    assertThat(bot.say(WholeBot.OWNER, "/audit")).doesNotContain("12345678");
  }

  @Test
  void sources_areNotPolled_whileTheDiskIsNearlyFull() {
    open();
    AtomicLong usable = new AtomicLong(DiskSpace.RESERVE - 1);
    Settings settings =
        ((Configuration.Read) SettingsReader.read(folder, Optional.empty(), Map.of(), Map.of()))
            .settings();
    SourceCatalogue catalogue = bot.engine().sources();
    catalogue.add(
        "Nowhere",
        URI.create("http://127.0.0.1:9/feed.xml"),
        Source.Kind.FEED,
        Optional.empty(),
        "test");
    try (SourcesAtWork sources =
        SourcesAtWork.over(
            bot.engine(),
            settings,
            new DiskSpace(bot.engine().database().file(), _ -> usable.get()),
            bot.clock)) {
      sources.pollDue();
      assertThat(catalogue.due(bot.clock.instant())).hasSize(1);
      assertThat(ask("Will the port close?")).isNotBlank();

      usable.set(DiskSpace.RESERVE);
      sources.pollDue();
      await().until(() -> catalogue.due(bot.clock.instant()).isEmpty());
    }
  }
}
