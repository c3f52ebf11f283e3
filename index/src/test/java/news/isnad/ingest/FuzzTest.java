package news.isnad.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A share of what {@code eval fuzz} does, on documents of our own; more by a property. */
class FuzzTest {
  private static final long COUNT = Long.getLong("isnad.fuzz", 20_000);

  private static final String RSS =
      """
      <?xml version="1.0" encoding="windows-1256"?>
      <!DOCTYPE rss [<!ENTITY dam "السد">]>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="http://paper.example/">
      <channel><title>صحيفة النخيل</title><link>/</link><language>ar</language>
      <item><title>الوزير يفتتح &dam; &amp; الجسر</title><link>news/1</link>
      <pubDate>الخميس، 15 يناير/كانون الثاني 2026 10:15 م</pubDate><dc:creator>سلمى</dc:creator>
      <description><![CDATA[<p>قال الوزير إن <b>السد</b> سيفتح غدا.</p>]]></description></item>
      <item><title>Second</title><guid isPermaLink="true">http://paper.example/2</guid></item>
      </channel></rss>
      """;
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">A &lt;b&gt;</title>
      <entry><id>tag:a,2026:1</id><link rel="alternate" href="/1"/><updated>2026-01-15T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text &#x41;</p></div></content>
      </entry></feed>
      """;
  private static final String JSON =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"/1",
      "title":"One \\u0627","content_html":"<p>Text</p>","date_published":"2026-01-15T10:00:00Z"}]}
      """;
  private static final String SITEMAP =
      """
      <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://a.example/1</loc>
      <news:news><news:title>T</news:title></news:news></url></urlset>
      """;
  private static final String PAGE =
      """
      <!doctype html><html lang="ar"><head><title>العنوان | صحيفة</title><meta property="og:title"
      content="العنوان"><script type="application/ld+json">{"@type":"NewsArticle","headline":"العنوان",
      "author":[{"name":"سلمى"}]}</script></head><body><nav><a href="/">الرئيسية</a></nav><article>
      <h1>العنوان</h1><time datetime="2026-01-15">15 يناير</time><div class="related"><a href="/2">اقرأ</a></div>
      <p>قال الوزير، يوم الاثنين، إن الجسر الجديد على النهر سيفتح أمام السيارات في الشهر المقبل.</p>
      <p>The minister said on Monday that the bridge, which was built last year, would open soon.</p>
      <table><tr><td>1<td>2</table><form><input><p>x</form></article><footer>© 2026</footer></body></html>
      """;
  private static final String TEXT =
      """
      Home
      Minister opens bridge
      By Salma Haddad

      The minister said on Monday that the bridge, which was built last year, would open soon.
      © 2026 The Paper. All rights reserved.
      """;

  private static List<byte[]> documents() {
    return List.of(
        RSS.getBytes(Charset.forName("windows-1256")),
        ATOM.getBytes(UTF_8),
        JSON.getBytes(UTF_8),
        SITEMAP.getBytes(UTF_8),
        PAGE.getBytes(UTF_8),
        TEXT.getBytes(UTF_8));
  }

  @Test
  void documents_mutilated_failNowhereAndTakeNoSecond() {
    Fuzz.Outcome outcome = new Fuzz(documents(), 1).run(COUNT);

    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.defects() + outcome.slow()).isZero();
    assertThat(outcome.mutations()).isEqualTo(COUNT);
  }

  @Test
  void mutation_isMadeFromItsNumberAlone() {
    Fuzz fuzz = new Fuzz(documents(), 7);

    assertThat(fuzz.mutation(12)).isEqualTo(fuzz.mutation(12)).isNotEqualTo(fuzz.mutation(13));
    assertThat(new Fuzz(documents(), 8).mutation(12)).isNotEqualTo(fuzz.mutation(12));
  }

  @Test
  void documents_areWhatIsBelowAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("one.xml"), "<rss/>");
    Files.writeString(folder.resolve("README.txt"), "no document");
    Files.writeString(folder.resolve("score.py"), "no document");

    assertThat(Fuzz.documents(folder)).containsExactly("<rss/>".getBytes(UTF_8));
  }
}
