package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.isnad.text.DateReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownDateTest {
  private final ShownDate shown = new ShownDate(DateReader.noon());

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "12 January 2026 = 2026-01-12T12:00:00Z",
        "Published: Monday, January 12, 2026 at 3:15 pm = 2026-01-12T15:15:00Z",
        "Posted on January 12th, 2026 by Ana Marsh = 2026-01-12T12:00:00Z",
        "By Ana Marsh 2026-01-12 = 2026-01-12T12:00:00Z",
        "Lorin, 12 Jan 2026 (PN) = 2026-01-12T12:00:00Z",
        "الاثنين 12 كانون الثاني 2026 = 2026-01-12T12:00:00Z",
        "نشر في: 12/01/2026 - 14:30 = 2026-01-12T14:30:00Z",
        "بقلم سلمى حداد الاثنين ١٢ يناير ٢٠٢٦ = 2026-01-12T12:00:00Z",
      })
  void dateAmongOtherWords_isFound(String text, String date) {
    assertThat(shown.in(text)).contains(Instant.parse(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Season 2026",
        "3 days ago",
        "12 January",
        "Tel. 12-34-5678",
        "Room 2026, floor 12"
      })
  void whatIsNoDate_isNone(String text) {
    assertThat(shown.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>T</h1><p class=date>12 January 2026</p>",
        "<h1>T</h1><p>12 January 2026</p><p>Text.</p>",
        "<div><div><h1>T</h1></div><div><span>Lorin</span><span>12 January 2026</span></div></div>",
        "<h1>T</h1><p class=meta>Updated 3:15 pm, 13 January 2026 | Published 12 January 2026</p>",
        "<h1>T</h1><p>Last updated: 13 January 2026 Published: 12 January 2026</p>",
        "<h1>T</h1><p>آخر تحديث: 13 يناير 2026 - نشر: 12 يناير 2026</p>",
        "<aside class=date>1 May 2025</aside><h1>T</h1><div class=entry-date>Jan 12, 2026</div>",
        "<h1>T</h1><div class=byline>By Ana Marsh | 12 January 2026</div>",
        "<font size=5><b>T</b></font><br><font>By Ana Marsh<br>Monday, January 12, 2026</font><hr>",
      })
  void page_showsWhenItWasPublished(String html) {
    Document page = Jsoup.parse(html);
    assertThat(shown.on(page, HeadLines.behind("T", page.body())))
        .contains(Instant.parse("2026-01-12T12:00:00Z"));
  }

  @Test
  void line_ofDatesAndNothingElse() {
    assertThat(shown.isLine("12 January 2026")).isTrue();
    assertThat(shown.isLine("Published: 12 January 2026 | Updated: 13 January 2026")).isTrue();
    assertThat(shown.isLine("نشر في: 12 يناير 2026")).isTrue();
    assertThat(shown.isLine("On 12 January 2026 the ferry sank.")).isFalse();
    assertThat(shown.isLine("Season 2026")).isFalse();
  }
}
