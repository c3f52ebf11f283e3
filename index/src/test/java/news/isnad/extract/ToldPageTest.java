package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells machines: a hint, and a candidate where it shows less. */
class ToldPageTest {
  private static final URI ADDRESS = URI.create("https://palm.example/news/harbour");
  private static final String ONE =
      "The harbour of Wadi Nakhil reopens on Thursday after five months of dredging, the port"
          + " authority said.";
  private static final String TWO =
      "Its director, Huda Marwan, told reporters that ships of up to eleven metres' draught could"
          + " enter again, and that fees would not rise before the summer.";
  private static final String THREE =
      "Fishermen complained that nobody had asked them, and that their boats had lain idle since"
          + " October, without any compensation from the authority or the city.";
  private static final String FOUR =
      "The city council is to discuss the matter next week, when the bill for the work, some nine"
          + " million dinars, is expected to be published.";
  private static final int MOST_OF_PARSING = 9;
  private static final String WHOLE = String.join("\n", ONE, TWO, THREE, FOUR);

  private static ExtractedPage page(String head, String body) {
    return pageAt(ADDRESS, head, body);
  }

  private static ExtractedPage pageAt(URI address, String head, String body) {
    String html = "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    return new ArticleExtractor().extract(html, Optional.of(address));
  }

