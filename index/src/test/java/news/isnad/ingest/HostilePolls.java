package news.isnad.ingest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.extract.ArticleExtractor;
import news.isnad.fetch.AddressRange;
import news.isnad.fetch.FetchSettings;
import news.isnad.fetch.HttpFetcher;
import news.isnad.store.Database;

/**
 * Polls the sites that are named, all at once, in a process of its own whose heap is small, and
 * prints a line for each as soon as its poll is recorded: name, milliseconds of processor, what
 * came of it, how many megabytes were free for the polls. The last lines are what a work that is
 * always the same takes, and the number of articles.
 */
final class HostilePolls {
  private HostilePolls() {}

  /**
   * @param arguments a folder, the port of the web, the deadline of a fetch in milliseconds, then
   *     the names of the sites
   */
  public static void main(String[] arguments) throws Exception {
    List<String> names = List.of(arguments).subList(3, arguments.length);
    InstantSource clock = InstantSource.system();
    try (Database database =
            Database.open(
                Path.of(arguments[0], "isnad.db"), List.of("news/isnad/article/migrations"));
        HttpFetcher web =
            new HttpFetcher(
                settings(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), names),
                clock)) {
      SqlArticleStore articles = new SqlArticleStore(database, clock);
      SourceCatalogue sources = new SqlSourceCatalogue(database, clock);
      for (String name : names) {
        String address = "http://" + name + ".example:" + arguments[1] + "/feed";
        sources.add(name, URI.create(address), Source.Kind.FEED, Optional.empty(), "test");
      }
      long free = free();
      try (ExecutorService threads =
          Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
        int begun =
            new PollSchedule(
                    watched(sources, free),
                    web,
                    new DocumentReader(new ArticleExtractor()::extract),
                    articles,
                    new Ingest(articles, IngestListener.NONE),
                    new PollIntervals(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                    RandomGenerator.getDefault(),
                    threads,
                    clock)
                .pollDue();
        if (begun != names.size()) {
          throw new IllegalStateException("only " + begun + " are polled");
        }
      }
      System.out.println("reference\t" + reference());
      System.out.println("articles\t" + articles.count());
    }
  }

  /** Milliseconds of processor for a work that is always the same: how fast the machine is. */
  private static long reference() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    long hash = 0;
    for (int i = 0; i < 500_000_000; i++) {
      hash = 31 * hash + (i ^ (hash >>> 7));
    }
    long millis = (threads.getCurrentThreadCpuTime() - begun) / 1_000_000;
    return hash == 0 ? 0 : millis;
  }

  /** A catalogue that prints what is recorded: each poll has a thread of its own, a new one. */
  private static SourceCatalogue watched(SourceCatalogue sources, long free) {
    return (SourceCatalogue)
        Proxy.newProxyInstance(
            SourceCatalogue.class.getClassLoader(),
            new Class<?>[] {SourceCatalogue.class},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(sources, arguments);
                if (method.getName().equals("record")) {
                  print(sources, (Long) arguments[0], (Polled) arguments[2], free);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void print(SourceCatalogue sources, long id, Polled polled, long free) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    System.out.println(
        String.join(
            "\t",
            sources.health(id).orElseThrow().source().name(),
            String.valueOf(threads.getCurrentThreadCpuTime() / 1_000_000),
            polled.toString(),
            String.valueOf(free)));
  }

  /** What the heap may grow by, in megabytes, over what is needed to poll nothing. */
  private static long free() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()) / 1_000_000;
  }

  private static FetchSettings settings(int port, int deadline, List<String> names) {
    List<InetAddress> here = List.of(InetAddress.ofLiteral("127.0.0.1"));
    return new FetchSettings(
        Duration.ofMillis(deadline),
        FetchSettings.DEFAULT_MAX_BODY,
        FetchSettings.DEFAULT_MAX_REDIRECTS,
        Set.of(port),
        List.of(AddressRange.parse("127.0.0.0/8")),
        names.stream().collect(Collectors.toMap(name -> name + ".example", _ -> here)),
        Optional.empty(),
        "");
  }
}
