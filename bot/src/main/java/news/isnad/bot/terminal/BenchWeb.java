package news.isnad.bot.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import news.isnad.article.ArticleDraft;
import news.isnad.text.Language;

/**
 * A web on the loopback address: hosts, each with one feed and a page for each of its items. Feeds
 * are unchanged for who has seen them. Safe for concurrent use.
 */
final class BenchWeb implements AutoCloseable {
  private static final String TAG = "\"one\"";

  private final BenchCorpus corpus = new BenchCorpus();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final int items;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();

  BenchWeb(int items) throws IOException {
    this.items = items;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  static String host(int source) {
    return "s" + source + ".bench.example";
  }

  /** The feed of a source. */
  String feed(int source) {
    return "http://" + host(source) + ":" + port() + "/feed/" + source;
  }

  long requests() {
    return requests.get();
  }

  long unchanged() {
    return unchanged.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      switch (path.length > 2 ? path[1] : "") {
        case "feed" -> feed(exchange, Integer.parseInt(path[2]));
        case "page" -> send(exchange, 200, "text/html", page(Integer.parseInt(path[2])));
        default -> send(exchange, 404, "text/plain", "nothing here");
      }
    }
  }

  private void feed(HttpExchange exchange, int source) throws IOException {
    if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      unchanged.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Source ");
    feed.append(source).append("</title>");
    for (int i = 0; i < items; i++) {
      int number = source * items + i;
      feed.append("<item><title>").append(escaped(article(number).title()));
      feed.append("</title><link>http://").append(host(source)).append(':').append(port());
      feed.append("/page/").append(number).append("</link></item>");
    }
    exchange.getResponseHeaders().set("ETag", TAG);
    send(exchange, 200, "application/rss+xml", feed.append("</channel></rss>").toString());
  }

  private String page(int number) {
    ArticleDraft article = article(number);
    boolean arabic = article.language() == Language.ARABIC;
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"");
    page.append(article.language().code()).append("\"><head><title>");
    page.append(escaped(article.title())).append("</title></head><body><nav><ul>");
    for (int i = 0; i < 20; i++) {
      page.append("<li><a href=\"/").append(i).append("\">").append(arabic ? "قسم " : "Section ");
      page.append(i).append("</a></li>");
    }
    page.append("</ul></nav><article><h1>").append(escaped(article.title())).append("</h1>");
    article
        .text()
        .lines()
        .forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
    return page.append("</article><footer>2026</footer></body></html>").toString();
  }

  private ArticleDraft article(int number) {
    synchronized (corpus) {
      return corpus.article(number);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
