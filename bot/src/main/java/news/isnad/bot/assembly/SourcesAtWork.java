package news.isnad.bot.assembly;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.IntakeDesk;
import news.isnad.bot.operator.SourceDesk;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.extract.ExtractedPage;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedReader;
import news.isnad.fetch.AddressRange;
import news.isnad.fetch.FetchSettings;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.HttpFetcher;
import news.isnad.ingest.Ingest;
import news.isnad.ingest.IngestListener;
import news.isnad.ingest.PollIntervals;
import news.isnad.ingest.PollSchedule;
import news.isnad.ingest.TryOut;
import news.isnad.store.Database;

/**
 * The sources of an engine: looked at before they are added, polled while {@link #start}ed. Safe
 * for concurrent use.
 */
public final class SourcesAtWork implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(250);

  private final Settings settings;
  private final SourceCatalogue catalogue;
  private final Database database;
  private final Audit audit;
  private final ArticleStore articles;
  private final Fetcher web;
  private final PollSchedule schedule;
  private final ExecutorService polls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("poll-", 0).factory());

  /** Extracting takes processor time, which a virtual thread would not share with others. */
  private final ExecutorService extractors =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("extract-", 0).factory());

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("poll-tick").factory());

  /** What was found at an address. */
  public sealed interface Look {
    /**
     * News.
     *
     * @param name what it calls itself
     * @param items how many items it offers now
     */
    record News(Source.Kind kind, String name, int items) implements Look {}

    /** Nothing that can be tracked, and why. */
    record Nothing(SourceDesk.Reason reason, String details) implements Look {}
  }

  private SourcesAtWork(Engine engine, Settings settings, InstantSource clock) {
    this.settings = settings;
    this.catalogue = engine.sources();
    this.database = engine.database();
    this.audit = new Audit(database, clock);
    this.articles = engine.articles();
    this.web = new HttpFetcher(fetchSettings(settings.fetch()), clock);
    this.schedule =
        new PollSchedule(
            catalogue,
            web,
            Pages.documents(extractors),
            engine.articles(),
            new Ingest(engine.articles(), IngestListener.NONE),
            new PollIntervals(settings.poll().minInterval(), settings.poll().interval()),
            new SplittableRandom(),
            polls,
            clock);
  }

  /** Opens the door to the web for an engine. */
  public static SourcesAtWork over(Engine engine, Settings settings, InstantSource clock) {
    return new SourcesAtWork(engine, settings, clock);
  }

  /** The fetcher's settings, from the configuration's. */
  public static FetchSettings fetchSettings(Settings.Fetch fetch) {
    Map<String, List<InetAddress>> hosts = new HashMap<>();
    fetch
        .hosts()
        .forEach((name, address) -> hosts.put(name, List.of(InetAddress.ofLiteral(address))));
    return new FetchSettings(
        fetch.timeout(),
        (int) Math.min(fetch.maxBody(), FetchSettings.LARGEST_BODY),
        FetchSettings.DEFAULT_MAX_REDIRECTS,
        fetch.ports(),
        fetch.allow().stream().map(AddressRange::parse).toList(),
        hosts,
        fetch.proxy().map(proxy -> URI.create("http://" + proxy)),
        fetch.contact());
  }

  /** The one door in. */
  public Fetcher web() {
    return web;
  }

  /** Begins to poll. */
  public void start() {
    var _ =
        ticks.scheduleWithFixedDelay(schedule::pollDue, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fetches an address and says what it is. */
  public Look look(String address) {
    return switch (web.fetch(address)) {
      case Fetched.Body body -> look(body);
      case Fetched.Unchanged _ ->
          new Look.Nothing(SourceDesk.Reason.UNREACHABLE, "it answered without a document");
      case Fetched.Refused refused -> new Look.Nothing(reason(refused.reason()), refused.why());
      case Fetched.Failed failed -> new Look.Nothing(reason(failed.why()), failed.why());
    };
  }

  private Look look(Fetched.Body body) {
    Feed feed =
        new FeedReader()
            .read(body.content().bytes(), body.content().type(), Optional.of(body.address()));
    if (feed.isFeed()) {
      String name = feed.title().isBlank() ? host(body.address()) : feed.title();
      return new Look.News(Source.Kind.FEED, name, feed.items().size());
    }
    Optional<ExtractedPage> page =
        Pages.extract(body.content(), Optional.of(body.address())).filter(ExtractedPage::isArticle);
    if (page.isEmpty()) {
      return new Look.Nothing(SourceDesk.Reason.NEWSLESS, "it holds neither a feed nor an article");
    }
    String name = page.get().outlet().orElse(host(body.address()));
    return new Look.News(Source.Kind.PAGE, name, 1);
  }

  private static String host(URI address) {
    String host = address.getHost();
    return host == null ? address.toString() : host.replaceFirst("^www\\.", "");
  }

  private static SourceDesk.Reason reason(Fetched.Reason reason) {
    return switch (reason) {
      case NOT_AN_ADDRESS, SCHEME, CREDENTIALS -> SourceDesk.Reason.ADDRESS;
      case PORT, PRIVATE_ADDRESS -> SourceDesk.Reason.FORBIDDEN;
      case TOO_MANY_REDIRECTS -> SourceDesk.Reason.UNREACHABLE;
      case TOO_LARGE -> SourceDesk.Reason.LARGE;
      case NOT_TEXT, ROBOTS -> SourceDesk.Reason.NEWSLESS;
    };
  }

  private static SourceDesk.Reason reason(String why) {
    boolean slow = why.toLowerCase(java.util.Locale.ROOT).contains("time");
    return slow ? SourceDesk.Reason.SLOW : SourceDesk.Reason.UNREACHABLE;
  }

  /**
   * Looks at an address and adds it, if it is news.
   *
   * @param name what to call it instead of what it calls itself
   * @param by who adds it, as a person would say it
   */
  public SourceDesk.Outcome add(String address, Optional<String> name, String by) {
    return switch (look(address)) {
      case Look.Nothing nothing ->
          new SourceDesk.Outcome.Refused(nothing.reason(), nothing.details());
      case Look.News news -> add(address, name.orElse(news.name()), news, by);
    };
  }

  private SourceDesk.Outcome add(String address, String name, Look.News news, String by) {
    return switch (catalogue.add(name, URI.create(address), news.kind(), Optional.empty(), by)) {
      case Addition.Added(Source source) ->
          new SourceDesk.Outcome.Added(source.name(), news.items());
      case Addition.Known(Source source) -> new SourceDesk.Outcome.Known(source.name());
    };
  }

  /**
   * Looks at an address thoroughly: what could be tracked there, and what its articles are like.
   */
  public TryOut.Trial tryOut(String address) {
    return new TryOut(web, Pages.documents(extractors), articles).of(address);
  }

  /** What operators do with sources in the chat. */
  public SourceDesk desk() {
    return new Desk();
  }

  private final class Desk implements SourceDesk {
    @Override
    public Outcome add(URI address, long by) {
      // Looking may take long: the transaction begins after it.
      return switch (look(address.toString())) {
        case Look.Nothing nothing -> new Outcome.Refused(nothing.reason(), nothing.details());
        case Look.News news ->
            database.inTransaction(
                handle -> {
                  Outcome outcome =
                      SourcesAtWork.this.add(address.toString(), news.name(), news, "user " + by);
                  if (outcome instanceof Outcome.Added) {
                    audit.write(handle, by, Audit.Deed.ADD_SOURCE, address.toString());
                  }
                  return outcome;
                });
      };
    }

    @Override
    public IntakeDesk intake() {
      return new Intakes(web, Pages.documents(), articles, database, audit);
    }

    @Override
    public boolean remove(URI address, long by) {
      return database.inTransaction(
          handle -> {
            boolean removed = catalogue.remove(address.toString()).isPresent();
            if (removed) {
              audit.write(handle, by, Audit.Deed.REMOVE_SOURCE, address.toString());
            }
            return removed;
          });
    }

    @Override
    public List<Tracked> find(String nameOrAddress) {
      return catalogue.find(nameOrAddress).stream().map(Desk::tracked).toList();
    }

    @Override
    public List<Tracked> tracked() {
      return catalogue.health().stream()
          .sorted(java.util.Comparator.comparing(health -> health.source().failuresInRow() == 0))
          .map(
              health -> {
                Tracked plain = tracked(health.source());
                return new Tracked(
                    plain.name(),
                    plain.address(),
                    plain.articles(),
                    plain.read(),
                    plain.trouble(),
                    Optional.of(health));
              })
          .toList();
    }

    private static Tracked tracked(Source source) {
      Optional<String> trouble =
          source.failuresInRow() > 0 ? source.lastOutcome() : Optional.empty();
      return new Tracked(
          source.name(),
          source.address(),
          source.itemsSeen(),
          trouble.isEmpty() ? source.lastPolled() : Optional.empty(),
          trouble);
    }
  }

  /** The interval that is in force. */
  public Duration interval() {
    return settings.poll().interval();
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    polls.shutdownNow();
    extractors.shutdownNow();
    web.close();
  }
}
