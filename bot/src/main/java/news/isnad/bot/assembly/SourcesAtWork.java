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
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Addition;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.IntakeDesk;
import news.isnad.bot.operator.SourceLook;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.fetch.AddressRange;
import news.isnad.fetch.FetchSettings;
import news.isnad.fetch.Fetcher;
import news.isnad.fetch.HttpFetcher;
import news.isnad.ingest.Ingest;
import news.isnad.ingest.IngestListener;
import news.isnad.ingest.PollIntervals;
import news.isnad.ingest.PollSchedule;
import news.isnad.ingest.TryOut;
import news.isnad.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of an engine: looked at before they are added, polled while {@link #start}ed. Safe
 * for concurrent use.
 */
public final class SourcesAtWork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SourcesAtWork.class);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Settings settings;
  private final SourceCatalogue catalogue;
  private final TryOut tryOut;
  private final Database database;
  private final Audit audit;
  private final ArticleStore articles;
  private final Fetcher web;
  private final DiskSpace disk;
  private final PollSchedule schedule;
  private volatile boolean closed;
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

  /** Whether polling waits for space; of the thread that ticks. */
  private boolean paused;

  /** What became of an address. */
  public sealed interface Outcome {
    /**
     * It is polled from now on.
     *
     * @param name the name that it goes by; hostile
     * @param items how many items it offers now
     */
    record Added(String name, int items) implements Outcome {}

    /** It was known already, under this name. */
    record Known(String name) implements Outcome {}

    /** Nothing was stored, and why, as a person would say it. */
    record Refused(String why) implements Outcome {}
  }

  private SourcesAtWork(Engine engine, Settings settings, DiskSpace disk, InstantSource clock) {
    this.disk = disk;
    this.settings = settings;
    this.catalogue = engine.sources();
    this.web = new HttpFetcher(fetchSettings(settings.fetch()), clock);
    this.database = engine.database();
    this.audit = new Audit(database, clock);
    this.articles = engine.articles();
    this.tryOut = new TryOut(web, Pages.documents(extractors), articles);
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
    return over(engine, settings, new DiskSpace(engine.database().file()), clock);
  }

  static SourcesAtWork over(Engine engine, Settings settings, DiskSpace disk, InstantSource clock) {
    return new SourcesAtWork(engine, settings, disk, clock);
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
    var _ = ticks.scheduleWithFixedDelay(this::pollDue, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Polls what is due; nothing while the disk is nearly full: questions go before news. */
  void pollDue() {
    boolean isShort = disk.isShort();
    if (isShort && !paused) {
      log.warn("The disk is nearly full. Sources are not polled until there is space.");
    }
    paused = isShort;
    if (!isShort) {
      schedule.pollDue();
    }
  }

  /**
   * Looks at an address and adds it, if it is news.
   *
   * @param name what to call it instead of what it calls itself
   * @param by who adds it, as a person would say it
   */
  public Outcome add(String address, Optional<String> name, String by) {
    return switch (tryOut.only(address)) {
      case TryOut.Refusal refusal -> new Outcome.Refused(refusal.details());
      case TryOut.Offer offer ->
          switch (catalogue.add(
              name.orElse(offer.name()), URI.create(address), offer.kind(), Optional.empty(), by)) {
            case Addition.Added(Source source) -> new Outcome.Added(source.name(), offer.items());
            case Addition.Known(Source source) -> new Outcome.Known(source.name());
          };
    };
  }

  /**
   * Looks at an address thoroughly: what could be tracked there, and what its articles are like.
   *
   * @param stages is told how far it has come
   * @throws CancellationException if this is closed meanwhile
   */
  public TryOut.Trial tryOut(String address, Consumer<TryOut.Stage> stages) {
    TryOut.Trial trial = tryOut.of(address, stages);
    if (closed) {
      throw new CancellationException("the program ends");
    }
    return trial;
  }

  /** What the conversation needs of this. */
  public SourceLook desk() {
    return new SourceLook() {
      @Override
      public TryOut.Trial at(String address, Consumer<TryOut.Stage> stages) {
        return tryOut(address, stages);
      }

      @Override
      public Optional<TryOut.Refusal> refusal(String address) {
        return tryOut.refusal(address);
      }

      @Override
      public IntakeDesk intake() {
        return new Intakes(web, Pages.documents(), articles, database, audit);
      }
    };
  }

  /** The interval that is in force. */
  public Duration interval() {
    return settings.poll().interval();
  }

  @Override
  public void close() {
    closed = true;
    ticks.shutdownNow();
    polls.shutdownNow();
    extractors.shutdownNow();
    web.close();
  }
}
