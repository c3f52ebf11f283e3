package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "By Ana Marsh = Ana Marsh",
        "BY ANA MARSH = ANA MARSH",
        "Ana Marsh = Ana Marsh",
        "By Ana Marsh and Tom Hale = Ana Marsh;Tom Hale",
        "By Ana Marsh, Tom Hale and Lee Park = Ana Marsh;Tom Hale;Lee Park",
        "By Ana Marsh, Political Editor = Ana Marsh",
        "By Ana Marsh | Palm Daily = Ana Marsh",
        "By Ana Marsh - 12 January 2026 = Ana Marsh",
        "By Ana Marsh in Lorin = Ana Marsh",
        "Written by Jean de la Tour on Monday = Jean de la Tour",
        "Posted by: Ana O'Marsh-Hale, 3 hours ago = Ana O'Marsh-Hale",
        "Palm Daily Staff = Palm Daily Staff",
        "By Ana Marsh, PDN January 12, 2026 = Ana Marsh",
        "Analysis by Ana Marsh. = Ana Marsh",
        "Byron Marsh = Byron Marsh",
        "بقلم: سلمى حداد = سلمى حداد",
        "بقلم/ سلمى حداد = سلمى حداد",
        "كتب - رامي ناصر = رامي ناصر",
        "كتبت: سلمى حداد = سلمى حداد",
        "إعداد: سلمى حداد ورامي ناصر = سلمى حداد;رامي ناصر",
        "أحمد وليد منصور = أحمد وليد منصور",
        "سلمى حداد - وادي النخيل = سلمى حداد",
        "سلمى حداد، مراسلة النخيل = سلمى حداد",
      })
  void names_areFoundWithoutWhatStandsAround(String line, String names) {
    assertThat(Byline.names(line)).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "By admin",
        "Administrator",
        "Super User",
        "https://palm.example/ana",
        "ana@palm.example",
        "محرر",
        "12",
        "",
        "by the river they sat and wept for hours without an end in sight",
      })
  void nobody_isNoName(String line) {
    assertThat(Byline.names(line)).isEmpty();
  }

  @Test
  void line_isAByline() {
    assertThat(Byline.isLine("By Ana Marsh")).isTrue();
    assertThat(Byline.isLine("بقلم: سلمى حداد")).isTrue();
    assertThat(Byline.isLine("كتب - رامي ناصر")).isTrue();
    assertThat(Byline.isLine("By Monday the bridge was open.")).isFalse();
    assertThat(Byline.isLine("كتب الوزير رسالة إلى البلدية، وطلب فيها مالا للجسر.")).isFalse();
    assertThat(Byline.isLine("Ana Marsh")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=byline>By <a href=/a>Ana Marsh</a> and Tom Hale</p>",
        "<span class=author>Ana Marsh</span>, <span class=author>Tom Hale</span>",
        "<div class='vcard'><span class=fn>Ana Marsh</span></div><i class=vcard><b class=fn>Tom"
            + " Hale</b></i>",
        "<address>By Ana Marsh, Tom Hale</address>",
        "<div class='Page-byline'>By Ana Marsh and Tom Hale | Palm Daily</div>",
        "<span class='field field--name-uid'>Ana Marsh and Tom Hale</span>",
        "<a rel=author>Ana Marsh</a><a rel=author>Tom Hale</a><a rel=author>Ana Marsh</a>",
        "<p class=author>Ana Marsh &amp; Tom Hale</p><aside class=author>Lee Park</aside>",
        "<div class=css-1>By Ana Marsh and Tom Hale</div><div class=css-2>12 January 2026</div>",
        "<font>By Ana Marsh and Tom Hale<br>Monday</font><br>Text.",
        "<p property=author><b property=name>Ana Marsh</b>, <b property=name>Tom Hale</b></p>",
        "<p class=author>Ana Marsh and Tom Hale</p><div><div><div><div><p>x</p><i class=author>Lee"
            + " Park</i></div></div></div></div>",
      })
  void marks_ofManyMakes_areRead(String html) {
    Document page = Jsoup.parse("<article><h1>T</h1>" + html + "</article>");
    assertThat(Byline.shown(page, HeadLines.behind("T", page.body())))
        .isEqualTo(List.of("Ana Marsh", "Tom Hale"));
  }
}
