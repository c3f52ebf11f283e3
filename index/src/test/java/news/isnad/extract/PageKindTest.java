package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as the makers of sites build them, and as they tell machines of themselves. */
class PageKindTest {
  private static final String ONE =
      "The new bridge over the Palm river opens to traffic on Sunday, three weeks ahead of"
          + " schedule, the mayor of Wadi Nakhil said.";
  private static final String TWO =
      "Salma Haddad told reporters that the work had cost less than planned, and that the rest of"
          + " the money would go to two schools on the eastern bank.";
  private static final String BODY = "<p>" + ONE + "</p><p>" + TWO + "</p>";
  private static final String ARTICLE =
      "<article><h1>Bridge opens early</h1>" + BODY + "</article>";

  private static ExtractedPage page(String head, String body) {
    return new ArticleExtractor()
        .extract(
            "<html><head>" + head + "</head><body>" + body + "</body></html>",
            Optional.of(URI.create("https://palm.example/news/bridge")));
  }

  private static ExtractedPage told(String json) {
    return page("<script type='application/ld+json'>" + json + "</script>", ARTICLE);
  }

  @Test
  void ofSeveralToldArticles_theOneWithThePagesHeadingCounts() {
    String other =
        "{'@type':'NewsArticle','headline':'Ferry sold','datePublished':'2020-05-01','author':'Lee"
            + " Park'}";
    String own =
        "{'@type':'NewsArticle','headline':'Bridge opens"
            + " early','datePublished':'2026-01-15','author':'Tom Hale'}";
    for (String json : new String[] {other + own, "[" + other + "," + own + "]"}) {
      ExtractedPage page = told(json);
      assertThat(page.title()).isEqualTo("Bridge opens early");
      assertThat(page.author()).contains("Tom Hale");
      assertThat(page.published()).contains(Instant.parse("2026-01-15T12:00:00Z"));
    }
    ExtractedPage none = told("[" + other + "," + other.replace("Ferry", "Boat") + "]");
    assertThat(none.title()).isEqualTo("Bridge opens early");
    assertThat(none.published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@type':'NewsArticle','headline':'Bridge opens"
            + " early','datePublished':'2026-01-15','author':[{'name':'Ana Marsh'},{'name':'Tom"
            + " Hale'}],'image':['https://palm.example/b.jpg']}",
        "{'@graph':[{'@type':'Person','@id':'#a','name':'Ana"
            + " Marsh'},{'@id':'#t','@type':'Person','name':'Tom"
            + " Hale'},{'@type':'ImageObject','@id':'#i','url':'https://palm.example/b.jpg'},{'@type':'Article','headline':'Bridge"
            + " opens"
            + " early','datePublished':'2026-01-15','author':[{'@id':'#a'},{'@id':'#t'}],'image':{'@id':'#i'}}]}",
        "{'@type':'schema:NewsArticle','schema:headline':'Bridge opens"
            + " early','schema:datePublished':'2026-01-15','schema:author':'By Ana Marsh and Tom"
            + " Hale','schema:image':{'schema:url':'https://palm.example/b.jpg'}}",
        "{'@type':'http://schema.org/NewsArticle','headline':'Bridge opens"
            + " early','datePublished':'2026-01-15','author':{'@list':['Ana Marsh','Tom"
            + " Hale']},'image':{'@type':'ImageObject','url':['https://palm.example/b.jpg']}}",
        "//<![CDATA[\n"
            + "{'@type':'NewsArticle','headline':'Bridge opens"
            + " early','datePublished':['2026-01-15'],'author':['Ana Marsh','Tom"
            + " Hale'],'image':'https://palm.example/b.jpg'}\n"
            + "//]]>",
        "/*<![CDATA[*/{'@type':'NewsArticle','headline':'Bridge opens"
            + " early','datePublished':'2026-01-15','author':['Ana Marsh','Tom"
            + " Hale'],'image':'/b.jpg'}/*]]>*/",
        "<!--\n"
            + "{'@type':'NewsArticle','headline':'Bridge opens early',\n"
            + "// date\n"
            + "'datePublished':'2026-01-15','author':[{'name':['Ana Marsh']},'Tom"
            + " Hale',],'image':'/b.jpg'}\n"
            + "-->",
      })
  void toldArticle_isReadInAllForms(String json) {
    ExtractedPage page = told(json.replace('\'', '"'));

    assertThat(page.title()).isEqualTo("Bridge opens early");
    assertThat(page.author()).contains("Ana Marsh, Tom Hale");
    assertThat(page.published()).contains(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(page.image()).contains(URI.create("https://palm.example/b.jpg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<article><h1>Mayor resigns</h1><p>The mayor of Wadi Nakhil resigned on Monday, after"
            + " eleven years in office.</p></article>",
        "<article><h1>استقالة العمدة</h1><p>استقالت رئيسة بلدية وادي النخيل يوم الاثنين بعد أحد عشر"
            + " عاما في منصبها.</p></article>",
        "<div itemscope itemtype='https://schema.org/NewsArticle'><h1>Mayor resigns</h1><div"
            + " itemprop=articleBody>The mayor of Wadi Nakhil resigned on Monday, after eleven"
            + " years in office.</div></div>",
      })
  void newsOfOneSentence_isAnArticle(String body) {
    assertThat(page("", "<div><a href='/'>Palm</a></div>" + body).isArticle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Page not found | Palm Daily</title>",
        "<title>404 Not Found</title>",
        "<title>Sorry, the page you were looking for could not be found.</title>",
        "<title>404 - Page Not Found - Palm Daily</title>",
        "<title>This article is no longer available</title>",
        "<title>عفوًا، الصفحة غير موجودة - النخيل اليوم</title>",
        "<title>الصفحة المطلوبة غير متاحة</title>",
        "<title>خطأ 404 | النخيل</title>",
      })
  void pageThatSaysThatNothingIsThere_isNone(String head) {
    assertThat(page(head, "<div>" + BODY + "</div>").isArticle()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Body of missing sailor found",
        "Page not found guilty of fraud",
        "Error 404: how a bridge was lost",
        "Ferry no longer available to tourists",
        "لم يتم العثور على ركاب العبارة",
      })
  void newsOfWhatIsMissing_isNews(String title) {
    assertThat(page("<title>" + title + "</title>", "<h1>" + title + "</h1>" + BODY).isArticle())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1 class='title'><a href='/'>Palm Notes</a></h1><h3 class='post-title entry-title'>Bridge"
            + " opens early</h3>",
        "<div class='header'><h1 id='site-title'>Palm Notes</h1></div><div class='post'><h2"
            + " class='entry-title'>Bridge opens early</h2></div>",
        "<h1>Palm Notes</h1><h1 class='post-title'>Bridge opens early</h1>",
      })
  void headingOfTheSite_isNotTheTitle(String headings) {
    String head =
        "<title>Palm Notes: Bridge opens early</title><meta property='og:site_name' content='Palm"
            + " Notes'>";

    assertThat(page(head, headings + BODY).title()).isEqualTo("Bridge opens early");
    assertThat(page(head, BODY).title()).isEqualTo("Bridge opens early");
  }

  @Test
  void controlCharacters_areNeitherInTitleNorInText() {
    ExtractedPage page =
        page(
            "",
            "<h1>Bridge\u0007opens\u001Fearly</h1><p>"
                + ONE.replace(" on", "\u0003on")
                + "</p>"
                + BODY);

    assertThat(page.title()).isEqualTo("Bridge opens early");
    assertThat(page.body().chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<font size=6><b>Palm Daily</b></font><br><font size=5><b>The bridge opens"
            + " early</b></font>",
        "<h1>Notes from an oasis</h1><dl><dt>The bridge opens early</dt></dl>",
        "<h1><a href='https://palm.example/'>Palm Daily</a></h1><h2><a href='/b'>The bridge opens"
            + " early</a></h2>",
        "<span class=NewsTitle>The bridge opens early</span>",
      })
  void titleWithoutMarks_isWhatTheTitleOfThePageHolds(String headings) {
    for (String title :
        new String[] {
          "The bridge opens early - Palm Daily",
          "Palm Daily » Archive » The bridge opens early",
          "Palm Daily :: The bridge opens early",
        }) {
      ExtractedPage page = page("<title>" + title + "</title>", headings + BODY);
      assertThat(page.title()).isEqualTo("The bridge opens early");
      assertThat(page.outlet()).contains("Palm Daily");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Bridge</h1><div class=photo><img src='/b.jpg' width=780></div>",
        "<h1>Bridge</h1><img src='/logo.png'><img src='/i/icon-fb.png'><img src='/x.gif'><div><img"
            + " data-src='/b.jpg' src='data:image/png;base64,x'></div>",
        "<img src='/top.jpg'><h1>Bridge</h1><img src='/small.jpg' width=40 height=40><img"
            + " src='/b.jpg'>",
        "<h1>Bridge</h1><aside><img src='/other.jpg'></aside><table><tr><td><img src='/b.jpg'"
            + " width=300></td></tr></table>",
      })
  void pictureBehindTheHeading_isThePages(String pictures) {
    assertThat(page("", pictures + BODY).image())
        .contains(URI.create("https://palm.example/b.jpg"));
    assertThat(page("", "<h1>Bridge</h1>" + BODY).image()).isEmpty();
  }

  private static String teasers(String tag, int many) {
    String teaser =
        "<"
            + tag
            + "><a href='/n'><img src='t.jpg'><h3>Ferry sold to an unknown buyer</h3></a><p>The"
            + " town is not sure what to make of it, the ferryman said.</p></"
            + tag
            + ">";
    return "<section>" + teaser.repeat(many) + "</section>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"article", "li", "div"})
  void listOfTeasers_isNoArticleAndNoPartOfOne(String tag) {
    assertThat(page("", "<main><h1>Ferries</h1>" + teasers(tag, 9) + "</main>").isArticle())
        .isFalse();
    assertThat(page("", ARTICLE + teasers(tag, 9)).body()).isEqualTo(ONE + "\n" + TWO);
    String entry = "<h3><a href='/x'>The first bridge</a></h3>" + BODY;
    assertThat(page("", "<h1>Three bridges</h1><div>" + entry.repeat(3) + "</div>").isArticle())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This article is for subscribers only. Sign in to go on.",
        "Subscribe to continue reading this story and 3,000 others.",
        "You have reached your limit of free articles this month.",
        "هذا المحتوى للمشتركين فقط. سجل الدخول لقراءته.",
        "Our website uses cookies to give you the best experience, and to measure our audience.",
        "نحن نستخدم ملفات تعريف الارتباط لتحسين تجربتك، ولقياس عدد الزوار.",
        "تابعوا النخيل اليوم على واتساب لتصلكم آخر الأخبار.",
        "Follow Palm Daily on WhatsApp for more.",
        "Sign up for Morning Palm, our newsletter on the river and its banks.",
        "احصل على أهم الأخبار في بريدك كل صباح.",
        "The post Bridge opens early appeared first on Palm Daily.",
        "Read more: The ferry that nobody wants",
        "اقرأ أيضًا: العبّارة التي لا يريدها أحد",
        "By Ana Marsh",
        "بقلم: سلمى حداد",
        "Published: 12 January 2026 | Updated: 13 January 2026",
        "نشر في: 12 يناير 2026",
      })
  void whatTheSiteSays_isNoPartOfTheText(String line) {
    String body = "<p>" + line + "</p>" + BODY;
    assertThat(page("", "<article><h1>Bridge</h1>" + body + "</article>").body())
        .isEqualTo(ONE + "\n" + TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=image><img src=b.jpg><p>The bridge seen from the eastern bank on a quiet"
            + " Friday.</p></div>",
        "<div class='article-photo'><div><img src=b.jpg></div><div>The bridge seen from the eastern"
            + " bank, on Friday.</div></div>",
      })
  void captionUnderAPicture_isNoPartOfTheText(String picture) {
    assertThat(page("", "<article><h1>Bridge</h1>" + picture + BODY + "</article>").body())
        .isEqualTo(ONE + "\n" + TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Follow the river for three miles, the mayor said, and you reach the bridge.",
        "Read the report, she told the council, before you vote on it.",
        "Subscribe to that view and you will never build a bridge, said Tom Hale of the ferry.",
        "تابع الوزير كلمته قائلا إن الجسر سيفتح يوم الأحد.",
        "By Sunday the bridge will carry more cars than the ferry did in a year.",
        "On 12 January 2026 the ferry made its last journey to the eastern bank.",
      })
  void newsThatOnlyBeginsSo_staysInTheText(String line) {
    String body = "<p>" + line + "</p>" + BODY;
    assertThat(page("", "<article><h1>Bridge</h1>" + body + "</article>").body()).contains(line);
  }
}
