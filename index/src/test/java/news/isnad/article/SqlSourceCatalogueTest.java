package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.article.SourceCatalogue.Polled;
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
                0));
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
    sources.record(source.id(), NOW, new Polled.Failure("timed out"), NOW);
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
    sources.record(source.id(), NOW, new Polled.Failure("no"), NOW);
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
    sources.record(source.id(), NOW, new Polled.Failure("timed out"), NOW);
    sources.record(source.id(), NOW, new Polled.Failure("x".repeat(10_000)), NOW);
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
}
