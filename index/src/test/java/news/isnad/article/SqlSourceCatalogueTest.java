package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Noticed;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.article.SourceHealth.Trouble;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlSourceCatalogueTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String FEED = "https://daily.example/feed.xml";

  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private final SettableClock clock = new SettableClock(NOW);
  private SourceCatalogue sources;

  @BeforeEach
  void open() {
    sources = new SqlSourceCatalogue(database.get(), clock);
  }

  @Test
  void add_new_isDueAtOnceAndIsThereAfterReopening() {
    Source source = added("The Daily", FEED);
    assertThat(source)
        .isEqualTo(
            new Source(
                source.id(),
                "The Daily",
                URI.create(FEED),
                Source.Kind.FEED,
                Optional.of("Daily"),
                NOW,
                "tester",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                0,
                0,
                OptionalDouble.empty(),
                Optional.empty(),
                false));
    assertThat(new SqlSourceCatalogue(database.reopen(), clock).due(NOW)).containsExactly(source);
  }

  @Test
  void add_sameAddressInAnotherForm_isKnown() {
    Source source = added("The Daily", FEED);
    assertThat(add("Other name", "http://www.daily.example/feed.xml"))
        .isEqualTo(new Addition.Known(source));
    assertThat(sources.list()).containsExactly(source);
  }

  @Test
  void add_nameThatIsTaken_getsANumber() {
    added("News", "https://one.example/feed");
    assertThat(added("news", "https://two.example/feed").name()).isEqualTo("news 2");
    assertThat(added("NEWS", "https://three.example/feed").name()).isEqualTo("NEWS 3");
  }

  @Test
  void add_blankName_isRefused() {
    assertThatThrownBy(() -> add(" ", FEED)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void remove_byNameInAnyCaseOrByAddress() {
    Source daily = added("The Daily", FEED);
    Source arabic = added("صحيفة المثال", "https://mithal.example/rss");
    assertThat(sources.remove("the daily")).contains(daily);
    assertThat(sources.remove("https://mithal.example/rss/")).contains(arabic);
    assertThat(sources.remove("nobody at all")).isEmpty();
    assertThat(sources.list()).isEmpty();
  }

  @Test
  void find_byName_doesNotTouchIt() {
    Source daily = added("The Daily", FEED);
    assertThat(sources.find("THE DAILY")).contains(daily);
    assertThat(sources.find(FEED)).contains(daily);
    assertThat(sources.find("x")).isEmpty();
  }

  @Test
  void record_success_keepsValidatorsAndCountsItems() {
    Source source = added("The Daily", FEED);
    Instant next = NOW.plus(Duration.ofMinutes(5));
    sources.record(source.id(), NOW, new Polled.Failure(ErrorKind.SLOW, "timed out"), NOW);
    sources.record(
        source.id(), NOW, new Polled.Success(Optional.of("\"e1\""), Optional.empty(), 7), next);
    sources.record(
        source.id(), NOW, new Polled.Success(Optional.of("\"e2\""), Optional.empty(), 2), next);
    Source after = sources.find("The Daily").orElseThrow();
    assertThat(after.etag()).contains("\"e2\"");
    assertThat(after.itemsSeen()).isEqualTo(9);
    assertThat(after.failuresInRow()).isZero();
    assertThat(after.lastPolled()).contains(NOW);
    assertThat(after.lastOutcome()).contains("2 new");
    assertThat(sources.due(NOW)).isEmpty();
    assertThat(sources.due(next)).containsExactly(after);
  }

  @Test
  void record_unchanged_keepsValidators() {
    Source source = added("The Daily", FEED);
    sources.record(
        source.id(), NOW, new Polled.Success(Optional.of("e"), Optional.of("m"), 1), NOW);
    sources.record(source.id(), NOW, new Polled.Failure(ErrorKind.CONNECTION, "no"), NOW);
    sources.record(source.id(), NOW, new Polled.Unchanged(), NOW);
    Source after = sources.find("The Daily").orElseThrow();
    assertThat(after.etag()).contains("e");
    assertThat(after.lastModified()).contains("m");
    assertThat(after.failuresInRow()).isZero();
    assertThat(after.lastOutcome()).contains("unchanged");
  }

  @Test
  void record_failures_areCountedAndLongReasonsCut() {
    Source source = added("The Daily", FEED);
    sources.record(source.id(), NOW, new Polled.Failure(ErrorKind.SLOW, "timed out"), NOW);
    sources.record(
        source.id(), NOW, new Polled.Failure(ErrorKind.CONNECTION, "x".repeat(10_000)), NOW);
    Source after = sources.find("The Daily").orElseThrow();
    assertThat(after.failuresInRow()).isEqualTo(2);
    assertThat(after.lastOutcome().orElseThrow()).hasSize(500);
  }

  @Test
  void record_removedMeanwhile_doesNothing() {
    Source source = added("The Daily", FEED);
    sources.remove("The Daily");
    sources.record(source.id(), NOW, new Polled.Unchanged(), NOW);
    assertThat(sources.list()).isEmpty();
  }

  @Test
  void sourceAddedAnew_takesOverWhatTheRemovedOneBrought() {
    Source removed = added("The Daily", FEED);
    database
        .get()
        .inTransaction(
            handle ->
                handle.execute(
                    "INSERT INTO article_source (article, source) VALUES (7, ?)", removed.id()));
    sources.remove(removed.id(), NOW);

    Source anew = added("The Daily", FEED);

    assertThat(
            database
                .get()
                .<List<Long>>reading(
                    handle ->
                        handle
                            .createQuery("SELECT source FROM article_source WHERE article = 7")
                            .mapTo(Long.class)
                            .list()))
        .containsExactly(anew.id());
  }

  @Test
  void due_longestOverdueFirst() {
    Source one = added("One", "https://one.example/");
    Source two = added("Two", "https://two.example/");
    sources.record(one.id(), NOW, new Polled.Unchanged(), NOW.plusSeconds(60));
    sources.record(two.id(), NOW, new Polled.Unchanged(), NOW.plusSeconds(30));
    assertThat(sources.due(NOW.plusSeconds(60)))
        .extracting(Source::name)
        .containsExactly("Two", "One");
    assertThat(sources.due(NOW.plusSeconds(59))).extracting(Source::name).containsExactly("Two");
  }

  private Source added(String name, String address) {
    return ((Addition.Added) add(name, address)).source();
  }

  private Addition add(String name, String address) {
    return sources.add(name, URI.create(address), Source.Kind.FEED, Optional.of("Daily"), "tester");
  }

  private static Polled.Success read(int items, Optional<URI> movedTo) {
    return new Polled.Success(Optional.empty(), Optional.empty(), items, movedTo, Noticed.NOTHING);
  }

  private Source again(Source source) {
    return sources.list().stream()
        .filter(each -> each.id() == source.id())
        .findFirst()
        .orElseThrow();
  }

  private SourceHealth health(Source source) {
    return sources.health(source.id()).orElseThrow();
  }

  @Test
  void record_movedForGood_isRememberedAfterThreePollsInARow() {
    URI to = URI.create("https://new.example/feed");
    Source source = added("The Daily", FEED);
    sources.record(source.id(), NOW, read(1, Optional.of(to)), NOW);
    sources.record(source.id(), NOW, read(0, Optional.of(to)), NOW);
    sources.record(source.id(), NOW, new Polled.Unchanged(), NOW);
    assertThat(again(source).address()).isEqualTo(URI.create(FEED));
    sources.record(source.id(), NOW, read(0, Optional.of(to)), NOW);
    assertThat(again(source).address()).isEqualTo(to);
    assertThat(sources.find(FEED)).contains(again(source));
    assertThat(sources.add("Again", URI.create(FEED), Source.Kind.FEED, Optional.empty(), "tester"))
        .isInstanceOf(Addition.Known.class);
    assertThat(sources.remove(FEED)).isPresent();
    assertThat(sources.add("Again", URI.create(FEED), Source.Kind.FEED, Optional.empty(), "tester"))
        .isInstanceOf(Addition.Added.class);
  }

  @Test
  void record_movedNowAndThen_isNotRemembered() {
    Optional<URI> to = Optional.of(URI.create("https://new.example/feed"));
    Source source = added("The Daily", FEED);
    for (int i = 0; i < 4; i++) {
      sources.record(source.id(), NOW, read(0, to), NOW);
      sources.record(source.id(), NOW, read(0, to), NOW);
      sources.record(source.id(), NOW, read(0, Optional.empty()), NOW);
    }
    assertThat(again(source).address()).isEqualTo(URI.create(FEED));
  }

  @Test
  void record_movedToWhereAnotherSourceIs_staysWhereItIs() {
    Source source = added("The Daily", FEED);
    Source other = added("The Evening", "https://new.example/feed");
    for (int i = 0; i < 5; i++) {
      sources.record(source.id(), NOW, read(0, Optional.of(other.address())), NOW);
    }
    assertThat(again(source).address()).isEqualTo(URI.create(FEED));
    assertThat(sources.find(other.address().toString())).contains(other);
  }

  @Test
  void habit_beginsWithTheDatesOfItemsAndFollowsWhatIsSeen() {
    Source source = added("The Daily", FEED);
    Noticed dated = new Noticed(0, 0, 0, Optional.empty(), Optional.empty(), OptionalDouble.of(24));
    sources.record(
        source.id(),
        NOW,
        new Polled.Success(Optional.empty(), Optional.empty(), 30, Optional.empty(), dated),
        NOW);
    assertThat(again(source).itemsPerDay()).hasValue(24);
    Instant at = NOW;
    for (int i = 0; i < 10 * 24; i++) {
      at = at.plus(Duration.ofHours(1));
      sources.record(
          source.id(), at, i % 2 == 0 ? read(2, Optional.empty()) : new Polled.Unchanged(), at);
    }
    assertThat(again(source).itemsPerDay().getAsDouble()).isBetween(22.0, 26.0);
    sources.record(source.id(), at.plus(Duration.ofDays(5)), new Polled.Unchanged(), at);
    assertThat(again(source).itemsPerDay().getAsDouble()).isLessThan(2);
  }

  @Test
  void health_countsWhatWasNoticedAndErrorsByKind() {
    Source source = added("The Daily", FEED);
    Noticed noticed =
        new Noticed(
            2,
            1,
            3,
            Optional.of(NOW.minusSeconds(60)),
            Optional.of(Duration.ofSeconds(90)),
            OptionalDouble.empty());
    Polled.Success success =
        new Polled.Success(Optional.empty(), Optional.empty(), 5, Optional.empty(), noticed);
    sources.record(source.id(), NOW, success, NOW);
    sources.record(source.id(), NOW, success, NOW);
    sources.record(source.id(), NOW.plusSeconds(9), new Polled.Failure(ErrorKind.SLOW, "s"), NOW);
    sources.record(source.id(), NOW.plusSeconds(10), new Polled.Failure(ErrorKind.NAME, "n"), NOW);
    sources.record(source.id(), NOW.plusSeconds(11), new Polled.Failure(ErrorKind.SLOW, "s"), NOW);
    SourceHealth health = health(source);
    assertThat(health.emptyBodies()).isEqualTo(4);
    assertThat(health.repairs()).isEqualTo(2);
    assertThat(health.duplicates()).isEqualTo(6);
    assertThat(health.itemsToday()).isEqualTo(10);
    assertThat(health.newest()).contains(NOW.minusSeconds(60));
    assertThat(health.lag()).contains(Duration.ofSeconds(90));
    assertThat(health.lastGood()).contains(NOW);
    assertThat(health.badSince()).contains(NOW.plusSeconds(9));
    assertThat(health.errors()).isEqualTo(Map.of(ErrorKind.SLOW, 2L, ErrorKind.NAME, 1L));
    assertThat(sources.health()).containsExactly(health);
  }

  @Test
  void trouble_failing_isThreeFailuresAndAnHour() {
    Source source = added("The Daily", FEED);
    Polled failure = new Polled.Failure(ErrorKind.STATUS, "the server answered 500");
    sources.record(source.id(), NOW, failure, NOW);
    sources.record(source.id(), NOW.plusSeconds(60), failure, NOW);
    assertThat(health(source).trouble(NOW.plus(Duration.ofHours(2)))).isEmpty();
    sources.record(source.id(), NOW.plusSeconds(120), failure, NOW);
    assertThat(health(source).trouble(NOW.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(health(source).trouble(NOW.plus(Duration.ofMinutes(60)))).contains(Trouble.FAILING);
    sources.record(source.id(), NOW.plusSeconds(180), new Polled.Unchanged(), NOW);
    assertThat(health(source).trouble(NOW.plus(Duration.ofHours(2)))).isEmpty();
  }

  @Test
  void trouble_silent_isLongAgainstItsOwnHabit() {
    Source busy = added("The Daily", FEED);
    Source seldom = added("The Weekly", "https://weekly.example/feed");
    Instant last = NOW;
    for (int day = 0; day < 15; day++) {
      last = NOW.plus(Duration.ofDays(day));
      sources.record(busy.id(), last, read(10, Optional.empty()), last);
      if (day % 7 == 0) {
        sources.record(seldom.id(), last, read(1, Optional.empty()), last);
      }
    }
    assertThat(health(busy).usualPerDay()).hasValue(10);
    assertThat(health(busy).trouble(last.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(health(busy).trouble(last.plus(Duration.ofDays(5)))).contains(Trouble.SILENT);
    assertThat(health(seldom).trouble(last.plus(Duration.ofDays(20)))).isEmpty();
  }

  @Test
  void told_isRemembered() {
    Source source = added("The Daily", FEED);
    sources.told(source.id(), Optional.of(Trouble.SILENT), NOW);
    assertThat(health(source).told()).contains(Trouble.SILENT);
    sources.told(source.id(), Optional.empty(), NOW.plusSeconds(5));
    assertThat(health(source).told()).isEmpty();
    assertThat(health(source).toldAt()).contains(NOW.plusSeconds(5));
  }
}
