package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each rule, on invented pages. */
class PlainTextExtractorTest {
  private static final String FIRST_AR =
      "أعلن مدير ميناء طرسا، سمير الحلبي، يوم الاثنين أن الميناء سيعود إلى العمل بكامل طاقته خلال"
          + " أسبوعين، بعد انتهاء أعمال الإصلاح التي بدأت في الخريف الماضي.";
  private static final String SECOND_AR =
      "وقال الحلبي للصحفيين: لقد وفينا بوعدنا\"، ولم تعلق الوزارة على ذلك.";
  private static final String LAST_AR = "ويعمل في الميناء نحو ألفي عامل.";
  private static final String TITLE_AR = "ميناء طرسا يعود إلى العمل.. هل تنتهي الأزمة؟";
  private static final String FIRST_EN =
      "The harbour of Tarsa will work at full capacity within two weeks, its director Samir Halabi"
          + " said on Monday, now that the repairs which began last autumn are done.";
  private static final String SECOND_EN =
      "\"We have kept our word, Halabi told reporters at the quay.";
  private static final String LAST_EN = "Some two thousand people work there.";
  private static final String TITLE_EN = "Harbour of Tarsa goes back to work";

  private final PlainTextExtractor extractor = new PlainTextExtractor();

  private ExtractedPage page(String... lines) {
    return extractor.extract(String.join("\n\n", lines));
  }

  private static String body(String... paragraphs) {
    return String.join("\n", paragraphs);
  }

  @Test
  void arabicPage_isItsParagraphs_toTheLetter() {
    ExtractedPage page =
        page(
            "logo",
            "الاقتصاد",
            TITLE_AR,
            "رافعات في ميناء طرسا. المصدر: رويترز",
            FIRST_AR,
            "أخبار ذات علاقة",
            "سفينة شحن",
            "الوزارة: \"لا تأخير\" في إصلاح ميناء الشمال",
            SECOND_AR,
            LAST_AR,
            "logo",
            "تابعونا على",
            "جميع الحقوق محفوظة © 2026 شركة نخيل للإعلام");

    assertThat(page.isArticle()).isTrue();
    assertThat(page.title()).isEqualTo(TITLE_AR);
    assertThat(page.body()).isEqualTo(body(FIRST_AR, SECOND_AR, LAST_AR));
    assertThat(page.outlet()).contains("نخيل للإعلام");
    assertThat(page.language()).isEqualTo(Language.ARABIC);
    assertThat(page.published()).isEmpty();
  }

