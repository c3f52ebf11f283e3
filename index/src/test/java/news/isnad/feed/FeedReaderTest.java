package news.isnad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static final URI BASE = URI.create("https://paper.example/rss/all.xml");

  private static Feed read(String text) {
    return new FeedReader().read(text.getBytes(UTF_8), Optional.empty(), Optional.of(BASE));
  }

  private static FeedItem only(String text) {
    Feed feed = read(text);
    assertThat(feed.items()).hasSize(1);
    return feed.items().getFirst();
  }

  private static String rss(String inner) {
    return "<rss version=\"2.0\"><channel>" + inner + "</channel></rss>";
  }

  @Test
  void rss_isRead() {
    Feed feed =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:atom="http://www.w3.org/2005/Atom">
             <channel>
              <title>صحيفة النخيل</title><link>https://paper.example/</link>
              <atom:link rel="self" href="https://paper.example/rss/all.xml"/>
              <language>ar-SA</language>
              <item>
               <title>الجسر يفتح &amp; النهر يفيض</title>
               <link>/news/1</link><guid isPermaLink="false">n-1</guid>
               <pubDate>الخميس، 15 يناير 2026 10:00 +0300</pubDate>
               <dc:creator>سلمى حداد</dc:creator>
               <description>ملخص <![CDATA[<b>قصير</b>]]></description>
               <content:encoded><![CDATA[<p>النص كله</p>]]></content:encoded>
              </item>
             </channel>
            </rss>
            """);

    assertThat(feed)
        .isEqualTo(
            new Feed(
                true,
                "صحيفة النخيل",
                Optional.of("https://paper.example/"),
                Optional.of("ar-SA"),
                List.of(
                    new FeedItem(
                        Optional.of("n-1"),
                        Optional.of("https://paper.example/news/1"),
                        "الجسر يفتح & النهر يفيض",
                        "ملخص قصير",
                        "<p>النص كله</p>",
                        Optional.of(Instant.parse("2026-01-15T07:00:00Z")),
                        Optional.of("سلمى حداد"))),
                List.of()));
  }

  @Test
  void atom_isRead() {
    FeedItem item =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/">
             <title type="html">News &amp;amp; more</title>
             <entry>
              <id>tag:paper.example,2026:1</id>
              <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>big</b> thing</div></title>
              <link rel="enclosure" href="x.mp3"/><link rel="alternate" type="text/html" href="one.html"/>
              <published>2026-01-15T08:00:00Z</published><updated>2026-01-16T08:00:00Z</updated>
              <author><name>A. Writer</name><email>a@paper.example</email></author>
              <summary>5 &lt; 6</summary>
             </entry>
            </feed>
            """);

    assertThat(item.guid()).contains("tag:paper.example,2026:1");
    assertThat(item.title()).isEqualTo("One big thing");
    assertThat(item.link()).contains("https://other.example/a/one.html");
    assertThat(item.published()).contains(Instant.parse("2026-01-15T08:00:00Z"));
    assertThat(item.author()).contains("A. Writer");
    assertThat(item.summary()).isEqualTo("5 < 6");
  }

  @Test
  void rdf_itemsBesideTheChannel_areRead() {
    Feed feed =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                     xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
             <channel><title>T</title><link>https://paper.example/</link></channel>
             <item rdf:about="https://paper.example/1"><title>One</title><dc:date>2026-01-15</dc:date></item>
             <item rdf:about="https://paper.example/2"><title>Two</title></item>
            </rdf:RDF>
            """);

    assertThat(feed.title()).isEqualTo("T");
    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
    assertThat(feed.items().getFirst().link()).contains("https://paper.example/1");
  }

  @Test
  void jsonFeed_isRead() {
    Feed feed =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "en",
             "home_page_url": "https://paper.example/", "items": [
              {"id": 7, "url": "/7", "title": "A < B", "content_text": "x & y",
               "date_published": "2026-01-15T08:00:00Z", "authors": [{"name": "N"}]}]}
            """);

    assertThat(feed.isFeed()).isTrue();
    assertThat(feed.items())
        .containsExactly(
            new FeedItem(
                Optional.of("7"),
                Optional.of("https://paper.example/7"),
                "A < B",
                "x & y",
                "x &amp; y",
                Optional.of(Instant.parse("2026-01-15T08:00:00Z")),
                Optional.of("N")));
  }

  @Test
  void jsonFeed_truncated_givesItsFirstItems() {
    Feed feed = read("{\"items\": [{\"title\": \"One\"}, {\"title\": \"Two\"}, {\"title\": \"Th");

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
    assertThat(feed.problems()).containsExactly("the document breaks off or is no JSON");
  }

  @Test
  void rss_truncated_givesWhatIsThere() {
    Feed feed =
        read(
            "<rss><channel><item><title>One</title></item><item><title>Two</title><link>https://paper.example/2");

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
    assertThat(feed.items().getLast().link()).contains("https://paper.example/2");
    assertThat(feed.problems()).contains("the document ends within an item");
  }

  @Test
  void rss_brokenMarkup_isHealed() {
    Feed feed =
        read(
            rss(
                """
                <item><title>Fish & chips <link>https://paper.example/?a=1&copy=2</link>
                <description><p>Not <br>escaped</p></description></item>
                <item><title>Two</title></itm></item></item><item><title>3 < 4</title>
                <item><title>Four</title></item>
                """));

    assertThat(feed.items())
        .extracting(FeedItem::title)
        .containsExactly("Fish & chips", "Two", "3 < 4", "Four");
    assertThat(feed.items().getFirst().link()).contains("https://paper.example/?a=1&copy=2");
    assertThat(feed.items().getFirst().summary()).isEqualTo("Not escaped");
    assertThat(feed.problems())
        .contains(
            "a field is not closed: title",
            "an item is not closed",
            "an end without a beginning: itm");
  }

  @Test
  void doctype_definesHarmlessEntitiesOnly() {
    FeedItem item =
        only(
            """
            <!DOCTYPE rss [<!ENTITY paper "The Palm"><!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">
              <!ENTITY xxe SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>&paper; &lol2; &xxe; &eacute;</title></item></channel></rss>
            """);

    assertThat(item.title()).isEqualTo("The Palm &lol;&lol; &xxe; é");
  }

  @Test
  void entities_ofTheDocument_doNotMultiply() {
    String value = "x".repeat(2_000);
    String many = "&big;".repeat(200_000);
    String bomb =
        "<!DOCTYPE rss [<!ENTITY big \""
            + value
            + "\">]>"
            + rss("<item><description>" + many + "</description></item>");

    assertThat(only(bomb).content().length()).isLessThan(4_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "<html><body>no feed</body></html>",
        "plain text",
        "{}",
        "{\"a\": 1}",
        "<!-- -->"
      })
  void document_thatIsNoFeed_saysSo(String text) {
    Feed feed = read(text);

    assertThat(feed.isFeed()).isFalse();
    assertThat(feed.items()).isEmpty();
    assertThat(feed.problems()).isNotEmpty();
  }

  @Test
  void feed_withoutItems_isAFeed() {
    assertThat(read(rss("<title>Quiet</title>")).isFeed()).isTrue();
  }

  @Test
  void link_isTakenFromAPermanentGuidOnly() {
    assertThat(only(rss("<item><guid>https://paper.example/9</guid></item>")).link())
        .contains("https://paper.example/9");
    assertThat(
            only(rss("<item><guid isPermaLink='false'>https://paper.example/9</guid></item>"))
                .link())
        .isEmpty();
    assertThat(only(rss("<item><link>javascript:alert(1)</link></item>")).link()).isEmpty();
  }

  @Test
  void date_thatCannotBeRead_isAProblem() {
    Feed feed = read(rss("<item><pubDate>some day</pubDate></item>"));

    assertThat(feed.items().getFirst().published()).isEmpty();
    assertThat(feed.problems()).containsExactly("a date cannot be read: some day");
  }

  @Test
  void items_beyondTheLimit_areNotRead() {
    String million = rss("<item><title>x</title></item>".repeat(1_000_000));

    long start = System.nanoTime();
    Feed feed = read(million);

    assertThat(feed.items()).hasSize(FeedReader.DEFAULT_MAX_ITEMS);
    assertThat(feed.problems()).containsExactly("more than 1000 items: the rest is not read");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(
            new FeedReader(2)
                .read(rss("<item/><item/>").getBytes(UTF_8), Optional.empty(), Optional.empty())
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--",
        "<![CDATA[",
        "<a b=\"",
        "<",
        "</",
        "<a>",
        "</a>",
        "<x/>",
        "<!DOCTYPE [",
        "]",
        "&lt;"
      })
  void text_repeatedWithoutEnd_isReadInTime(String piece) {
    long start = System.nanoTime();
    Feed feed = read("<rss><channel><item>" + piece.repeat(3_000_000 / piece.length()));

    assertThat(feed.items()).hasSizeLessThanOrEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void document_mutilatedAtRandom_neverThrows() {
    String whole =
        rss(
            "<item><title a='1'>T &amp; <![CDATA[<b>x</b>]]></title><link>/1</link></item>"
                .repeat(3));
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = random.nextInt(8); n >= 0; n--) {
        int at = random.nextInt(text.length() - 8);
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "<>&\"'/![]-;".charAt(random.nextInt(11)));
          default -> text.setLength(Math.max(50, at));
        }
      }
      assertThat(read(text.toString()).problems()).noneMatch(p -> p.startsWith("the feed cannot"));
    }
  }

  @Test
  void sitemap_ofNews_isRead() {
    FeedItem item =
        only(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://paper.example/news/7</loc><lastmod>2026-01-16</lastmod>
                <n:news><n:publication><n:name>The Paper</n:name><n:language>en</n:language>
                </n:publication><n:publication_date>2026-01-15T10:00:00Z</n:publication_date>
                <n:title>Bridge &amp; river</n:title></n:news></url>
            </urlset>
            """);

    assertThat(item.title()).isEqualTo("Bridge & river");
    assertThat(item.link()).contains("https://paper.example/news/7");
    assertThat(item.published()).contains(Instant.parse("2026-01-15T10:00:00Z"));
  }

  @Test
  void sitemap_ofPages_givesAddressesAndDates() {
    FeedItem item =
        only("<urlset><url><loc>/a?b=1&amp;c=2</loc><lastmod>2026-01-16</lastmod></url></urlset>");

    assertThat(item.link()).contains("https://paper.example/a?b=1&c=2");
    assertThat(item.published()).contains(Instant.parse("2026-01-16T00:00:00Z"));
  }

  @Test
  void listOfSitemaps_isNoFeed() {
    Feed feed = read("<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>");

    assertThat(feed.isFeed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://paper.e[x/1", "http:///1", "https://", "javascript:alert(1)"})
  void link_thatIsNoAddress_isNone(String link) {
    assertThat(only(rss("<item><title>A</title><link>" + link + "</link></item>")).link())
        .isEmpty();
  }

  @Test
  void stream_ofAMillionItems_isReadNoFurtherThanNeeded() throws IOException {
    Repeated endless =
        new Repeated(
            "<rss><channel><title>Paper</title>",
            "<item><title>A bridge opens</title><link>/1</link></item>");

    Feed feed = new FeedReader().read(endless, Optional.empty(), Optional.of(BASE));

    assertThat(feed.items()).hasSize(FeedReader.DEFAULT_MAX_ITEMS);
    assertThat(feed.title()).isEqualTo("Paper");
    assertThat(feed.problems()).anyMatch(problem -> problem.contains("items"));
    assertThat(endless.given).isLessThan(2_000_000);
  }

  @Test
  void stream_withoutEnd_isCut() throws IOException {
    Repeated endless = new Repeated("<rss><channel><item><title>", "word ");

    Feed feed = new FeedReader().read(endless, Optional.empty(), Optional.of(BASE));

    assertThat(feed.items()).hasSize(1);
    assertThat(feed.problems()).anyMatch(problem -> problem.contains("longer than"));
    assertThat(feed.items().getFirst().title()).startsWith("word word").hasSizeLessThan(30_000);
    assertThat(endless.given).isLessThan(11_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss xml:base='http://h.example/a/'><channel><item"
            + " xml:base='sub/'><link>one</link></item></channel></rss>",
        "<rss><channel xml:base='http://h.example/a/'><item><link"
            + " xml:base='sub/'>one</link></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://h.example/'><entry"
            + " xml:base='a/'><link xml:base='sub/' href='one'/></entry></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://h.example/x/'><entry"
            + " xml:base='/a/sub/'><link href='one'/></entry></feed>",
      })
  void xmlBase_isRelativeToTheOneAroundIt(String feed) {
    assertThat(only(feed).link()).contains("http://h.example/a/sub/one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item><title><![CDATA[One</title><link>/1</link></item><item><title><![CDATA[Two]]></title></item>",
        "<item><title><![CDATA[One</title><link>/1</link></item><item><title>Two</title></item>",
        "<item><title>One<!-- the first"
            + " </title><link>/1</link></item><item><title>Two</title></item>",
        "<item><title>One</title><!-- <link>/1</link></item><item><title>Two<!-- second"
            + " --></title></item>",
      })
  void whatIsNeverClosed_swallowsNoOtherItem(String items) {
    Feed feed = read(rss(items));

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
    assertThat(feed.problems()).isNotEmpty();
  }

  @Test
  void openSectionsWithoutEnd_areReadInTime() {
    long start = System.nanoTime();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      names.append("<a").append(i).append("><![CDATA[");
    }

    read("<rss>" + "<item><![CDATA[".repeat(300_000));
    read("<rss>" + "<!-- ".repeat(500_000));
    read("<rss>" + names);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void itemsThatAreCommentedOut_areNone() {
    assertThat(
            read(rss("<!-- <item><title>Old</title></item> --><item><title>One</title></item>"))
                .items())
        .extracting(FeedItem::title)
        .containsExactly("One");
  }

  @Test
  void controlCharacters_areNoPartOfATitle() {
    assertThat(
            only(rss("<item><title>Bridge\u0007 opens\u001F early\u0085</title></item>")).title())
        .isEqualTo("Bridge opens early");
    assertThat(only("{\"items\":[{\"title\":\"Bridge\u0007 opens\"}]}").title())
        .isEqualTo("Bridge opens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[{'id':'1','title':'One'},17,null,{'url':5},{'id':'2','title':'Two'}]}",
        "{'items':[{'id':'1','title':'One',},{'id':'2','title':'Two'},],}",
        "{'items':[{'id':'1','title':'One','content_text':'a\nb\tc'},{'id':'2','title':'Two'}]}",
        "{'items':[{'id':'1','title':'One'},{'id':'x','title':'So 'it'"
            + " goes'},{'id':'2','title':'Two'}]}",
        "{'items':[{'id':'1','title':'One'},{'id':'x'"
            + " 'title'},{'id':'2','title':'Two'}],'title':'F'}",
        ")]}',\n{'items':[{'id':'1','title':'One'},{'id':'2','title':'Two'}]}",
        "callback({'items':[{'id':'1','title':'One'},{'id':'2','title':'Two'}]});",
        "/* feed */ {'items':[{'id':'1','title':'One'}, // first\n{'id':'2','title':'Two'}]}",
        "{'items':[{'id':'1','title':'One','date_published':2026,'authors':'Ana','tags':7},{'id':'2','title':'Two'},{'id':'3','ti",
      })
  void jsonFeed_withABrokenPlace_givesWhatStandsAround(String json) {
    Feed feed = read(json.replace('\'', '"').replace(")]}\"", ")]}'"));

    assertThat(feed.isFeed()).isTrue();
    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'authors':[{'name':'Ana Marsh'},{'name':'Tom Hale'}]",
        "'authors':['Ana Marsh','Tom Hale']",
        "'author':[{'name':'Ana Marsh'},'Tom Hale']",
        "'author':'Ana Marsh, Tom Hale'",
        "'authors':[],'author':{'name':'Ana Marsh, Tom Hale'}",
      })
  void jsonFeed_authors_areNamedHoweverTheyAreWritten(String authors) {
    String json = "{'items':[{'id':'1'," + authors + "}]}";

    assertThat(only(json.replace('\'', '"')).author()).contains("Ana Marsh, Tom Hale");
  }

  /** A stream that begins with something and goes on with something else, for ever. */
  private static final class Repeated extends InputStream {
    private final byte[] first;
    private final byte[] again;
    private long given;

    Repeated(String first, String again) {
      this.first = first.getBytes(UTF_8);
      this.again = again.getBytes(UTF_8);
    }

    @Override
    public int read() {
      long at = given++;
      return at < first.length
          ? first[(int) at]
          : again[(int) ((at - first.length) % again.length)];
    }
  }
}
