package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A web on the loopback address that means harm, and some sites that mean none. Each site has a
 * host of its own, whose name says what it does. Safe for concurrent use.
 */
final class HostileWeb implements AutoCloseable {
  /** How many sites mean no harm; each has a feed of three items. */
  static final int GOOD = 6;

  static final int ITEMS = 3;

  /** Goes on until {@link #endDrip}. */
  static final String DRIP = "one-byte-a-second";

  private static final String ITEM = "<rss><channel><title>F</title><item>";
  private static final byte[] BLOCK = (ITEM + "<title>lol ".repeat(8_000)).getBytes(UTF_8);
  private static final int BLOCKS = 200;

  /** 200 MB of a title. */
  private static final String BROTLI =
      "y///PwCMlKnrM0KlJw+bXIP4vM2BiRywtjzDE/KL2TKwrvHrgsdsvnn/V4H//3/wSwDEYQGA7v0f////4JcA"
          + "iMMCAN37P/7//8EvARCHBQC693/8//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/j//8f"
          + "/BIAcVgAoHv/x///P/glAOKwAED3/o///3/wSwDEYQGA7v0f////4JcAiMMCAN37P/7//8EvARCHBQC693/8"
          + "//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/j//8f/BIAcVgAoHv/x///P/glAOKwAED3"
          + "/o///3/wSwDEYQGA7v0f////4JcAiMMCAN37P/7//8EvARCHBQC693/8//+DXwIgDgsAdO//+P//B78EQBwW"
          + "AOje//H//w9+CYA4LADQvf9LDeE1/BIAcVgAUJ27Bg==";

  /** What a hostile site does, by its name. */
  @FunctionalInterface
  private interface Deed {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final Map<String, Deed> deeds = new TreeMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch dripping = new CountDownLatch(1);
  private final HttpServer server;

  HostileWeb() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    byte[] gzip = bomb(GZIPOutputStream::new);
    byte[] deflate = bomb(DeflaterOutputStream::new);
    byte[] twice = packed(gzip);
    deeds.put("gzip-bomb", exchange -> encoded(exchange, "gzip", gzip));
    deeds.put("deflate-bomb", exchange -> encoded(exchange, "deflate", deflate));
    deeds.put("bomb-in-bomb", exchange -> encoded(exchange, "gzip, gzip", twice));
    deeds.put(
        "brotli-bomb", exchange -> encoded(exchange, "br", Base64.getDecoder().decode(BROTLI)));
    deeds.put("archive", exchange -> whole(exchange, twice));
    deeds.put("xml-bomb", exchange -> whole(exchange, xmlBomb()));
    deeds.put("external-entity", exchange -> whole(exchange, externalEntity()));
    deeds.put("endless", exchange -> endless(exchange, BLOCK));
    deeds.put("endless-spaces", exchange -> endless(exchange, " ".repeat(65_536).getBytes(UTF_8)));
    deeds.put("million-items", this::millionItems);
    deeds.put("long-title", exchange -> whole(exchange, longTitle()));
    deeds.put("circle", HostileWeb::circle);
    deeds.put(DRIP, this::drip);
    deeds.put("endless-pages", exchange -> pages(exchange, () -> endless(exchange, BLOCK)));
    deeds.put("nested-pages", exchange -> pages(exchange, () -> whole(exchange, nested())));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<String> hostile() {
    return List.copyOf(deeds.keySet());
  }

  static List<String> good() {
    return IntStream.range(0, GOOD).mapToObj(i -> "good-" + i).toList();
  }

  void endDrip() {
    dripping.countDown();
  }

  /** All addresses that were asked for. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst("\\.example.*", "");
    String path = exchange.getRequestURI().getPath();
    asked.add(host + path);
    try (exchange) {
      Deed deed = deeds.get(host);
      if (path.equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (deed != null) {
        deed.answer(exchange);
      } else {
        pages(exchange, () -> whole(exchange, page(host + path).getBytes(UTF_8)));
      }
    } catch (IOException goneAway) {
      // Whoever asked has had enough.
    }
  }

  // ---- deeds

  @FunctionalInterface
  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] bomb(Packing packing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = packing.over(out)) {
      for (int i = 0; i < BLOCKS; i++) {
        packed.write(BLOCK);
      }
    }
    return out.toByteArray();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static void encoded(HttpExchange exchange, String encoding, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", encoding);
    whole(exchange, body);
  }

  private static void whole(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] xmlBomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"");
      bomb.append(("&e" + (i - 1) + ";").repeat(100)).append("\">");
    }
    return (bomb + "]>" + ITEM + "<title>" + "&e39;".repeat(10_000)).getBytes(UTF_8);
  }

  private byte[] externalEntity() {
    String place = "http://good-0.example:" + port() + "/secret";
    return ("<!DOCTYPE a [<!ENTITY x SYSTEM \""
            + place
            + "\"><!ENTITY % y SYSTEM \""
            + place
            + "\">%y;]>"
            + ITEM
            + "<title>&x;</title><description>&x;</description></item></channel></rss>")
        .getBytes(UTF_8);
  }

  private void endless(HttpExchange exchange, byte[] block) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (closed.getCount() > 0) {
      exchange.getResponseBody().write(block);
    }
  }

  private void millionItems(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(ITEM.getBytes(UTF_8));
    for (int i = 0; i < 1_000 && closed.getCount() > 0; i++) {
      int thousand = i;
      String items =
          IntStream.range(0, 1_000)
              .mapToObj(
                  n ->
                      "<title>Item "
                          + (thousand * 1_000 + n)
                          + "</title><guid>"
                          + n
                          + "</guid></item><item>")
              .collect(Collectors.joining());
      out.write(items.getBytes(UTF_8));
    }
  }

  private static byte[] longTitle() {
    return (ITEM + "<title>" + "word &amp; ".repeat(900_000) + "</title></item></channel></rss>")
        .getBytes(UTF_8);
  }

  private static void circle(HttpExchange exchange) throws IOException {
    int n = Integer.parseInt("0" + exchange.getRequestURI().getPath().replaceAll("\\D", ""));
    exchange.getResponseHeaders().set("Location", "/" + (n + 1) % 3);
    exchange.sendResponseHeaders(302, -1);
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      while (!dripping.await(1, TimeUnit.SECONDS)) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Page {
    void answer() throws IOException;
  }

  private static void pages(HttpExchange exchange, Page page) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/feed")) {
      page.answer();
      return;
    }
    String items =
        IntStream.range(0, ITEMS)
            .mapToObj(i -> "<item><title>Item " + i + "</title><link>/page-" + i + "</link></item>")
            .collect(Collectors.joining());
    whole(exchange, ("<rss><channel>" + items + "</channel></rss>").getBytes(UTF_8));
  }

  private static byte[] nested() {
    return ("<!doctype html><html><body>" + "<div class=related>deep ".repeat(100_000))
        .getBytes(UTF_8);
  }

  private static String page(String name) {
    return "<!doctype html><html><body><article><h1>News of "
        + name
        + "</h1>"
        + ("<p>The mayor of "
                + name
                + " said on Monday that the bridge, which was built long ago, would be repaired"
                + " before the winter, and that nobody would have to pay for it.</p>")
            .repeat(3)
        + "</article></body></html>";
  }

  @Override
  public void close() {
    dripping.countDown();
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