  @Test
  void englishPage_isItsParagraphs_toTheLetter() {
    ExtractedPage page =
        page(
            "Palm Daily logo",
            "World",
            TITLE_EN,
            "Cranes at the harbour of Tarsa. Photo: Reuters",
            "Share this article",
            FIRST_EN,
            "Related news",
            "A cargo ship",
            "Ministry sees 'no delay' in the north?",
            SECOND_EN,
            "Read also: Northern harbour waits for its cranes",
            LAST_EN,
            "Follow us on",
            "© 2026 Palm Daily Media Ltd. All rights reserved.");

    assertThat(page.title()).isEqualTo(TITLE_EN);
    assertThat(page.body()).isEqualTo(body(FIRST_EN, SECOND_EN, LAST_EN));
    assertThat(page.outlet()).contains("Palm Daily Media");
    assertThat(page.language()).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Related news",
        "RELATED STORIES:",
        "Read also",
        "More on this story",
        "أخبار ذات صلة",
        "اقرأ أيضًا:",
        "إقرأ ايضا",
        "قد يهمك"
      })
  void labelOfRelatedNews_takesCaptionAndHeadlineWithIt(String label) {
    assertThat(
            page(TITLE_EN, FIRST_EN, label, "A crane", "Crane falls in the north", LAST_EN).body())
        .isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where do all the harbours go?",
        "Minister: \"we were warned\"",
        "The story of a crane…",
        "Cranes on their way to the U.S.",
        "القصة الكاملة لرافعة الشمال..",
        "The crane that fell in the night."
      })
  void headlineInARelatedBlock_mayEndInManyWays(String headline) {
    assertThat(page(TITLE_EN, FIRST_EN, "Related", headline, LAST_EN).body())
        .isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @Test
  void severalRelatedHeadlines_goTogether() {
    assertThat(
            page(
                    TITLE_EN,
                    FIRST_EN,
                    "Read more",
                    "Crane falls in the north",
                    "Ships wait in line",
                    "Fishermen ask for help",
                    LAST_EN)
                .body())
        .isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @Test
  void relatedNewsAtTheEnd_areNoParagraphs() {
    assertThat(
            page(
                    TITLE_AR,
                    FIRST_AR,
                    LAST_AR,
                    "اقرأ أيضا",
                    "رافعة تسقط في ميناء الشمال",
                    "صيادون يطلبون المساعدة")
                .body())
        .isEqualTo(body(FIRST_AR, LAST_AR));
  }

  @Test
  void subheading_betweenParagraphs_stays() {
    assertThat(page("logo", TITLE_EN, FIRST_EN, "A long winter", LAST_EN, "Follow us on").body())
        .isEqualTo(body(FIRST_EN, "A long winter", LAST_EN));
  }

  @Test
  void sourceThatSpeaks_isNoCredit() {
    String said = "وأضاف المصدر: \"لن ننتظر أكثر\".";
    String photo = "A file photo showed the bridge intact.";

    assertThat(page("logo", TITLE_AR, FIRST_AR, said, LAST_AR).body())
        .isEqualTo(body(FIRST_AR, said, LAST_AR));
    assertThat(page("logo", TITLE_EN, FIRST_EN, photo, LAST_EN).body())
        .isEqualTo(body(FIRST_EN, photo, LAST_EN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Source: Palm Daily",
        "Cranes at dawn | Photo: Jane Doe",
        "The quay of Tarsa (Reuters)",
        "Jane Doe/AFP",
        "© AFP",
        "المصدر: أ ف ب",
        "صورة أرشيفية لميناء طرسا"
      })
  void captionWithCredit_isLeftOut_whereverItStands(String caption) {
    ExtractedPage page = page("logo", TITLE_EN, caption, FIRST_EN, caption, LAST_EN, "Share");

    assertThat(page.title()).isEqualTo(TITLE_EN);
    assertThat(page.body()).isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @Test
  void newsAboutCopyright_isNoFooter() {
    String law = "A court in Tarsa said the copyright claim of the harbour's painter was void.";

    assertThat(page("logo", TITLE_EN, FIRST_EN, law, LAST_EN, "Follow us").body())
        .isEqualTo(body(FIRST_EN, law, LAST_EN));
  }

  @Test
  void whatFollowsTheFooter_isNotRead() {
    assertThat(
            page(
                    TITLE_EN,
                    FIRST_EN,
                    LAST_EN,
                    "© 2026 Palm Media. All rights reserved.",
                    "The views of authors are their own and do not reflect those of the house at"
                        + " all.")
                .body())
        .isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @Test
  void comments_areNotRead() {
    assertThat(
            page(TITLE_EN, FIRST_EN, LAST_EN, "Comments", "I have seen this harbour myself.")
                .body())
        .isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Published 12 March 2026",
        "12 March 2026",
        "Economy | 12 March 2026",
        "By Jane Doe | 12 March 2026",
        "نشر في 12 مارس 2026",
        "الخميس 12 مارس/آذار 2026"
      })
  void lineWithADate_saysWhenItWasPublished(String line) {
    ExtractedPage page = page("logo", TITLE_EN, line, FIRST_EN, LAST_EN);

    assertThat(page.published()).contains(Instant.parse("2026-03-12T12:00:00Z"));
    assertThat(page.body()).isEqualTo(body(FIRST_EN, LAST_EN));
  }

  @Test
  void dateUnderTheHeadline_goesBeforeTheSitesClock() {
    assertThat(page("14 March 2026", TITLE_EN, "12 March 2026", FIRST_EN).published())
        .contains(Instant.parse("2026-03-12T12:00:00Z"));
  }

  @Test
  void dateWithinTheArticle_isNoDateOfIt() {
    assertThat(page("logo", TITLE_EN, FIRST_EN, "It opened on 12 March 1974.", "2026").published())
        .isEmpty();
  }

  @Test
  void author_isTheNameOfTheByline() {
    assertThat(page("logo", TITLE_EN, "By Jane Doe", FIRST_EN).author()).contains("Jane Doe");
    assertThat(page("logo", TITLE_AR, "كتب: سامي نخلة", FIRST_AR).author()).contains("سامي نخلة");
  }

  @Test
  void sitesSlogan_isNoHeadline() {
    assertThat(page("News you can trust every day", TITLE_EN, FIRST_EN, "Follow us on").title())
        .isEqualTo(TITLE_EN);
  }

  @Test
  void articleWithoutFurniture_staysWhole() {
    String lead = "Cranes are ready, ships are waiting";
    String end = "So who will pay";

    ExtractedPage page = page(TITLE_EN, lead, FIRST_EN, SECOND_EN, LAST_EN, end);

    assertThat(page.title()).isEqualTo(TITLE_EN);
    assertThat(page.body()).isEqualTo(body(lead, FIRST_EN, SECOND_EN, LAST_EN, end));
    assertThat(page.outlet()).isEmpty();
  }

  @Test
  void paragraphsOnly_areAllBody() {
    ExtractedPage page = page(FIRST_AR, SECOND_AR, LAST_AR);

    assertThat(page.title()).isEmpty();
    assertThat(page.body()).isEqualTo(body(FIRST_AR, SECOND_AR, LAST_AR));
    assertThat(page.isArticle()).isTrue();
  }

  @Test
  void paragraphsWithoutFullStops_areParagraphs() {
    String endless = FIRST_AR.replace(".", "");
    String open = "وتوقع الحلبي أن تصل أول سفينة مساء الخميس";

    assertThat(page("logo", TITLE_AR, endless, open, endless, open, "تابعونا على").body())
        .isEqualTo(body(endless, open, endless, open));
  }

  @Test
  void flash_isAnArticleOfOneLine() {
    ExtractedPage page = page("وزير النقل يعلن استقالته من منصبه صباح اليوم");

    assertThat(page.isArticle()).isTrue();
    assertThat(page.body()).isEqualTo("وزير النقل يعلن استقالته من منصبه صباح اليوم");
  }

  @Test
  void hardSpaces_atTheEndsOfALineGo_withinItStay() {
    assertThat(page(TITLE_EN, FIRST_EN, "\u00A0Ten\u00A0cranes wait. \u00A0").body())
        .isEqualTo(body(FIRST_EN, "Ten\u00A0cranes wait."));
  }

  @Test
  void linesWithoutBlankOnesBetween_areTheSame() {
    ExtractedPage page =
        extractor.extract(
            String.join(
                "\r\n",
                "logo",
                TITLE_EN,
                FIRST_EN,
                "Related news",
                "Crane falls",
                SECOND_EN,
                LAST_EN));

    assertThat(page.title()).isEqualTo(TITLE_EN);
    assertThat(page.body()).isEqualTo(body(FIRST_EN, SECOND_EN, LAST_EN));
  }

  @Test
  void wrappedText_isJoinedToParagraphs() {
    ExtractedPage page =
        extractor.extract(
            """
            Harbour of Tarsa goes back to work

            The harbour of Tarsa will work at full capacity within two weeks, its
            director Samir Halabi said on Monday, now that the repairs which began
            last autumn are done. Some two thousand people work there, most of them
            from the villages around.

            Nobody was hurt.
            """);

    assertThat(page.title()).isEqualTo("Harbour of Tarsa goes back to work");
    assertThat(page.body().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("weeks, its director Samir")
        .endsWith("villages around.");
  }

  @Test
  void menu_isNoArticle() {
    ExtractedPage page =
        page(
            "logo",
            "Home",
            "World",
            "Business",
            "Sport",
            "About us",
            "Contact us",
            "Privacy policy",
            "We use cookies to make this site better for you, as you may have read elsewhere.",
            "© 2026 Palm Media");

    assertThat(page.isArticle()).isFalse();
    assertThat(page.body()).isEmpty();
  }

  @Test
  void listOfHeadlines_isNoArticle() {
    assertThat(
            page(
                    "الرئيسية",
                    "رافعة تسقط في ميناء الشمال",
                    "صيادون يطلبون المساعدة من الوزارة",
                    "هل تعود السفن إلى طرسا؟",
                    "مدير الميناء: وفينا بوعدنا",
                    "تابعونا على")
                .isArticle())
        .isFalse();
    assertThat(page(TITLE_EN, "Crane falls in the north", "Ships wait in line").isArticle())
        .isFalse();
  }

  @Test
  void headlinesWithATeaserEach_areNoArticle() {
    assertThat(
            page(
                    "logo",
                    TITLE_EN,
                    "The repairs that began last autumn are done.",
                    "Crane falls in the north",
                    "Nobody was hurt in the night, police said.",
                    "Ships wait in line",
                    "Some of them have been there for ten days.",
                    "Fishermen ask for help",
                    "Their nets were torn by the storm.")
                .isArticle())
        .isFalse();
  }

  @Test
  void emptyText_isNoArticle() {
    assertThat(extractor.extract("").isArticle()).isFalse();
    assertThat(extractor.extract(" \n\n ").isArticle()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", " | ", "©\n", "a\n", ". ", "(", "/ "})
  void hostileText_costsTimeByItsLengthOnly(String part) {
    String text = TITLE_EN + "\n" + part.repeat(500_000) + "x\n" + FIRST_EN;

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> extractor.extract(text));
  }

  @Test
  void anyText_givesLinesOfIt() {
    Random random = new Random(42);
    String[] pool = {
      TITLE_AR,
      FIRST_AR,
      SECOND_AR,
      LAST_AR,
      TITLE_EN,
      FIRST_EN,
      "logo",
      "Related news",
      "© 2026",
      "\"",
      "؟",
      "x:",
      "12 March 2026",
      "By",
      "كتب",
      "Tags",
      "\u200F",
      "| |",
      "..."
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(pool[random.nextInt(pool.length)]).append(random.nextBoolean() ? "\n" : "\n\n");
      }
      ExtractedPage page = extractor.extract(text.toString());

      assertThat(text.toString().lines().toList()).containsAll(page.body().lines().toList());
    }
  }
}
