package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.isnad.article.Edition;
import news.isnad.article.Source;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.article.Standing;
import news.isnad.extract.ExtractedPage;
import news.isnad.fetch.Content;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.Validators;
import news.isnad.store.StoreUnavailableException;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PollScheduleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final PollIntervals INTERVALS = new PollIntervals(Duration.ofMinutes(1), INTERVAL);
  private static final String FEED = "https://daily.example/feed";
  private static final String A = "https://daily.example/a";
  private static final String B = "https://daily.example/b";
  private static final Validators V1 =
      new Validators(Optional.of("\"v1\""), Optional.of("Sun, 01 Mar 2026 09:00:00 GMT"));

  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private final SettableClock clock = new SettableClock(NOW);
  private final Map<String, Function<Validators, Fetched>> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private SqlArticleStore articles;
  private SqlSourceCatalogue sources;
  private PollSchedule schedule;

  @BeforeEach
  void open() {
    articles = new SqlArticleStore(database.get(), clock);
    sources = new SqlSourceCatalogue(database.get(), clock);
    schedule = schedule(new Ingest(articles, IngestListener.NONE));
  }

  private PollSchedule schedule(Ingest ingest) {
    Fetcher fetcher =
        new Fetcher() {
          @Override
          public Fetched fetch(String address, Validators known) {
            asked.add(address);
            return web.getOrDefault(address, ignored -> failed(false)).apply(known);
          }

          @Override
          public void close() {}
        };
    return new PollSchedule(
        sources,
        fetcher,
        new DocumentReader(PollScheduleTest::page),
        articles,
        ingest,
        INTERVALS,
        () -> 0,
        waiting::add,
        clock);
  }

  @Test
  void newItems_areFetchedAndStoredOnce() {
    feed(FEED, item("1", A), item("2", B));
    article(A, "The bridge is open.");
    article(B, "The tunnel is shut.");
    Source source = add(FEED);
    poll();
    assertThat(texts()).containsExactly("The bridge is open.", "The tunnel is shut.");
    Edition first = articles.after(0, 1).getFirst();
    assertThat(first.outlet()).isEqualTo("daily.example");
    assertThat(first.title()).isEqualTo("Title of 1");
    assertThat(first.published()).contains(Instant.parse("2026-02-28T08:00:00Z"));
    assertThat(first.url()).contains(URI.create(A));
    Source after = sources.find(source.name()).orElseThrow();
    assertThat(after.lastOutcome()).contains("2 new");
    assertThat(after.nextPoll())
        .isBetween(NOW.plus(INTERVAL), NOW.plus(INTERVAL.multipliedBy(11).dividedBy(10)));

    later();
    poll();
    assertThat(asked).containsExactly(FEED, A, B, FEED);
    assertThat(articles.lastSequence()).isEqualTo(2);
  }

  @Test
  void itemWithAnotherTitle_isFetchedAgain() {
    feed(FEED, item("1", A), item("2", B));
    article(A, "The bridge is open.");
    article(B, "The tunnel is shut.");
    add(FEED);
    poll();
    feed(FEED, item("1", A).replace("Title of 1", "Bridge shut"), item("2", B));
    article(A, "The bridge is shut.");
    later();
    poll();
    assertThat(sources.health(1).orElseThrow().itemsToday()).isEqualTo(2);
    assertThat(asked).containsExactly(FEED, A, B, FEED, A);
    assertThat(texts()).containsExactly("The tunnel is shut.", "The bridge is shut.");
    assertThat(articles.standing(1)).isEqualTo(Standing.SUPERSEDED);
  }

  @Test
  void itemsThatShareOneGuid_areArticlesOfTheirOwn() {
    feed(FEED, item("all", A), item("all", B));
    article(A, "The bridge over the river Taren is open, said the mayor of Lorin on Monday.");
    article(B, "Farmers of the north sold less wheat than last year, a ministry found.");
    add(FEED);
    for (int i = 0; i < 3; i++) {
      poll();
      later();
    }
    assertThat(articles.lastSequence()).isEqualTo(2);
    assertThat(articles.count()).isEqualTo(2);
    assertThat(asked.subList(0, 4)).containsExactly(FEED, A, B, FEED);
  }

  @Test
  void itemsThatAreKnownByTheHomePage_areArticlesOfTheirOwn() {
    String home = "https://daily.example/";
    feed(FEED, item(home, A).replace("Title of " + home, "One"), item(home, B));
    article(A, "The bridge over the river Taren is open, said the mayor of Lorin on Monday.");
    article(B, "Farmers of the north sold less wheat than last year, a ministry found.");
    add(FEED);
    poll();
    feed(FEED, item(home, "https://daily.example/c"));
    article("https://daily.example/c", "The zoo of Varo has three young otters, a keeper said.");
    later();
    poll();
    assertThat(articles.count()).isEqualTo(3);
  }

  @Test
  void shortItemWhosePageIsRefused_isTakenFromTheFeedIfItIsWhole() {
    String whole = "The mayor of Lorin resigned on Monday after eleven years, her office said.";
    feed(FEED, told("1", A, whole), told("2", B, whole.replace("said.", "said...")));
    web.put(A, known -> new Fetched.Refused(Fetched.Reason.ROBOTS, "robots.txt"));
    web.put(B, known -> failed(false));
    add(FEED);
    poll();
    assertThat(texts()).containsExactly(whole);
  }

  @Test
  void pageThatChangesWhileItsFeedDoesNot_isSeenWithinTheHour() {
    web.put(
        FEED,
        known -> known.equals(V1) ? new Fetched.Unchanged() : body(FEED, rss(item("1", A)), V1));
    article(A, "The bridge is open, and 14 people crossed it.");
    add(FEED);
    poll();
    article(A, "The bridge is open, and 40 people crossed it.");
    clock.advance(Duration.ofMinutes(11));
    poll();
    assertThat(texts()).containsExactly("The bridge is open, and 14 people crossed it.");
    clock.advance(Duration.ofMinutes(50));
    poll();
    assertThat(texts()).containsExactly("The bridge is open, and 40 people crossed it.");
    assertThat(articles.standing(1)).isEqualTo(Standing.SUPERSEDED);
  }

  @Test
  void pagesOfWhatCameLately_areLookedAtThreeTimes() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    for (int i = 0; i < 300; i++) {
      poll();
      clock.advance(INTERVAL.multipliedBy(2));
    }
    assertThat(asked).filteredOn(A::equals).hasSize(4);
    assertThat(articles.lastSequence()).isEqualTo(1);
  }

  @Test
  void pageThatVanishesWhileItsFeedDoesNotChange_isWithdrawn() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    poll();
    answers(410);
    clock.advance(Duration.ofHours(1));
    poll();
    assertThat(articles.standing(1)).isEqualTo(Standing.WITHDRAWN);
  }

  @Test
  void pageThatLeadsElsewhereByNow_bringsNothing() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    poll();
    web.put(A, known -> body(B, html("Farmers sold less wheat.", ""), V1));
    clock.advance(Duration.ofHours(1));
    poll();
    assertThat(texts()).containsExactly("The bridge is open.");
    assertThat(articles.standing(1)).isEqualTo(Standing.CURRENT);
  }

  private static String told(String guid, String link, String text) {
    return item(guid, link).replace("</link>", "</link><description>" + text + "</description>");
  }

  @Test
  void changedItemThatIsLeftAlone_isFetchedAfterwards() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    poll();
    feed(FEED, item("1", A).replace("Title of 1", "Bridge shut"));
    web.put(A, ignored -> failed(true));
    for (int i = 0; i < 4; i++) {
      later();
      poll();
    }
    article(A, "The bridge is shut.");
    later();
    poll();
    assertThat(texts()).as("left alone").containsExactly("The bridge is open.");

    clock.advance(Duration.ofHours(7));
    poll();

    assertThat(texts()).containsExactly("The bridge is shut.");
  }

  @Test
  void whatAFeedSaid_outlivesTheProcess() {
    feed(FEED, item("1", A), item("2", B));
    article(A, "The bridge is open.");
    article(B, "The tunnel is shut.");
    Source source = add(FEED);
    poll();
    Map<String, Integer> said = sources.said(source.id());
    assertThat(said).hasSize(2);

    soon();
    long usual = writesOfAPoll();
    restart();
    assertThat(writesOfAPoll()).as("only the poll itself is recorded").isEqualTo(usual);
    assertThat(asked).containsExactly(FEED, A, B, FEED, FEED);

    restart();
    feed(FEED, item("1", A).replace("Title of 1", "Another title"));
    poll();
    assertThat(asked).containsExactly(FEED, A, B, FEED, FEED, FEED, A);
    assertThat(sources.said(source.id())).hasSize(1).isNotEqualTo(said);
  }

  /** As the next start of the program. */
  private void restart() {
    soon();
    sources = new SqlSourceCatalogue(database.get(), clock);
    schedule = schedule(new Ingest(articles, IngestListener.NONE));
  }

  private long writesOfAPoll() {
    long before = writes();
    poll();
    return writes() - before;
  }

  /** Rows that were written since the database was opened. */
  private long writes() {
    return database
        .get()
        .inTransaction(
            handle -> handle.createQuery("SELECT total_changes()").mapTo(Long.class).one());
  }

  @Test
  void pageOfAKnownItemThatIsGone_withdrawsItsArticle() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    poll();
    feed(FEED, item("1", A).replace("Title of 1", "Withdrawn"));
    web.put(A, known -> new Fetched.Failed("410", false, OptionalInt.of(410), Optional.empty()));
    later();
    poll();
    assertThat(texts()).containsExactly("The bridge is open.");
    assertThat(articles.standing(1)).isEqualTo(Standing.WITHDRAWN);
  }

  @Test
  void beforeItsTime_isNotPolled() {
    feed(FEED);
    add(FEED);
    poll();
    clock.advance(INTERVAL.minusSeconds(1));
    poll();
    assertThat(asked).containsExactly(FEED);
  }

  @Test
  void unchanged_isAskedWithValidatorsAndRecorded() {
    web.put(FEED, known -> known.equals(V1) ? new Fetched.Unchanged() : body(FEED, rss(), V1));
    Source source = add(FEED);
    poll();
    later();
    poll();
    assertThat(sources.find(source.name()).orElseThrow().lastOutcome()).contains("unchanged");
  }

  @Test
  void failingSource_stopsNoOtherAndIsAskedLessAndLess() {
    web.put(FEED, known -> failed(true));
    web.put(
        "https://broken.example/",
        known -> {
          throw new IllegalStateException("defect");
        });
    web.put(
        "https://text.example/", known -> body("https://text.example/", html("no feed", ""), V1));
    String good = "https://good.example/feed";
    feed(good, item("1", A));
    article(A, "The bridge is open.");
    Source failing = add(FEED);
    Source broken = add("https://broken.example/");
    Source text = add("https://text.example/");
    add(good);
    poll();
    assertThat(texts()).containsExactly("The bridge is open.");
    assertThat(sources.find(broken.name()).orElseThrow().failuresInRow()).isEqualTo(1);
    assertThat(sources.find(text.name()).orElseThrow().lastOutcome())
        .contains("what is there is not a feed");
    for (int i = 1; i <= 3; i++) {
      Source after = sources.find(failing.name()).orElseThrow();
      assertThat(after.failuresInRow()).isEqualTo(i);
      assertThat(after.lastOutcome()).contains("no answer");
      assertThat(Duration.between(clock.instant(), after.nextPoll()))
          .isGreaterThanOrEqualTo(INTERVAL.multipliedBy(1L << i));
      clock.set(after.nextPoll());
      poll();
    }
  }

  @Test
  void pollThatEndsWithTheProgram_isNoFaultOfTheSource() {
    web.put(
        FEED,
        known -> {
          Thread.currentThread().interrupt();
          return failed(true);
        });
    Source source = add(FEED);
    poll();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sources.find(source.name()).orElseThrow().failuresInRow()).isZero();
    assertThat(sources.find(source.name()).orElseThrow().lastOutcome()).isEmpty();
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    poll();
    assertThat(texts()).containsExactly("The bridge is open.");
  }

  @Test
  void retryAfter_isKept() {
    web.put(
        FEED,
        known ->
            new Fetched.Failed(
                "too many", true, OptionalInt.of(429), Optional.of(Duration.ofHours(5))));
    Source source = add(FEED);
    poll();
    assertThat(sources.find(source.name()).orElseThrow().nextPoll())
        .isAfterOrEqualTo(NOW.plus(Duration.ofHours(5)));
  }

  @Test
  void slowSource_isNotPolledTwiceAtATimeAndHoldsUpNoOther() {
    feed(FEED);
    add(FEED);
    assertThat(schedule.pollDue()).isEqualTo(1);
    add("https://other.example/feed");
    assertThat(schedule.pollDue()).isEqualTo(1);
    assertThat(schedule.pollDue()).isZero();
    assertThat(waiting).hasSize(2);
  }

  @Test
  void pageWithoutArticle_givesWayToTheItemsOwnText() {
    String own = "A long report about the bridge. ".repeat(20).strip();
    feed(
        FEED,
        "<item><guid>1</guid><link>"
            + A
            + "</link><description>&lt;p&gt;"
            + own
            + "&lt;/p&gt;&lt;p&gt;End.&lt;/p&gt;</description></item>",
        item("2", B));
    web.put(A, known -> body(A, html("", ""), V1));
    web.put(B, known -> body(B, html("", ""), V1));
    add(FEED);
    poll();
    assertThat(texts()).containsExactly(own + "\nEnd.");
    assertThat(articles.after(0, 1).getFirst().url()).contains(URI.create(A));
  }

  @Test
  void pageThatFailsForTheMoment_isTriedAgainThoughTheFeedIsUnchanged() {
    web.put(
        FEED,
        known -> known.equals(V1) ? new Fetched.Unchanged() : body(FEED, rss(item("1", A)), V1));
    web.put(A, known -> failed(true));
    add(FEED);
    poll();
    assertThat(texts()).isEmpty();
    article(A, "The bridge is open.");
    later();
    poll();
    assertThat(texts()).containsExactly("The bridge is open.");
  }

  private void answers(int status) {
    web.put(
        A,
        known ->
            new Fetched.Failed(
                Integer.toString(status), false, OptionalInt.of(status), Optional.empty()));
  }

  @Test
  void pageOfAKnownItemThatIsNotThereOnce_isAskedForAgain_andStands() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    add(FEED);
    poll();
    feed(FEED, item("1", A).replace("Title of 1", "Title again"));
    answers(404);
    later();
    poll();
    assertThat(articles.standing(articles.lastSequence())).isEqualTo(Standing.CURRENT);
    article(A, "The bridge is open.");
    later();
    poll();
    feed(FEED, item("1", A).replace("Title of 1", "Title anew"));
    answers(404);
    later();
    poll();
    assertThat(articles.standing(articles.lastSequence()))
        .as("not twice in a row")
        .isEqualTo(Standing.CURRENT);
    later();
    poll();
    assertThat(articles.standing(articles.lastSequence())).isEqualTo(Standing.WITHDRAWN);
  }

  @Test
  void pageThatIsGone_isLeftAloneForHours() {
    feed(FEED, item("1", A));
    add(FEED);
    poll();
    later();
    poll();
    assertThat(asked).containsExactly(FEED, A, FEED);
    article(A, "Back again.");
    clock.advance(Duration.ofHours(7));
    poll();
    assertThat(texts()).containsExactly("Back again.");
  }

  @Test
  void pageThatNamesAnotherSiteAsItself_isStoredUnderItsOwnAddress() {
    feed(FEED, item("1", A));
    web.put(A, known -> body(A, html("False words.", "https://agency.example/x"), V1));
    add(FEED);
    poll();
    assertThat(articles.after(0, 1).getFirst().article()).isEqualTo(A);
  }

  @Test
  void sameShortGuidOfTwoSources_areTwoItems() {
    feed(FEED, item("1", A));
    feed("https://other.example/feed", item("1", "https://other.example/a"));
    article(A, "The bridge is open.");
    article("https://other.example/a", "The tunnel is shut.");
    add(FEED);
    add("https://other.example/feed");
    poll();
    assertThat(texts()).hasSize(2);
  }

  @Test
  void manyNewItems_areTakenInSeveralPolls() {
    String[] items =
        IntStream.range(0, 60)
            .mapToObj(i -> item("i" + i, "https://daily.example/" + i))
            .toArray(String[]::new);
    IntStream.range(0, 60).forEach(i -> article("https://daily.example/" + i, "Text " + i));
    web.put(FEED, known -> known.equals(V1) ? new Fetched.Unchanged() : body(FEED, rss(items), V1));
    add(FEED);
    poll();
    assertThat(articles.count()).isEqualTo(50);
    later();
    poll();
    assertThat(articles.count()).isEqualTo(60);
  }

  @Test
  void pageSource_isReadAgainAndAgain() {
    String page = "https://ministry.example/statement";
    sources.add("Statement", URI.create(page), Source.Kind.PAGE, Optional.of("Ministry"), "tester");
    article(page, "First version.");
    poll();
    article(page, "Second version.");
    later();
    poll();
    assertThat(articles.count()).isEqualTo(1);
    assertThat(articles.after(0, 9).getFirst().number()).isEqualTo(2);
    assertThat(articles.after(0, 9).getFirst().outlet()).isEqualTo("Ministry");
  }

  @Test
  void storeUnavailable_isNoFaultOfTheSourceAndIsNotHurried() {
    feed(FEED, item("1", A));
    article(A, "The bridge is open.");
    Source source = add(FEED);
    Ingest full = mock(Ingest.class);
    when(full.take(anyList(), anyLong()))
        .thenThrow(new StoreUnavailableException("full", new RuntimeException("full")));
    schedule = schedule(full);
    poll();
    assertThat(sources.find(source.name()).orElseThrow()).isEqualTo(source);
    assertThat(schedule.pollDue()).isZero();
    later();
    assertThat(schedule.pollDue()).isEqualTo(1);
  }

  @Test
  void stoppedExecutor_leavesTheSourceDue() {
    feed(FEED);
    add(FEED);
    PollSchedule stopping =
        new PollSchedule(
            sources,
            new Fetcher() {
              @Override
              public Fetched fetch(String address, Validators known) {
                return failed(true);
              }

              @Override
              public void close() {}
            },
            new DocumentReader(PollScheduleTest::page),
            articles,
            new Ingest(articles, IngestListener.NONE),
            INTERVALS,
            () -> 0,
            task -> {
              throw new RejectedExecutionException();
            },
            clock);
    assertThat(stopping.pollDue()).isEqualTo(1);
    assertThat(sources.due(NOW)).hasSize(1);
  }

  @Test
  void hostThatAsksToBeLeftAlone_endsThePollWithoutBlamingTheItems() {
    String[] items =
        IntStream.range(0, 9)
            .mapToObj(i -> item("i" + i, "https://daily.example/" + i))
            .toArray(String[]::new);
    feed(FEED, items);
    article("https://daily.example/0", "Text 0");
    for (int i = 1; i < 9; i++) {
      web.put(
          "https://daily.example/" + i,
          known ->
              new Fetched.Failed(
                  "busy", true, OptionalInt.of(429), Optional.of(Duration.ofHours(2))));
    }
    Source source = add(FEED);
    poll();
    assertThat(asked).containsExactly(FEED, "https://daily.example/0", "https://daily.example/1");
    assertThat(texts()).containsExactly("Text 0");
    Source after = sources.find(source.name()).orElseThrow();
    assertThat(after.failuresInRow()).isZero();
    assertThat(after.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(after.etag()).isEmpty();
    IntStream.range(1, 9).forEach(i -> article("https://daily.example/" + i, "Text " + i));
    clock.set(after.nextPoll());
    poll();
    assertThat(texts()).hasSize(9);
  }

  @Test
  void pagesThatFailOneAfterAnother_endThePoll() {
    String[] items =
        IntStream.range(0, 9)
            .mapToObj(i -> item("i" + i, "https://daily.example/" + i))
            .toArray(String[]::new);
    feed(FEED, items);
    IntStream.range(0, 9)
        .forEach(i -> web.put("https://daily.example/" + i, known -> failed(true)));
    add(FEED);
    poll();
    assertThat(asked).hasSize(4);
  }

  @Test
  void pagesThatAreTooLarge_endThePoll() {
    feed(FEED, item("1", A), item("2", B), item("3", A + "3"), item("4", A + "4"));
    for (String page : List.of(A, B, A + "3", A + "4")) {
      web.put(page, ignored -> new Fetched.Refused(Fetched.Reason.TOO_LARGE, "too large"));
    }
    add(FEED);

    poll();
    assertThat(asked).containsExactly(FEED, A, B, A + "3");

    later();
    poll();
    assertThat(asked).containsExactly(FEED, A, B, A + "3", FEED, A + "4");
  }

  @Test
  void pagesThatTakeTooLong_endThePollAndTheRestFollows() {
    String[] items =
        IntStream.range(0, 9)
            .mapToObj(i -> item("i" + i, "https://daily.example/" + i))
            .toArray(String[]::new);
    feed(FEED, items);
    for (int i = 0; i < 9; i++) {
      String page = "https://daily.example/" + i;
      String text = "Text " + i;
      web.put(
          page,
          known -> {
            clock.advance(Duration.ofMinutes(2));
            return body(page, html(text, ""), V1);
          });
    }
    Source source = add(FEED);
    poll();
    assertThat(texts()).hasSize(3);
    clock.set(sources.find(source.name()).orElseThrow().nextPoll());
    poll();
    assertThat(texts()).hasSize(6);
  }

  @Test
  void whatIsNoticed_isInTheHealth() {
    feed(
        FEED,
        item("1", A),
        item("2", B).replace("Title of 2", "Title of 1"),
        item("3", "https://daily.example/c"));
    article(A, "The bridge is open.");
    article(B, "The bridge is open.");
    Source source = add(FEED);
    poll();
    var health = sources.health(source.id()).orElseThrow();
    assertThat(health.duplicates()).isEqualTo(1);
    assertThat(health.emptyBodies()).isEqualTo(1);
    assertThat(health.newest()).contains(Instant.parse("2026-02-28T08:00:00Z"));
    assertThat(health.itemsToday()).isEqualTo(1);
  }

  @Test
  void busySource_isPolledMoreOftenThanTheUsualInterval() {
    String[] items =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    item("i" + i, "https://daily.example/" + i)
                        .replace("28 Feb 2026 08", "01 Mar 2026 09")
                        .replace("Sat", "Sun")
                        .replace(":00:00 GMT", ":0" + i + ":00 GMT"))
            .toArray(String[]::new);
    feed(FEED, items);
    Source source = add(FEED);
    poll();
    clock.set(sources.find(source.name()).orElseThrow().nextPoll());
    poll();
    assertThat(
            Duration.between(clock.instant(), sources.find(source.name()).orElseThrow().nextPoll()))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(4));
  }

  @Test
  void scheduleOutlivesTheProcess() {
    feed(FEED);
    add(FEED);
    poll();
    sources = new SqlSourceCatalogue(database.reopen(), clock);
    articles = new SqlArticleStore(database.get(), clock);
    schedule = schedule(new Ingest(articles, IngestListener.NONE));
    poll();
    assertThat(asked).containsExactly(FEED);
    clock.advance(INTERVAL);
    poll();
    assertThat(asked).containsExactly(FEED, FEED);
  }

  private void poll() {
    schedule.pollDue();
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  /** As soon as a source is polled again, and before pages are looked at again. */
  private void soon() {
    clock.advance(INTERVAL.plusMinutes(1));
  }

  private void later() {
    clock.advance(INTERVAL.multipliedBy(3));
  }

  private Source add(String address) {
    sources.add(address, URI.create(address), Source.Kind.FEED, Optional.empty(), "tester");
    return sources.find(address).orElseThrow();
  }

  private List<String> texts() {
    return articles.after(0, 100).stream().map(Edition::text).toList();
  }

  private void feed(String address, String... items) {
    web.put(address, known -> body(address, rss(items), V1));
  }

  private void article(String address, String text) {
    web.put(address, known -> body(address, html(text, ""), V1));
  }

  private static String item(String guid, String link) {
    return "<item><guid isPermaLink=\"false\">%s</guid><link>%s</link><title>Title of %s</title><pubDate>Sat, 28 Feb 2026 08:00:00 GMT</pubDate></item>"
        .formatted(guid, link, guid);
  }

  private static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Daily</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static Fetched body(String address, String text, Validators validators) {
    return new Fetched.Body(
        URI.create(address),
        new Content(text.getBytes(UTF_8), Optional.empty()),
        validators,
        Optional.empty());
  }

  private static Fetched failed(boolean temporary) {
    return new Fetched.Failed("no answer", temporary, OptionalInt.empty(), Optional.empty());
  }

  /** A page of the tests. */
  private static String html(String text, String canonical) {
    return "<!DOCTYPE html><html><body><!--" + canonical + "-->" + text + "</body></html>";
  }

  /** What is inside the body is the article; a comment names the page's address. */
  private static ExtractedPage page(String html, Optional<URI> address) {
    String inside = html.substring(html.indexOf("-->") + 3, html.indexOf("</body>"));
    String canonical = html.substring(html.indexOf("<!--") + 4, html.indexOf("-->"));
    return new ExtractedPage(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Language.detect(inside),
        canonical.isEmpty() ? Optional.empty() : Optional.of(URI.create(canonical)),
        inside,
        !inside.isBlank());
  }
}
