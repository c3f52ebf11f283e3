package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTest {
  private static final URI ADDRESS = URI.create("https://palm.example/news/bridge");
  private static final String ONE =
      "The new bridge over the Palm river opens to traffic on Sunday, three weeks ahead of"
          + " schedule, the mayor of Wadi Nakhil said.";
  private static final String TWO =
      "Salma Haddad told reporters that the work had cost less than planned, and that the rest of"
          + " the money would go to two schools on the eastern bank.";
  private static final String THREE =
      "Residents, who have crossed by ferry for eleven years, said they would keep one boat for the"
          + " tourists.";
  private static final String ARABIC_ONE =
      "يفتح الجسر الجديد فوق نهر النخيل أمام السيارات يوم الأحد، قبل موعده بثلاثة أسابيع، كما قالت"
          + " رئيسة بلدية وادي النخيل.";
  private static final String ARABIC_TWO =
      "وأبلغت سلمى حداد الصحفيين أن الأعمال كلفت أقل مما كان مقررًا، وأن ما بقي من المال سيذهب إلى"
          + " مدرستين على الضفة الشرقية.";
  private static final String BODY = ONE + "\n" + TWO + "\n" + THREE;

  private static ExtractedPage extract(String body) {
    return page("", body);
  }

  private static ExtractedPage page(String head, String body) {
    String html = "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    return new ArticleExtractor().extract(html, Optional.of(ADDRESS));
  }

  private static String p(String... texts) {
    return "<p>" + String.join("</p>\n<p>", texts) + "</p>";
  }

  @Test
  void page_withSiteAround_isItsArticle() {
    ExtractedPage page =
        extract(
            """
            <div class="cookie-notice"><p>We use cookies to improve your experience, to measure our audience, and more.</p></div>
            <header><a href="/">Palm</a><nav><a href="/w">World</a><a href="/s">Sport</a></nav></header>
            <div id="main"><article>
            <h1>Bridge opens early</h1>
            <div class="share-bar"><a>Facebook</a> <a>Share this</a></div>
            """
                + p(ONE)
                + """
                <figure><img src="b.jpg"><figcaption>The bridge, seen from the eastern bank, on Friday morning.</figcaption></figure>
                <div class="related-stories"><p>Related</p><ul><li><a href="/x">The ferry, the mayor, and the missing millions of the river</a></li></ul></div>
                """
                + p(TWO)
                + "<p><strong>Read also:</strong> <a href='/y'>How the ferry was saved, and by"
                + " whom</a></p>"
                + p(THREE)
                + """
                </article>
                <section id="comments"><p>What a nice bridge, I must say, and so early, and so cheap.</p></section>
                <aside><h3>Most read</h3><p>Another story about something else entirely, which is long enough to count.</p></aside></div>
                <footer><p>© 2026 Palm Media. All rights reserved, in all countries, for ever and ever.</p></footer>
                """);

    assertThat(page.body()).isEqualTo(BODY);
    assertThat(page.title()).isEqualTo("Bridge opens early");
    assertThat(page.isArticle()).isTrue();
    assertThat(page.language()).isEqualTo(Language.ENGLISH);
    assertThat(page.canonical()).contains(ADDRESS);
  }

  @Test
  void arabicPage_isItsArticle() {
    ExtractedPage page =
        extract(
            "<div class='top'><a href='/'>الرئيسية</a> <a href='/w'>العالم</a></div>"
                + "<div class='post'><h1>الجسر يفتح مبكرًا</h1>"
                + p(ARABIC_ONE)
                + "<p>أخبار ذات صلة</p><p><a href='/x'>كيف أُنقذت العبّارة، ومن أنقذها؟</a></p>"
                + p(ARABIC_TWO)
                + "<p>تابعونا على</p></div><div class='bottom'><p>جميع الحقوق محفوظة ©"
                + " 2026</p></div>");

    assertThat(page.body()).isEqualTo(ARABIC_ONE + "\n" + ARABIC_TWO);
    assertThat(page.title()).isEqualTo("الجسر يفتح مبكرًا");
    assertThat(page.language()).isEqualTo(Language.ARABIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sidebar-page", "gallery wrapper", "content-with-ads", "widget post-author"})
  void wrapper_withSuspiciousName_keepsTheArticle(String name) {
    assertThat(extract("<div class='" + name + "'>" + p(ONE, TWO, THREE) + "</div>").body())
        .isEqualTo(BODY);
  }

  @Test
  void form_aroundTheWholePage_keepsTheArticle() {
    assertThat(extract("<form action='.'>" + p(ONE, TWO, THREE) + "</form>").body())
        .isEqualTo(BODY);
  }

  @Test
  void paragraphs_partedByLineBreaks_areParted() {
    assertThat(extract("<div>" + ONE + "<br><br>" + TWO + "<br/>\n<br/>" + THREE + "</div>").body())
        .isEqualTo(BODY);
  }

  @Test
  void paragraphs_inSeveralBoxes_areAllTaken() {
    String boxes =
        "<div><div class='a'>"
            + p(ONE)
            + "</div><div class='b'>"
            + p(TWO)
            + "</div><div class='c'>"
            + p(THREE)
            + "</div></div>";

    assertThat(
            extract(boxes + "<div><a href='/'>One link</a> <a href='/2'>and another</a></div>")
                .body())
        .isEqualTo(BODY);
  }

  @Test
  void subheadingAndList_stay_headingWithoutTextGoes() {
    String page =
        "<article>"
            + p(ONE)
            + "<h2>What comes next</h2>"
            + p(TWO)
            + "<ul><li>The first school gets a library, and a garden.</li></ul>"
            + p(THREE)
            + "<h2>Elsewhere on this site</h2></article>";

    assertThat(extract(page).body())
        .isEqualTo(
            ONE
                + "\nWhat comes next\n"
                + TWO
                + "\nThe first school gets a library, and a garden.\n"
                + THREE);
  }

  @Test
  void metadata_ofJsonLd_isRead() {
    ExtractedPage page =
        page(
            """
            <title>Bridge opens early | Palm Daily</title>
            <link rel="canonical" href="/news/bridge-1"/>
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
              {"@type": "NewsArticle", "headline": "Bridge opens early", "datePublished": "2026-01-15T10:00:00+03:00",
               "author": [{"@type": "Person", "name": "Rami Nasser"}], "publisher": {"name": "Palm Daily"}}]}</script>
            """,
            "<article>" + p(ONE, TWO) + "</article>");

    assertThat(page.title()).isEqualTo("Bridge opens early");
    assertThat(page.published()).contains(Instant.parse("2026-01-15T07:00:00Z"));
    assertThat(page.author()).contains("Rami Nasser");
    assertThat(page.outlet()).contains("Palm Daily");
    assertThat(page.canonical()).contains(URI.create("https://palm.example/news/bridge-1"));
  }

  @Test
  void metadata_ofOpenGraph_isReadWhereJsonIsBroken() {
    ExtractedPage page =
        page(
            """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
            <meta property="og:title" content="Bridge opens early - Palm Daily"/>
            <meta property="og:site_name" content="Palm Daily"/>
            <meta property="article:published_time" content="2026-01-15"/>
            <meta name="author" content="Rami Nasser"/>
            """,
            "<article>" + p(ONE, TWO) + "</article>");

    assertThat(page.title()).isEqualTo("Bridge opens early");
    assertThat(page.outlet()).contains("Palm Daily");
    assertThat(page.published()).contains(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(page.author()).contains("Rami Nasser");
  }

  @Test
  void date_shownInArabic_isRead() {
    ExtractedPage page =
        extract(
            "<article><h1>ع</h1><time>الخميس 15 يناير 2026 10:00 غرينتش</time>"
                + p(ARABIC_ONE, ARABIC_TWO)
                + "</article>");

    assertThat(page.published()).contains(Instant.parse("2026-01-15T10:00:00Z"));
  }

  @Test
  void date_thatNobodySays_isNone() {
    assertThat(extract("<article>" + p(ONE, TWO) + "</article>").published()).isEmpty();
  }

  @Test
  void canonicalAddress_onAnotherSite_isNotBelieved() {
    ExtractedPage page =
        page(
            "<link rel='canonical' href='https://elsewhere.example/'>",
            "<article>" + p(ONE, TWO) + "</article>");

    assertThat(page.canonical()).contains(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "https://palm.example", "https://www.palm.example/index.php", "/en/"})
  void canonicalAddress_thatIsTheHomePage_isNotBelieved(String home) {
    String head =
        "<link rel='canonical' href='" + home + "'><meta property='og:url' content='" + home + "'>";

    assertThat(page(head, "<article>" + p(ONE, TWO) + "</article>").canonical()).contains(ADDRESS);
    String own = "<meta property='og:url' content='https://palm.example/news/1'>";
    assertThat(page(own + head, "<article>" + p(ONE, TWO) + "</article>").canonical())
        .contains(URI.create("https://palm.example/news/1"));
  }

  @Test
  void addressesOnAPage_areRelativeToWhatItSays() {
    ExtractedPage page =
        page(
            "<base href='/archive/2026/'><link rel='canonical' href='bridge'>"
                + "<meta property='og:image' content='p/bridge.jpg'>",
            "<article>" + p(ONE, TWO) + "</article>");

    assertThat(page.canonical()).contains(URI.create("https://palm.example/archive/2026/bridge"));
    assertThat(page.image()).contains(URI.create("https://palm.example/archive/2026/p/bridge.jpg"));
  }

  @Test
  void outlet_ofAKnownSite_hasItsKnownName() {
    ExtractedPage page =
        new ArticleExtractor()
            .extract(
                "<article>" + p(ONE, TWO) + "</article>",
                Optional.of(URI.create("https://www.eremnews.com/x")));

    assertThat(page.outlet()).contains("Erem News");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>Page not found.</p>",
        "<ul><li><a href='/1'>The first headline, which is long</a></li><li><a href='/2'>The second"
            + " headline, which is longer still</a></li></ul>",
        "<form><input name='q'></form>"
      })
  void page_withoutArticle_isNone(String body) {
    assertThat(extract(body).isArticle()).isFalse();
  }

  @Test
  void words_ofTheParagraph_stayAsPrinted() {
    String printed =
        "He said: no such meeting is scheduled\", and the council didn't reply to 3 requests.";

    assertThat(
            extract(
                    "<article>"
                        + p(ONE)
                        + "<p>He said: <b>no such</b> <a href='/m'>meeting</a> is scheduled\", and"
                        + " the council didn&#39;t reply to 3 requests.</p>"
                        + p(TWO)
                        + "</article>")
                .body())
        .isEqualTo(ONE + "\n" + printed + "\n" + TWO);
  }

  @Test
  void page_nestedWithoutEnd_isReadInTime() {
    long start = System.nanoTime();

    extract("<div class='related'>".repeat(30_000) + p(ONE, TWO, THREE));
    extract(("<div class='share'>" + p(ONE) + "</div>").repeat(2_000));
    extract("<div><h3><a href='/'>Bridge</a></h3>".repeat(6_000));
    extract("<div><i><h3><a href='/'>Bridge</a></h3>x</i><i>y</i><i>z</i>".repeat(2_000));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void page_mutilatedAtRandom_neverThrows() {
    String whole =
        "<html><head><meta property='og:url' content='x:y z'><script"
            + " type='application/ld+json'>{\"@type\":[\"NewsArticle\"]}</script></head><body><article><h1>T</h1>"
            + p(ONE, TWO)
            + "</article></body></html>";
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = random.nextInt(10); n >= 0; n--) {
        int at = random.nextInt(text.length() - 20);
        if (random.nextBoolean()) {
          text.deleteCharAt(at);
        } else {
          text.insert(at, "<>&\"'/=-{}[]".charAt(random.nextInt(12)));
        }
      }
      assertThat(new ArticleExtractor().extract(text.toString(), Optional.empty())).isNotNull();
    }
  }
}
