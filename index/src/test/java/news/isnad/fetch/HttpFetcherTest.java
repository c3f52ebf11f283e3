package news.isnad.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import news.isnad.fetch.Fetched.Body;
import news.isnad.fetch.Fetched.Failed;
import news.isnad.fetch.Fetched.Reason;
import news.isnad.fetch.Fetched.Refused;
import news.isnad.fetch.Fetched.Unchanged;
import news.isnad.testing.SettableClock;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-15T12:00:00Z"));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String at(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private FetchSettings settings(List<AddressRange> allow, Duration timeout, int maxBody) {
    return new FetchSettings(
        timeout,
        maxBody,
        3,
        Set.of(80, 443, port()),
        allow,
        Map.of("paper.example", List.of(LOOPBACK)),
        Optional.empty(),
        "desk@paper.example");
  }

  private FetchSettings open() {
    return settings(List.of(AddressRange.parse("127.0.0.0/8")), Duration.ofSeconds(5), 1_000_000);
  }

  private FetchSettings guarded() {
    return settings(List.of(), Duration.ofSeconds(5), 1_000_000);
  }

  private Fetched fetch(FetchSettings settings, String address) {
    return fetch(settings, address, Validators.NONE);
  }

  private Fetched fetch(FetchSettings settings, String address, Validators known) {
    try (HttpFetcher web = new HttpFetcher(settings, clock)) {
      return web.fetch(address, known);
    }
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] gzip(byte[] block, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(block);
      }
    }
    return packed.toByteArray();
  }

  private void serveRedirect(String path, int status, String location) {
    serve(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          answer(exchange, status, new byte[0]);
        });
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Body.class);
    return ((Body) fetched).content().text(UTF_8);
  }

  private static Reason reason(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Refused.class);
    return ((Refused) fetched).reason();
  }

  private static Failed failed(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Failed.class);
    return (Failed) fetched;
  }

  @Test
  void page_isFetchedWithTypeAndName() {
    AtomicReference<Headers> seen = new AtomicReference<>();
    serve(
        "/news",
        exchange -> {
          seen.set(exchange.getRequestHeaders());
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          answer(exchange, 200, "خبر".getBytes(UTF_8));
        });

    Fetched fetched = fetch(open(), at("/news#top"));

    assertThat(text(fetched)).isEqualTo("خبر");
    Body body = (Body) fetched;
    assertThat(body.address()).isEqualTo(URI.create(at("/news")));
    assertThat(body.content().type()).contains("text/html; charset=utf-8");
    assertThat(body.movedTo()).isEmpty();
    assertThat(seen.get().getFirst("User-Agent")).isEqualTo("isnad/1.0 (+desk@paper.example)");
    assertThat(seen.get()).doesNotContainKey("Cookie");
  }

  @Test
  void address_withArabicLetters_isEncoded() {
    serve(
        "/",
        exchange -> answer(exchange, 200, exchange.getRequestURI().getRawPath().getBytes(UTF_8)));

    assertThat(text(fetch(open(), at("/خبر عاجل"))))
        .isEqualTo("/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://2130706433:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/", "http://[::1]:PORT/", "http://[::]:PORT/",
        "http://0:PORT/", "http://0.0.0.0:PORT/", "http://paper.example:PORT/",
        "http://10.0.0.1/", "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/",
        "http://[64:ff9b::7f00:1]/", "http://[fd00::1]/"
      })
  void address_thatLeadsInside_isRefusedUnasked(String address) {
    serve("/", exchange -> answer(exchange, 200, "secret".getBytes(UTF_8)));

    Fetched fetched = fetch(guarded(), address.replace("PORT", String.valueOf(port())));

    assertThat(reason(fetched)).isEqualTo(Reason.PRIVATE_ADDRESS);
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, SCHEME",
    "ftp://example.org/, SCHEME",
    "javascript:alert(1), SCHEME",
    "gopher://127.0.0.1/, SCHEME",
    "http://editor:secret@example.org/, CREDENTIALS",
    "http://editor@example.org/, CREDENTIALS",
    "http://example.org:22/, PORT",
    "https://example.org:8443/, PORT",
    "http:///, NOT_AN_ADDRESS",
    "example.org, NOT_AN_ADDRESS",
    "http://0x08080808/, NOT_AN_ADDRESS",
    "http://134744072/, NOT_AN_ADDRESS",
    "'', NOT_AN_ADDRESS",
    "http://[nonsense/, NOT_AN_ADDRESS"
  })
  void address_badlyWritten_isRefused(String address, Reason expected) {
    Fetched fetched = fetch(guarded(), address);

    assertThat(reason(fetched)).isEqualTo(expected);
    assertThat(((Refused) fetched).why()).doesNotContain("secret");
  }

  @Test
  void name_thatChangesItsAnswer_isStoppedAtTheSocket() throws Exception {
    // The name server says a public address when asked, and loopback when it is connected to:
    // the socket sees the latter.
    GuardedSockets sockets = new GuardedSockets(new AddressGuard(List.of()));
    try (Socket socket = sockets.createSocket()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(LOOPBACK, port())))
          .isInstanceOf(ForbiddenAddressException.class);
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void name_withPublicAndPrivateAddresses_onlyPublicOnesAreUsed() throws Exception {
    InetAddress fine = InetAddress.ofLiteral("9.9.9.9");
    Dns mixed = host -> List.of(LOOPBACK, fine);
    try (GuardedNames names =
        new GuardedNames(Map.of(), mixed, new AddressGuard(List.of()), Duration.ofSeconds(1))) {
      assertThat(names.lookup("mixed.example")).containsExactly(fine);
    }
  }

  @Test
  void nameServer_thatHangs_endsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    Dns hanging =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    FetchSettings hasty = settings(List.of(), Duration.ofMillis(200), 1_000);
    try (HttpFetcher web = new HttpFetcher(hasty, clock, hanging)) {
      assertThat(failed(web.fetch("http://slow.example/")).temporary()).isTrue();
    }
  }

  @Test
  void redirect_isFollowed() {
    serveRedirect("/old", 301, "/new");
    serve("/new", exchange -> answer(exchange, 200, "here".getBytes(UTF_8)));

    Fetched fetched = fetch(open(), at("/old"));

    assertThat(text(fetched)).isEqualTo("here");
    assertThat(((Body) fetched).address()).isEqualTo(URI.create(at("/new")));
    assertThat(((Body) fetched).movedTo()).contains(URI.create(at("/new")));
  }

  @Test
  void redirect_forNow_isNoMove() {
    serveRedirect("/old", 301, "/middle");
    serveRedirect("/middle", 302, "/new");
    serve("/new", exchange -> answer(exchange, 200, "here".getBytes(UTF_8)));

    assertThat(((Body) fetch(open(), at("/old"))).movedTo()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/, PRIVATE_ADDRESS",
    "//10.1.2.3/, PRIVATE_ADDRESS",
    "file:///etc/passwd, SCHEME",
    "http://a:b@example.org/, CREDENTIALS",
    "http://example.org:6379/, PORT"
  })
  void redirect_toForbiddenTarget_isRefused(String target, Reason expected) {
    serveRedirect("/trap", 302, target);

    assertThat(reason(fetch(open(), at("/trap")))).isEqualTo(expected);
  }

  @Test
  void redirect_inCircles_isRefusedAfterTheLimit() {
    serveRedirect("/a", 302, "/b");
    serveRedirect("/b", 302, "/a");

    assertThat(reason(fetch(open(), at("/a")))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    assertThat(requests).hasValue(4);
  }

  @Test
  void body_thatDrips_endsAtTheDeadline() {
    CountDownLatch stop = new CountDownLatch(1);
    serve(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (!stop.await(20, TimeUnit.MILLISECONDS)) {
              out.write('x');
              out.flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    FetchSettings hasty =
        settings(List.of(AddressRange.parse("127.0.0.0/8")), Duration.ofMillis(400), 1_000);

    long start = System.nanoTime();
    Fetched fetched = fetch(hasty, at("/drip"));
    stop.countDown();

    assertThat(failed(fetched).temporary()).isTrue();
    assertThat(failed(fetched).why()).contains("400 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void redirects_thatAreSlow_shareOneDeadline() {
    serve(
        "/slow",
        exchange -> {
          try {
            new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseHeaders().set("Location", "/slow");
          answer(exchange, 302, new byte[0]);
        });
    FetchSettings hasty =
        settings(List.of(AddressRange.parse("127.0.0.0/8")), Duration.ofMillis(400), 1_000);

    assertThat(failed(fetch(hasty, at("/slow"))).why()).contains("400 ms");
    assertThat(requests).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void body_largerThanTheLimit_isRefused() {
    serve("/large", exchange -> answer(exchange, 200, new byte[1_000_001]));

    assertThat(reason(fetch(open(), at("/large")))).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"ENOUGH, 1000000, 2000000", "BEGINNING, 3000000, 3000000"})
  void longBody_isTakenAsFarAsItIsWanted(Fetcher.Wanted wanted, int atLeast, int atMost) {
    serveEndless();

    Fetched fetched = fetchBeginning(3_000_000, wanted);

    assertThat(((Body) fetched).content().size()).isBetween(atLeast, atMost);
  }

  @Test
  void longBody_wantedWhole_isRefused() {
    serveEndless();

    assertThat(reason(fetchBeginning(3_000_000, Fetcher.Wanted.WHOLE))).isEqualTo(Reason.TOO_LARGE);
  }

  private void serveEndless() {
    serve(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(new byte[65_536]);
          }
        });
  }

  private Fetched fetchBeginning(int maxBody, Fetcher.Wanted wanted) {
    return fetchBeginning("/endless", maxBody, wanted);
  }

  private Fetched fetchBeginning(String path, int maxBody, Fetcher.Wanted wanted) {
    FetchSettings settings =
        settings(List.of(AddressRange.parse("127.0.0.0/8")), Duration.ofSeconds(60), maxBody);
    try (HttpFetcher web = new HttpFetcher(settings, clock)) {
      return web.readBeginning(
          at(path),
          Validators.NONE,
          Fetcher.Purpose.NAMED,
          beginning -> wanted,
          fetched -> fetched);
    }
  }

  @Test
  void body_atTheLimit_isTaken() {
    serve("/full", exchange -> answer(exchange, 200, new byte[1_000_000]));

    assertThat(((Body) fetch(open(), at("/full"))).content().size()).isEqualTo(1_000_000);
  }

  @Test
  void body_gzipBomb_isRefusedAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[1_000_000], 100);
    assertThat(bomb.length).isLessThan(200_000);
    serve(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, 200, bomb);
        });

    assertThat(reason(fetch(open(), at("/bomb")))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void body_gzip_isDecompressed() throws IOException {
    byte[] packed = gzip("news ".getBytes(UTF_8), 3);
    serve(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, 200, packed);
        });

    assertThat(text(fetch(open(), at("/packed")))).isEqualTo("news news news ");
  }

  @Test
  void body_thatBreaksOff_isTakenWhereItsBeginningIsEnough() throws IOException {
    byte[] text = new byte[200_000];
    new Random(7).nextBytes(text);
    byte[] packed = Arrays.copyOf(gzip(text, 1), 100_000);
    serve(
        "/cut",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          answer(exchange, 200, packed);
        });
    serve(
        "/short",
        exchange -> {
          exchange.sendResponseHeaders(200, 200_000);
          exchange.getResponseBody().write(text, 0, 90_000);
          exchange.getResponseBody().flush();
          exchange.close();
        });

    for (String path : List.of("/cut", "/short")) {
      Body body = (Body) fetchBeginning(path, 3_000_000, Fetcher.Wanted.WHOLE);
      assertThat(body.content().size()).isBetween(50_000, 110_000);
      assertThat(body.content().bytes()).isEqualTo(Arrays.copyOf(text, body.content().size()));
      assertThat(body.validators()).isEqualTo(Validators.NONE);
      assertThat(fetch(open(), at(path))).isInstanceOf(Failed.class);
    }
  }

  @Test
  void body_brotli_isDecompressed() {
    // "hello brotli\n" as an uncompressed meta-block and an empty last one.
    byte[] packed = Base64.getDecoder().decode("CwaAaGVsbG8gYnJvdGxpCgM=");
    serve(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "br");
          answer(exchange, 200, packed);
        });

    assertThat(text(fetch(open(), at("/packed")))).isEqualTo("hello brotli\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd", "gzip, gzip, gzip"})
  void body_brokenlyEncoded_fails(String encoding) {
    serve(
        "/broken",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", encoding);
          answer(exchange, 200, "no such thing".getBytes(UTF_8));
        });

    assertThat(failed(fetch(open(), at("/broken"))).temporary()).isTrue();
  }

  @Test
  void unchanged_isToldByTheValidators() {
    serve(
        "/feed",
        exchange -> {
          boolean same =
              "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && exchange.getRequestHeaders().containsKey("If-Modified-Since");
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          exchange.getResponseHeaders().set("Last-Modified", "Thu, 15 Jan 2026 10:00:00 GMT");
          answer(exchange, same ? 304 : 200, same ? new byte[0] : "new".getBytes(UTF_8));
        });

    Body first = (Body) fetch(open(), at("/feed"));

    assertThat(first.validators().etag()).contains("\"v1\"");
    assertThat(fetch(open(), at("/feed"), first.validators())).isEqualTo(new Unchanged());
  }

  @ParameterizedTest
  @CsvSource({"404, false", "410, false", "403, false", "500, true", "503, true", "429, true"})
  void status_ofTheServer_isKept(int status, boolean temporary) {
    serve("/gone", exchange -> answer(exchange, status, "sorry".getBytes(UTF_8)));

    Failed failed = failed(fetch(open(), at("/gone")));

    assertThat(failed.status()).hasValue(status);
    assertThat(failed.temporary()).isEqualTo(temporary);
    assertThat(failed.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Thu, 15 Jan 2026 12:05:00 GMT', PT5M",
    "'Thu, 15 Jan 2026 11:00:00 GMT', PT0S",
    "999999999, P7D",
    "soon,"
  })
  void retryAfter_isKept(String header, Duration expected) {
    serve(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", header);
          answer(exchange, 429, new byte[0]);
        });

    assertThat(failed(fetch(open(), at("/busy"))).retryAfter())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "video/mp4; x=y", "application/pdf", "Application/ZIP"})
  void content_thatIsNoText_isRefused(String type) {
    serve(
        "/picture",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          answer(exchange, 200, new byte[100]);
        });

    assertThat(reason(fetch(open(), at("/picture")))).isEqualTo(Reason.NOT_TEXT);
  }

  @Test
  void server_thatIsNotThere_failsTemporarily() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      free = socket.getLocalPort();
    }
    FetchSettings settings =
        new FetchSettings(
            Duration.ofSeconds(5),
            1_000,
            0,
            Set.of(free),
            List.of(AddressRange.parse("127.0.0.1")),
            Map.of(),
            Optional.empty(),
            "");

    assertThat(failed(fetch(settings, "http://127.0.0.1:" + free + "/")).temporary()).isTrue();
  }

  @Test
  void server_thatSpeaksNonsense_failsTemporarily() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      threads.submit(
          () -> {
            try (Socket peer = socket.accept()) {
              peer.getOutputStream().write("SSH-2.0-Nonsense\r\n\r\n".getBytes(UTF_8));
            }
            return null;
          });
      FetchSettings settings =
          new FetchSettings(
              Duration.ofSeconds(5),
              1_000,
              0,
              Set.of(socket.getLocalPort()),
              List.of(AddressRange.parse("127.0.0.1")),
              Map.of(),
              Optional.empty(),
              "");

      Fetched fetched = fetch(settings, "http://127.0.0.1:" + socket.getLocalPort() + "/");

      assertThat(failed(fetched).temporary()).isTrue();
    }
  }

  @Test
  void host_withFixedAddress_isNotLookedUp() {
    serve(
        "/",
        exchange ->
            answer(exchange, 200, exchange.getRequestHeaders().getFirst("Host").getBytes(UTF_8)));

    assertThat(text(fetch(open(), "http://Paper.example:" + port() + "/")))
        .isEqualTo("paper.example:" + port());
  }

  @Test
  void proxy_isAskedForPublicNamesOnly() {
    serve(
        "/",
        exchange -> answer(exchange, 200, exchange.getRequestURI().toString().getBytes(UTF_8)));
    FetchSettings proxied =
        new FetchSettings(
            Duration.ofSeconds(5),
            1_000,
            0,
            Set.of(80),
            List.of(),
            Map.of(
                "news.example", List.of(InetAddress.ofLiteral("9.9.9.9")),
                "inside.example", List.of(LOOPBACK)),
            Optional.of(URI.create("http://127.0.0.1:" + port())),
            "");

    assertThat(text(fetch(proxied, "http://news.example/a"))).isEqualTo("http://news.example/a");
    assertThat(reason(fetch(proxied, "http://inside.example/"))).isEqualTo(Reason.PRIVATE_ADDRESS);
    assertThat(reason(fetch(proxied, "http://10.0.0.1/"))).isEqualTo(Reason.PRIVATE_ADDRESS);
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void body_deflateWithAndWithoutFrame_isDecompressedAndCut(boolean frameless) throws IOException {
    for (int times : List.of(3, 40_000_000)) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(9, frameless);
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
        byte[] block = new byte[Math.min(times, 100_000)];
        Arrays.fill(block, (byte) 'n');
        for (int i = 0; i < times; i += block.length) {
          out.write(block);
        }
      } finally {
        deflater.end();
      }
      byte[] bytes = packed.toByteArray();
      serve(
          "/deflated" + times,
          exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "deflate");
            answer(exchange, 200, bytes);
          });
      Fetched fetched = fetch(open(), at("/deflated" + times));
      if (times == 3) {
        assertThat(text(fetched)).isEqualTo("nnn");
      } else {
        assertThat(reason(fetched)).isEqualTo(Reason.TOO_LARGE);
      }
    }
  }

  @Test
  void body_ofManyEmptyLayers_isNoDefect() throws IOException {
    byte[] empty = gzip(new byte[0], 1);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 40_000; i++) {
      many.write(empty);
    }
    byte[] twice = gzip(many.toByteArray(), 1);
    serve(
        "/layers",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip, gzip");
          answer(exchange, 200, twice);
        });
    Fetched fetched = fetch(open(), at("/layers"));
    assertThat(fetched instanceof Body body ? body.content().size() : 0).isZero();
  }

  @Test
  void headers_thatNeverEnd_areCut() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      threads.submit(
          () -> {
            try (Socket peer = socket.accept()) {
              OutputStream out = peer.getOutputStream();
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              byte[] header = ("X-Filler: " + "x".repeat(1_000) + "\r\n").getBytes(UTF_8);
              while (!peer.isClosed()) {
                out.write(header);
              }
            }
            return null;
          });
      FetchSettings settings =
          new FetchSettings(
              Duration.ofSeconds(20),
              1_000,
              0,
              Set.of(socket.getLocalPort()),
              List.of(AddressRange.parse("127.0.0.1")),
              Map.of(),
              Optional.empty(),
              "");
      Fetched fetched = fetch(settings, "http://127.0.0.1:" + socket.getLocalPort() + "/");
      assertThat(failed(fetched).trouble()).isEqualTo(Fetched.Trouble.ANSWER);
    }
  }
}
