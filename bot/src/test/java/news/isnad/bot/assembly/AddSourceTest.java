package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Source;
import news.isnad.ingest.TryOut;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources are looked at beside everything else, and tracked by a button only. */
class AddSourceTest {
  private static final URI FEED = URI.create("https://quay.example/news.rss");
  private static final URI PAGE = URI.create("https://quay.example/crane");

  @TempDir Path folder;
  private WholeBot bot;

  @BeforeEach
  void open() {
    bot = new WholeBot(folder);
    bot.look =
        (address, stages) -> {
          stages.accept(TryOut.Stage.FEEDS);
          stages.accept(TryOut.Stage.ARTICLES);
          return trial();
        };
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private static TryOut.Trial trial() {
    return new TryOut.Trial(
        List.of(
            new TryOut.Offer(FEED, Source.Kind.FEED, "The Quay Gazette", 12, 3),
            new TryOut.Offer(PAGE, Source.Kind.PAGE, "Quay", 1, 0)),
        List.of(sample("Crane moved", Language.ENGLISH), sample("رافعة جديدة", Language.ARABIC)),
        1,
        List.of(),
        Optional.empty());
  }

  private static TryOut.Sample sample(String title, Language language) {
    ArticleDraft article =
        new ArticleDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Quay",
            title,
            language,
            Optional.empty(),
            "x".repeat(2400));
    return new TryOut.Sample(article, 2400, "First words of it…");
  }

  private List<Source> tracked() {
    return bot.engine().sources().list();
  }