  private static String article(String fields) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
        + "\"headline\":\"Harbour reopens after five months\","
        + fields
        + "}</script>";
  }

  private static String body(String... paragraphs) {
    return "\"articleBody\":\"" + String.join("\\n", paragraphs) + "\"";
  }

  private static String p(String... texts) {
    return "<p>" + String.join("</p><p>", texts) + "</p>";
  }

  // ---- the told text

  @Test
  void pageThatShowsNothing_isReadAsTold() {
    ExtractedPage page =
        page(article(body(ONE, TWO, THREE, FOUR)), "<div id=root></div><p>Loading.</p>");

    assertThat(page.body()).isEqualTo(WHOLE);
    assertThat(page.isArticle()).isTrue();
  }

  @Test
  void pageThatShowsTheBeginning_isReadAsTold() {
    ExtractedPage page =
        page(
            article(body(ONE, TWO, THREE, FOUR)),
            "<article><h1>Harbour reopens</h1>" + p(ONE, TWO) + "</article>");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @Test
  void toldTeaser_isNotTheArticle() {
    ExtractedPage page =
        page(article(body(ONE)), "<article>" + p(ONE, TWO, THREE, FOUR) + "</article>");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @Test
  void toldTextWithoutParagraphs_leavesTheParagraphsThatAreShown() {
    ExtractedPage page =
        page(
            article(body(WHOLE.replace('\n', ' '))),
            "<article>" + p(ONE, TWO, THREE, FOUR) + "</article>");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @Test
  void toldTextOfSomethingElse_isNotTakenWhereItIsShort() {
    ExtractedPage page =
        page(
            article(
                body(
                    "This page is part of a series in which our correspondents along the river tell"
                        + " of what they saw, and of how people there live with the water, the"
                        + " heat, the dams and the many promises that were made to them.")),
            "<article>" + p(ONE, TWO, THREE, FOUR, ONE, TWO, THREE) + "</article>");

    assertThat(page.body()).contains(THREE).doesNotContain("correspondents");
  }

  @Test
  void toldHtml_isReadAsHtml() {
    ExtractedPage page =
        page(
            article(body("&lt;p>" + ONE + "&lt;/p>&lt;p>" + TWO + "&lt;/p>", p(THREE, FOUR))),
            "<p>Please enable scripts.</p>");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @Test
  void furnitureOfTheToldText_isLeftOut() {
    ExtractedPage page =
        page(
            article(
                body(
                    ONE,
                    "Read also: How the harbour silted up",
                    TWO,
                    THREE,
                    FOUR,
                    "© 2026 Palm Media. All rights reserved.")),
            "");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  // ---- live blogs

  private static final String POSTS =
      post("09:10 GMT", "Gates are opened", "The gates of the harbour have been opened, and the")
          + post("08:40 GMT", "Crowds on the quay", "Several hundred people stand on the quay to")
          + post("08:05 GMT", "Minister on her way", "The minister of transport has left the city");

  private static String post(String time, String heading, String text) {
    return "<div class='entry'><time>"
        + time
        + "</time><h2>"
        + heading
        + "</h2><p>"
        + text
        + " see the first ship, our reporter says from the scene.</p><div class='share-bar'>Share"
        + " this</div></div>";
  }

  private static final String LIVE =
      """
      09:10 GMT
      Gates are opened
      The gates of the harbour have been opened, and the see the first ship, our reporter says from the scene.
      08:40 GMT
      Crowds on the quay
      Several hundred people stand on the quay to see the first ship, our reporter says from the scene.
      08:05 GMT
      Minister on her way
      The minister of transport has left the city see the first ship, our reporter says from the scene.\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"live-blog", "liveblog__posts", "c-live-updates"})
  void liveBlog_isItsEntriesInOrderWithTheirTimes(String name) {
    ExtractedPage page =
        page(
            "",
            "<h1>Harbour reopens: live</h1><section class='"
                + name
                + "'><div>"
                + "<div class='"
                + name
                + "-list'>"
                + POSTS
                + "</div></div></section><footer>About us</footer>");

    assertThat(page.body()).isEqualTo(LIVE);
    assertThat(page.isArticle()).isTrue();
  }

  @Test
  void entryThatIsPinnedToo_standsOnce() {
    String pinned =
        post("09:10 GMT", "Gates are opened", "The gates of the harbour have been opened, and the");

    assertThat(page("", "<main class='live-blog'>" + pinned + POSTS + "</main>").body())
        .isEqualTo(LIVE);
  }

  @Test
  void liveBlogThatIsOnlyTold_isItsEntriesInOrderWithTheirTimes() {
    String update =
        "{\"@type\":\"BlogPosting\",\"headline\":\"%s\",\"datePublished\":\"2026-03-05T%s+02:00\",\"articleBody\":\"%s\"}";
    String told =
        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Harbour,"
            + " live\",\"liveBlogUpdate\":["
            + update.formatted("First ship", "11:10:00", TWO)
            + ","
            + update.formatted("Gates open", "10:40", ONE + "\\n" + THREE)
            + "]}</script>";

    assertThat(page(told, "<div id=app></div>").body())
        .isEqualTo(
            String.join(
                "\n",
                "2026-03-05 11:10 UTC+02:00",
                "First ship",
                TWO,
                "2026-03-05 10:40 UTC+02:00",
                "Gates open",
                ONE,
                THREE));
  }

  @Test
  void arabicLiveBlog_isItsEntriesInOrderWithTheirTimes() {
    String entry =
        "<article itemprop='liveBlogUpdate'><span class='post-time'>%s</span><p>%s، كما أفاد"
            + " مراسلنا من رصيف الميناء صباح اليوم.</p></article>";

    ExtractedPage page =
        page(
            "",
            "<div itemscope itemtype='https://schema.org/LiveBlogPosting'>"
                + entry.formatted("١١:١٠", "دخلت أول سفينة إلى ميناء وادي النخيل")
                + entry.formatted("١٠:٤٠", "فُتحت بوابات الميناء أمام السفن الصغيرة")
                + entry.formatted("٠٩:٥٥", "تجمع مئات من السكان على الرصيف منذ الفجر")
                + "</div>");

    assertThat(page.body().lines().toList())
        .containsExactly(
            "١١:١٠",
            "دخلت أول سفينة إلى ميناء وادي النخيل، كما أفاد مراسلنا من رصيف الميناء صباح اليوم.",
            "١٠:٤٠",
            "فُتحت بوابات الميناء أمام السفن الصغيرة، كما أفاد مراسلنا من رصيف الميناء صباح اليوم.",
            "٠٩:٥٥",
            "تجمع مئات من السكان على الرصيف منذ الفجر، كما أفاد مراسلنا من رصيف الميناء صباح"
                + " اليوم.");
  }

  @Test
  void datedComments_areNoLiveBlog() {
    ExtractedPage page =
        page(
            "",
            "<main class='live-radio'><article>"
                + p(ONE, TWO, THREE, FOUR)
                + "</article><div class='live-comments'>"
                + POSTS
                + "</div></main>");

    assertThat(page.body()).isEqualTo(WHOLE);
  }

  // ---- microdata and pictures

  @Test
  void microdata_tellsHeadlineAuthorDateAndOutlet() {
    ExtractedPage page =
        page(
            "",
            """
            <div itemscope itemtype="https://schema.org/NewsArticle">
            <p class="kicker"><span itemprop="headline">Harbour of Wadi Nakhil reopens</span></p>
            <span itemprop="author" itemscope><span itemprop="name">Rami Odeh</span></span>
            <meta itemprop="datePublished" content="2026-03-05T08:00:00Z">
            <div itemprop="publisher" itemscope><meta itemprop="name" content="Palm Daily"></div>
            <div itemprop="articleBody">%s</div></div>
            """
                .formatted(p(ONE, TWO, THREE, FOUR)));

    assertThat(page.title()).isEqualTo("Harbour of Wadi Nakhil reopens");
    assertThat(page.author()).contains("Rami Odeh");
    assertThat(page.published()).contains(Instant.parse("2026-03-05T08:00:00Z"));
    assertThat(page.outlet()).contains("Palm Daily");
    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script type='application/ld+json'>{"@type":"NewsArticle","image":["/a.jpg","/b.jpg"]}</script>  | /a.jpg
          <script type='application/ld+json'>{"@type":"NewsArticle","image":{"url":"/a.jpg"}}</script>     | /a.jpg
          <script type='application/ld+json'>{"@type":"NewsArticle","image":[{"contentUrl":"/a.jpg"}]}</script> | /a.jpg
          <meta property='og:image' content='/a.jpg'><meta name='twitter:image' content='/b.jpg'>        | /a.jpg
          <meta name='twitter:image' content='/b.jpg'>                                                    | /b.jpg
          <link rel=image_src href='/c.jpg'>                                                              | /c.jpg
          """)
  void picture_isTheToldOne(String head, String expected) {
    assertThat(page(head, p(ONE, TWO, THREE)).image())
        .contains(URI.create("https://palm.example" + expected));
  }

  @Test
  void picture_isTheOneThatLeadsTheArticle() {
    assertThat(
            page(
                    "",
                    "<img src=/logo.png><article><figure><img src='data:x' data-src='/a.jpg'>"
                        + "</figure>"
                        + p(ONE, TWO)
                        + "</article>")
                .image())
        .contains(URI.create("https://palm.example/a.jpg"));
  }

  @Test
  void addressOfAnotherKind_isNoPicture() {
    assertThat(page("<meta property='og:image' content='file:///etc/passwd'>", p(ONE, TWO)).image())
        .isEmpty();
  }

  // ---- cost

  @Test
  void extraction_costsLittleBesideReadingTheMarkup() {
    String menu =
        "<nav><ul>" + "<li><a href='/x'>Somewhere else</a></li>".repeat(200) + "</ul></nav>";
    String html =
        "<!DOCTYPE html><html><body>"
            + menu
            + "<main><article>"
            + p(ONE, TWO, THREE, FOUR).repeat(10)
            + "</article></main>"
            + menu
            + "</body></html>";
    ArticleExtractor extractor = new ArticleExtractor();
    extractor.extract(html, Optional.of(ADDRESS));

    long parsing = allocated(() -> Jsoup.parse(html, ADDRESS.toString()));
    long whole = allocated(() -> extractor.extract(html, Optional.of(ADDRESS)));

    assertThat(whole).isLessThan(MOST_OF_PARSING * parsing);
  }

  /** Bytes, which unlike milliseconds do not depend on who else is at work. */
  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  // ---- AMP

  @Test
  void ampPage_isThePageThatItStandsFor() {
    ExtractedPage page =
        pageAt(
            URI.create("https://amp.palm.example/news/harbour"),
            "<link rel=canonical href='https://www.palm.example/news/harbour'>",
            "<amp-sidebar><p>Home, world, sport, and everything else that we write about, day by"
                + " day.</p></amp-sidebar><main>"
                + p(ONE, TWO)
                + "<amp-ad><p fallback>Advertisement, which has no place in the text of an article,"
                + " whatever it says.</p></amp-ad>"
                + p(THREE, FOUR)
                + "</main>");

    assertThat(page.canonical()).contains(URI.create("https://www.palm.example/news/harbour"));
    assertThat(page.body()).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www-palm--news-example.cdn.ampproject.org/c/s/www.palm-news.example/a, true",
    "https://other-example.cdn.ampproject.org/c/s/other.example/a, false",
    "https://www-palm--news-example.cdn.ampproject.org.evil.example/a, false"
  })
  void copyAtACache_standsForThePageThatTheCacheNames(String address, boolean isPage) {
    URI named = URI.create("https://www.palm-news.example/a");

    ExtractedPage page =
        pageAt(URI.create(address), "<link rel=canonical href='" + named + "'>", p(ONE, TWO));

    assertThat(page.canonical()).contains(isPage ? named : URI.create(address));
  }
}
