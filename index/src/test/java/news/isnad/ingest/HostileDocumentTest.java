package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import news.isnad.extract.ArticleExtractor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is made to cost us time or memory is cut, and the next document is read. {@code
 * -Disnad.hostile=100} takes documents of the sizes that are named.
 */
class HostileDocumentTest {
  private static final Duration MOST_PROCESSOR_TIME = Duration.ofSeconds(2);
  private static final int PER_CENT = Integer.getInteger("isnad.hostile", 10);
  private static final String SENTENCE =
      "The minister of water said on Monday that the dam, built in 1960, would be repaired soon. ";
  private static final String P = "<p>" + SENTENCE + "</p>";
  private static final String ITEM = "<rss><channel><item>";

  private final DocumentReader reader = new DocumentReader(new ArticleExtractor()::extract);

  @TestFactory
  Stream<DynamicTest> hostilePage_isCutInTime() {
    return Stream.of(
        timed("a million nested elements", () -> page("<div>".repeat(share(1_000_000)) + P)),
        timed("nested elements with text", () -> page(("<div>" + SENTENCE).repeat(share(60_000)))),
        timed(
            "nested furniture",
            () -> page(("<div class=related>" + SENTENCE).repeat(share(60_000)))),
        timed("a million paragraphs", () -> page("<p>x".repeat(share(1_000_000)) + P)),
        timed("formatting without end", () -> page("<a><b><i><p>".repeat(share(100_000)))),
        timed("nested tables", () -> page("<table><tr><td>".repeat(share(100_000)) + P)),
        timed("nested forms", () -> page(("<form><div>" + SENTENCE).repeat(share(50_000)))),
        timed("100,000 attributes", () -> page("<div " + attributes(100_000) + ">" + P)),
        timed(
            "a name of megabytes",
            () -> page("<p class='" + "ad-".repeat(share(2_000_000)) + "'>" + P)),
        timed(
            "titles of 10 MB", () -> page("<h1>" + "word ".repeat(share(2_000_000)) + "</h1>" + P)),
        timed("200,000 claims", () -> page("<div>© 2026".repeat(share(200_000)) + P)),
        timed("200,000 metas", () -> page("<meta name=a content=b>".repeat(share(200_000)) + P)),
        timed("nested JSON", () -> page(json("[".repeat(share(1_000_000))) + P)),
        timed("50,000 blocks of JSON", () -> page(json("{}").repeat(share(50_000)) + P)),
        timed("a line of 10 MB", () -> "The minister said. " + "word ".repeat(share(2_000_000))),
        timed("500,000 lines", () -> "A line of text here\n".repeat(share(500_000))));
  }

  @TestFactory
  Stream<DynamicTest> hostileFeed_isCutInTime() {
    return Stream.of(
        timed("XML bomb", HostileDocumentTest::bomb),
        timed("a DOCTYPE of brackets", () -> "<!DOCTYPE a [" + "]".repeat(share(4_000_000)) + ITEM),
        timed(
            "entities without end",
            () -> "<!DOCTYPE a [" + "<!ENTITY a 'b' ".repeat(share(500_000))),
        timed("DOCTYPE in DOCTYPE", () -> "<!DOCTYPE a [".repeat(share(500_000)) + ITEM),
        timed("nested items", () -> "<rss>" + "<item>".repeat(share(1_000_000))),
        timed("nested elements", () -> ITEM + "<description>" + "<div>".repeat(share(1_000_000))),
        timed(
            "ends of nothing", () -> "<rss>" + "<a>".repeat(99) + "</b>".repeat(share(1_000_000))),
        timed(
            "quotation marks that never close",
            () -> ITEM + "<a b='c' d=\"".repeat(share(500_000))),
        timed("a title of 10 MB", () -> ITEM + "<title>" + "word &amp; ".repeat(share(800_000))),
        timed(
            "a text of 10 MB", () -> ITEM + "<description>" + "&lt;p>x ".repeat(share(1_000_000))),
        timed("100,000 attributes", () -> "<rss " + attributes(100_000) + "><channel/></rss>"),
        timed("dates without end", () -> "<rss>" + dates().repeat(500)),
        timed("800,000 items of JSON", () -> "{\"items\":[" + "{\"id\":1},".repeat(share(800_000))),
        timed("JSON in JSON", () -> "{\"items\":[" + "{\"a\":".repeat(share(1_000_000))));
  }

  @Test
  void externalEntity_isNotRead() {
    String feed =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM"
            + " \"http://a/\">%y;]>"
            + ITEM
            + "<title>[&x;]</title></item></channel></rss>";

    Document read = reader.read(feed.getBytes(UTF_8), "feed", Optional.empty(), Given.NOTHING);

    assertThat(read).isInstanceOf(Document.FeedItems.class).asString().contains("[&x;]");
  }

  @Test
  void archive_isNotUnpacked() throws IOException {
    byte[] once = packed((ITEM + "<title>x").repeat(100).getBytes(UTF_8));

    Document read = reader.read(packed(once), "feed.xml", Optional.of("text/xml"), Given.NOTHING);

    assertThat(read).isInstanceOf(Document.Refused.class);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private DynamicTest timed(String name, Supplier<String> document) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          byte[] bytes = document.get().getBytes(UTF_8);
          ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
          long begun = threads.getCurrentThreadCpuTime();

          Document read = reader.read(bytes, "https://a.example/", Optional.empty(), Given.NOTHING);

          Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
          assertThat(read.toString().contains("cannot be read: java")).isFalse();
          assertThat(took).isLessThan(MOST_PROCESSOR_TIME);
        });
  }

  /** The build takes a tenth, which is more than the readers take of most. */
  private static int share(int whole) {
    return whole / 100 * PER_CENT;
  }

  private static String page(String body) {
    return "<!doctype html><html><body>" + body + "</body></html>";
  }

  private static String json(String json) {
    return "<script type='application/ld+json'>" + json + "</script>";
  }

  private static String attributes(int many) {
    return IntStream.range(0, many).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining(" "));
  }

  private static String dates() {
    return "<item>" + "<pubDate>x y z</pubDate>".repeat(500) + "</item>";
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
    for (int i = 1; i < 60; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"");
      bomb.append(("&e" + (i - 1) + ";").repeat(200)).append("\">");
    }
    return bomb + "]>" + ITEM + "<title>" + "&e59;".repeat(share(100_000)) + "</title>";
  }
}