  private List<String> audit() {
    return bot.engine()
        .database()
        .reading(
            handle ->
                handle
                    .createQuery("SELECT person || ' ' || deed || ' ' || details FROM audit")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void look_editsItsMessageAndTracksOnlyByTheButton() {
    assertThat(bot.say(WholeBot.OWNER, "/addsource quay.example"))
        .startsWith("Looking at https://quay.example …\n");
    bot.lookAround();
    List<String> said = bot.delivered(WholeBot.OWNER);
    assertThat(said).hasSize(4);
    assertThat(said.get(1)).contains("now its feeds");
    assertThat(said.get(2)).contains("three of its articles");
    assertThat(said.get(3))
        .contains(
            "Feed The Quay Gazette: 12 items, 3 of them stored already",
            "Page Quay: 1 item",
            "Article “Crane moved”, 2,400 characters: First words of it…",
            "Article “رافعة جديدة”",
            "Arabic",
            "whole articles, 2 of 3 looked at");
    assertThat(tracked()).isEmpty();
    assertThat(bot.pressDelivered(WholeBot.OWNER, "trialyes"))
        .startsWith("Tracked from now on: The Quay Gazette (12 items");
    assertThat(tracked()).extracting(Source::address).containsExactly(FEED);
    assertThat(audit()).containsExactly("1 ADD_SOURCE " + FEED);
  }

  @Test
  void look_isNoBusinessOfTheThreadThatAnswers() {
    bot.look =
        (address, stages) -> {
          throw new AssertionError("fetched on the thread of updates");
        };
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    assertThat(bot.say(WholeBot.READER, "/latest")).contains("Nothing has been collected");
    List<Runnable> waiting = new ArrayList<>();
    bot.deliver();
    bot.conversation().sourceTrials().step(waiting::add);
    bot.conversation().sourceTrials().step(waiting::add);
    assertThat(waiting).hasSize(1);
    assertThat(bot.say(WholeBot.READER, "/latest")).contains("Nothing has been collected");
  }

  @Test
  void choice_canBeThePageAndANameOfOnesOwn() {
    bot.say(WholeBot.OWNER, "/addsource https://quay.example/ Crane  watch");
    bot.lookAround();
    String feed = bot.deliveredData("trialyes");
    bot.pressData(WholeBot.OWNER, feed.replace(".0", ".1"));
    assertThat(tracked())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.name()).isEqualTo("Crane watch");
              assertThat(source.kind()).isEqualTo(Source.Kind.PAGE);
              assertThat(source.address()).isEqualTo(PAGE);
            });
    assertThat(bot.pressData(WholeBot.OWNER, feed)).startsWith("(This was decided already.");
    assertThat(tracked()).hasSize(1);
    assertThat(bot.say(WholeBot.OWNER, "/addsource " + PAGE)).startsWith("Already tracked");
  }

  @Test
  void buttons_belongToWhoAskedAndToTheirDay() {
    bot.say(WholeBot.OWNER, "/grant 5 operator");
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    String data = bot.deliveredData("trialyes");
    assertThat(bot.pressData(WholeBot.READER, data)).startsWith("(Only the operators");
    assertThat(bot.pressData(5, data)).startsWith("(This button belongs to an older message");
    assertThat(bot.pressData(WholeBot.OWNER, data.replace(".0", ".7")))
        .startsWith("(This button belongs to an older message");
    assertThat(bot.pressData(WholeBot.OWNER, "1:trialyes:AAAAAAAAAAA.0"))
        .startsWith("(This button belongs to an older message");
    bot.clock.advance(Duration.ofDays(1));
    assertThat(bot.pressData(WholeBot.OWNER, data)).startsWith("(This look is older than a day.");
    assertThat(tracked()).isEmpty();
  }

  @Test
  void cancel_endsItBeforeAndAfterTheLook() {
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    assertThat(bot.press(WholeBot.OWNER, "trialno")).startsWith("Nothing was tracked");
    bot.lookAround();
    assertThat(bot.delivered(WholeBot.OWNER).getLast()).startsWith("Nothing was tracked");
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    assertThat(bot.pressDelivered(WholeBot.OWNER, "trialno")).startsWith("Nothing was tracked");
    assertThat(bot.pressDelivered(WholeBot.OWNER, "trialyes")).startsWith("(This was decided");
    assertThat(tracked()).isEmpty();
  }

  @Test
  void restart_beginsTheLookAnew() {
    bot.look =
        (address, stages) -> {
          throw new CancellationException("the program ends");
        };
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    assertThat(bot.delivered(WholeBot.OWNER)).hasSize(1);
    bot.restart();
    bot.look = (address, stages) -> trial();
    bot.lookAround();
    assertThat(bot.delivered(WholeBot.OWNER).getLast()).contains("The Quay Gazette");
    bot.restart();
    bot.pressDelivered(WholeBot.OWNER, "trialyes");
    assertThat(tracked()).hasSize(1);
  }

  @Test
  void nothingThere_saysWhyAndWhatToDo() {
    bot.look =
        (address, stages) ->
            TryOut.Trial.refused(
                new TryOut.Refusal(
                    TryOut.Why.ROBOTS, "robots.txt of quay.example asks not to fetch this"));
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    assertThat(bot.delivered(WholeBot.OWNER).getLast())
        .startsWith("Not tracked: the site's robots.txt asks not to read that page. Try")
        .endsWith("The robots.txt of quay.example asks not to read this.");
  }

  @Test
  void export_holdsWhatSomebodyBeganAboutSources_andForgetDeletesIt() {
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    bot.pressDelivered(WholeBot.OWNER, "trialyes");
    bot.say(WholeBot.OWNER, "/sourcestatus 1");
    bot.say(WholeBot.OWNER, "/export");
    assertThat(bot.said().toString())
        .contains("sourcesLookedAt", "https://quay.example", "sourcesChanged", "MENU");

    bot.say(WholeBot.OWNER, "/forget");
    bot.press(WholeBot.OWNER, "forget");
    bot.say(WholeBot.OWNER, "/export");
    assertThat(bot.said().toString())
        .contains("sourcesLookedAt")
        .doesNotContain("https://quay.example", "MENU");
  }

  @Test
  void defectOfALook_isToldAndOthersGoOn() {
    bot.look =
        (address, stages) -> {
          if (address.contains("bad")) {
            throw new IllegalArgumentException("a defect");
          }
          return trial();
        };
    bot.say(WholeBot.OWNER, "/addsource bad.example");
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    assertThat(String.join("\n", bot.delivered(WholeBot.OWNER)))
        .contains("A defect of mine. It was noted.", "The Quay Gazette");
  }

  @Test
  void deedThatCannotBeWritten_isNotDone() {
    bot.say(WholeBot.OWNER, "/addsource quay.example");
    bot.lookAround();
    String data = bot.deliveredData("trialyes");
    bot.engine()
        .database()
        .inTransaction(handle -> handle.execute("ALTER TABLE audit RENAME TO elsewhere"));
    assertThatThrownBy(() -> bot.pressData(WholeBot.OWNER, data))
        .isInstanceOf(RuntimeException.class);
    assertThat(tracked()).isEmpty();
  }
}
