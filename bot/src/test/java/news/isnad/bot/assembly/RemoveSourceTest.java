package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Source;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources go with or without their articles, and come back for ten minutes. */
class RemoveSourceTest {
  private static final String CRANE = "The old crane on the north quay was moved to the museum.";
  private static final String FERRY = "The ferry to the lighthouse will sail twice a day from May.";

  @TempDir Path folder;
  private WholeBot bot;
  private Source quay;
  private Source other;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
    quay = track("The Quay Gazette", "https://quay.example/feed");
    other = track("Lighthouse Daily", "https://light.example/feed");
    store("crane", CRANE, quay.id());
    store("ferry", FERRY, quay.id());
    store("ferry", FERRY, other.id());
    bot.engine().catchUp();
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private Source track(String name, String address) {
    return bot.engine()
        .sources()
        .add(name, URI.create(address), Source.Kind.FEED, Optional.empty(), "test")
        .source();
  }

  private Stored store(String id, String text, long source) {
    ArticleDraft draft =
        new ArticleDraft(
            Optional.empty(),
            Optional.of(URI.create("https://quay.example/" + id)),
            Optional.of("https://quay.example/" + id),
            "Quay",
            "About the " + id,
            Language.ENGLISH,
            Optional.of(bot.clock.instant()),
            text);
    return bot.engine().articles().store(List.of(draft), source).getFirst();
  }

  private List<String> tracked() {
    return bot.engine().sources().list().stream().map(Source::name).toList();
  }

  private void stepRemovals() {
    while (bot.conversation().sourceRemovals().step()) {
      bot.engine().catchUp();
    }
  }

  private String latest() {
    return bot.say(WholeBot.READER, "/latest");
  }

  @Test
  void removalThatKeeps_canBeTakenBackForTenMinutes() {
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    assertThat(tracked()).hasSize(2);
    assertThat(bot.press(WholeBot.OWNER, "srckeep")).contains("Its articles stay");
    String undo = bot.data("srcundo");
    assertThat(tracked()).containsExactly("Lighthouse Daily");
    assertThat(latest()).contains("About the crane");
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("Still tracked");
    assertThat(bot.engine().sources().find("The Quay Gazette")).contains(quay);
    assertThat(bot.pressData(WholeBot.OWNER, undo)).isEqualTo("(This was decided already.)\n");
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    bot.press(WholeBot.OWNER, "srckeep");
    undo = bot.data("srcundo");
    bot.clock.advance(Duration.ofMinutes(10));
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("(The ten minutes are over");
    stepRemovals();
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("(The ten minutes are over");
    assertThat(tracked()).containsExactly("Lighthouse Daily");
    assertThat(bot.engine().articles().count()).isEqualTo(2);
  }

  @Test
  void removalWithArticles_hidesThemAtOnceAndUndoShowsThem() {
    bot.say(WholeBot.OWNER, "/removesource #" + quay.id());
    assertThat(bot.press(WholeBot.OWNER, "srcwith")).contains("hidden at once");
    String undo = bot.data("srcundo");
    assertThat(latest()).contains("About the ferry").doesNotContain("About the crane");
    assertThat(bot.say(WholeBot.READER, "What happened to the old crane?"))
        .doesNotContain("museum");
    bot.restart();
    assertThat(latest()).doesNotContain("About the crane");
    stepRemovals();
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("Still tracked");
    assertThat(latest()).contains("About the crane");
    assertThat(bot.say(WholeBot.READER, "What happened to the old crane?")).contains("museum");
    bot.clock.advance(Duration.ofMinutes(11));
    stepRemovals();
    assertThat(bot.engine().articles().count()).isEqualTo(2);
  }

  @Test
  void removalWithArticles_deletesThemAfterTheWindowAlsoAfterARestart() {
    assertThat(bot.say(WholeBot.READER, "What happened to the old crane?")).contains("museum");
    bot.deliver();
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    bot.press(WholeBot.OWNER, "srcwith");
    bot.clock.advance(Duration.ofMinutes(11));
    bot.restart();
    stepRemovals();
    bot.deliver();
    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .isEqualTo("Deleted with its articles: The Quay Gazette.");
    assertThat(bot.engine().articles().count()).isEqualTo(1);
    assertThat(bot.say(WholeBot.READER, "What happened to the old crane?"))
        .doesNotContain("museum");
    assertThat(bot.say(WholeBot.READER, "How often will the ferry sail?")).contains("twice a day");
    assertThat(rows("SELECT count(*) FROM edition WHERE text LIKE '%crane%'")).isZero();
    assertThat(rows("SELECT count(*) FROM sent_citation WHERE sequence = 1")).isZero();
    assertThat(rows("SELECT count(*) FROM source WHERE id = " + quay.id())).isZero();
    assertThat(store("crane", CRANE, other.id())).isInstanceOf(Stored.Added.class);
    bot.engine().catchUp();
    assertThat(bot.say(WholeBot.READER, "What happened to the old crane?")).contains("museum");
  }

  private long rows(String query) {
    return bot.engine()
        .database()
        .reading(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  @Test
  void removalInItsLastSecond_isNotMadeGoodUnderAnUndoThatIsOnItsWay() {
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    bot.press(WholeBot.OWNER, "srcwith");
    String undo = bot.data("srcundo");
    bot.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    stepRemovals();
    assertThat(bot.engine().sources().isRemoved(quay.id())).isTrue();
    assertThat(bot.engine().articles().count()).isEqualTo(2);
    bot.clock.advance(Duration.ofSeconds(-1));
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("Still tracked");
    assertThat(latest()).contains("About the crane");

    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    bot.press(WholeBot.OWNER, "srckeep");
    undo = bot.data("srcundo");
    bot.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    stepRemovals();
    assertThat(bot.engine().sources().isRemoved(quay.id())).isTrue();
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("(The ten minutes are over");
    bot.clock.advance(Duration.ofMinutes(1));
    stepRemovals();
    assertThat(bot.engine().sources().isRemoved(quay.id())).isFalse();
  }

  @Test
  void sourceAtTheSameAddress_endsTheRemovalBeforeIt() {
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    bot.press(WholeBot.OWNER, "srckeep");
    String undo = bot.data("srcundo");
    Source again = track("Quay", "https://quay.example/feed");
    assertThat(bot.pressData(WholeBot.OWNER, undo)).startsWith("There is a new source");
    bot.clock.advance(Duration.ofMinutes(10));
    stepRemovals();
    assertThat(bot.engine().sources().find("Quay")).contains(again);
  }

  @Test
  void cancel_leavesEverythingAsItIs() {
    bot.say(WholeBot.OWNER, "/removesource quay gazette");
    String with = bot.data("srcwith");
    assertThat(bot.press(WholeBot.OWNER, "srcno")).startsWith("Still tracked");
    assertThat(bot.pressData(WholeBot.OWNER, with)).startsWith("(This was decided already.");
    assertThat(bot.pressData(WholeBot.READER, with)).startsWith("(Only the operators");
    assertThat(tracked()).hasSize(2);
  }
}
