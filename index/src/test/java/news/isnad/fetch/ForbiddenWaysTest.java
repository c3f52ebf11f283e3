package news.isnad.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import news.isnad.extract.ArticleExtractor;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedReader;
import news.isnad.fetch.Fetcher.Purpose;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.ingest.ItemArticles;
import news.isnad.testing.SettableClock;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way in, with every way of writing an address that must not be reached. */
class ForbiddenWaysTest {
  private static final InetAddress OPEN = InetAddress.ofLiteral("127.0.0.3");
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("9.9.9.9");
  private static final List<InetAddress> INSIDE =
      List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("10.0.0.7"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final List<InetSocketAddress> reached = new CopyOnWriteArrayList<>();
  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;
  private volatile String form = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(OPEN, 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String forbidden() {
    int path = form.length();
    for (char c : new char[] {'#', '?', '\\'}) {
      int at = form.indexOf(c);
      path = at < 0 ? path : Math.min(path, at);
    }
    return "http://" + form.substring(0, path) + ":" + port() + form.substring(path);
  }

  private String open(String path) {
    return "http://127.0.0.3:" + port() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    served.incrementAndGet();
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/robots.txt") && !redirectsRobots) {
        byte[] rules = ("User-agent: *\nSitemap: " + forbidden()).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, rules.length);
        exchange.getResponseBody().write(rules);
      } else if (path.startsWith("/redirect") || path.equals("/robots.txt")) {
        byte[] target = forbidden().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Location", new String(target, ISO_8859_1));
        exchange.sendResponseHeaders(302, -1);
      } else {
        byte[] page = page().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      }
    }
  }

  private boolean redirectsRobots;

  private String page() {
    String at = forbidden().replace("\"", "%22").replace("&", "&amp;");
    String paragraph = "<p>" + "The harbour bridge was opened again on Monday. ".repeat(8) + "</p>";
    return "<!DOCTYPE html><html><head><title>Bridge</title><link rel=canonical href=\""
        + at
        + "\"><meta property=\"og:image\" content=\""
        + at
        + "\"><meta property=\"og:url\" content=\""
        + at
        + "\"><link rel=alternate type=\"application/rss+xml\" href=\""
        + at
        + "\"></head><body><article><h1>Bridge</h1><img src=\""
        + at
        + "\">"
        + paragraph.repeat(3)
        + "</article></body></html>";
  }

  private HttpFetcher fetcher(Dns names) {
    FetchSettings settings =
        new FetchSettings(
            Duration.ofSeconds(5),
            1_000_000,
            3,
            Set.of(80, 443, port()),
            List.of(AddressRange.parse("127.0.0.3")),
            Map.of(),
            Optional.empty(),
            "");
    GuardedSockets.Watch watch =
        target -> {
          if (!target.getAddress().equals(OPEN)) {
            reached.add(target);
            throw new ConnectException("recorded");
          }
        };
    return new HttpFetcher(settings, clock, new HttpFetcher.Seams(names, _ -> {}, watch));
  }

  private int everyForm(Consumer<HttpFetcher> way) {
    Set<String> forms = new HashSet<>(ForbiddenForms.hosts());
    try (HttpFetcher web = fetcher(_ -> INSIDE)) {
      for (String each : forms) {
        form = each;
        way.accept(web);
        assertThat(reached).as(each).isEmpty();
      }
    }
    return forms.size();
  }

  private static void assertNothing(Fetched fetched, String form) {
    assertThat(fetched).as(form).isNotInstanceOf(Fetched.Body.class);
  }

  @Test
  void source_reachesNothing() {
    int forms = everyForm(web -> assertNothing(web.fetch(forbidden()), form));
    assertThat(forms).isGreaterThanOrEqualTo(150);
    assertThat(served).hasValue(0);
  }

  @Test
  void redirect_reachesNothing() {
    everyForm(
        web -> {
          int before = served.get();
          assertNothing(web.fetch(open("/redirect")), form);
          assertThat(served.get()).as(form).isGreaterThan(before);
        });
  }

  @Test
  void itemLinkCanonicalAndImage_reachNothing() {
    DocumentReader documents = new DocumentReader(new ArticleExtractor()::extract);
    everyForm(
        web -> {
          ItemArticles articles = new ItemArticles(web, documents);
          for (String link : List.of(forbidden(), open("/page"))) {
            String feed =
                "<rss version=\"2.0\"><channel><title>x</title><item><title>t</title><link><![CDATA["
                    + link
                    + "]]></link><enclosure url=\""
                    + forbidden().replace("\"", "").replace("&", "")
                    + "\" type=\"image/png\"/></item></channel></rss>";
            Feed read =
                new FeedReader().read(feed.getBytes(UTF_8), Optional.empty(), Optional.empty());
            ItemArticles.Held held =
                articles.read(read, ItemArticles.Item.of(read, "x").getFirst(), Given.NOTHING);
            assertThat(held.article().isPresent()).as(form).isEqualTo(link.equals(open("/page")));
            held.article()
                .flatMap(article -> article.url())
                .ifPresent(url -> assertThat(url.getHost()).as(form).isEqualTo("127.0.0.3"));
          }
        });
    assertThat(served.get()).isGreaterThan(150);
  }

  @Test
  void robotsAndSitemaps_reachNothing() {
    everyForm(
        _ -> {
          try (HttpFetcher web = fetcher(_ -> INSIDE)) {
            List<String> sitemaps = web.sitemaps(URI.create(open("/")));
            sitemaps.forEach(sitemap -> assertNothing(web.fetch(sitemap), form));
          }
        });
    redirectsRobots = true;
    everyForm(
        _ -> {
          try (HttpFetcher web = fetcher(_ -> INSIDE)) {
            Fetched fetched =
                web.read(open("/page"), Validators.NONE, Purpose.PAGE, found -> found);
            assertThat(fetched).as(form).isInstanceOf(Fetched.Body.class);
          }
        });
  }

  @Test
  void nameThatChangesItsAnswer_reachesNothingInside() {
    AtomicInteger asked = new AtomicInteger();
    Dns turning =
        _ ->
            switch (asked.getAndIncrement() % 3) {
              case 0 -> List.of(PUBLIC);
              case 1 -> INSIDE;
              default -> List.of(INSIDE.getFirst(), PUBLIC);
            };
    try (HttpFetcher web = fetcher(turning)) {
      for (int trial = 0; trial < 1_000; trial++) {
        assertNothing(web.fetch("http://turning" + trial % 7 + ".example:" + port() + "/"), "");
      }
    }
    assertThat(asked.get()).isGreaterThanOrEqualTo(1_000);
    assertThat(reached).isNotEmpty().allMatch(target -> target.getAddress().equals(PUBLIC));
  }
}
