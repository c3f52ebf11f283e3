package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated 3 minutes ago",
        "Last updated at 10:45 GMT on 3 March 2031",
        "Published: Monday, March 3rd, 2031 - 10.45 am",
        "Updated just now",
        "(Updated 12m ago)",
        "5 hrs ago | 1,204 views",
        "1.2K shares",
        "Share 45 · Comments 12",
        "Comments (15)",
        "3 min read",
        "Reading time: 4 minutes",
        "3 March 2031, 10:45 am",
        "Monday, 3 March 2031 - 10:45",
        "الاثنين 3 آذار 2031",
        "مدة القراءة: 3 دقائق",
        "وقت القراءة دقيقتان (2)",
        "التعليقات (15)",
        "آخر تحديث قبل 3 دقائق",
        "نُشر في: 3 مارس 2031 - 10:45 صباحًا",
        "منذ ٥ ساعات",
        "١٢٠ مشاركة",
        "عدد المشاهدات: 45 ألف",
      })
  void timeOfUpdateOrCount_isPassing(String line) {
    assertThat(PassingText.without(line + "\nThe bridge is open.").strip())
        .isEqualTo("The bridge is open.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shares of Halvek fell by 6 per cent.",
        "The fire broke out 3 hours ago in the old town.",
        "120 people read the names of the dead.",
        "Updated rules for 3 ports were published.",
        "He liked it.",
        "2031",
        "3 - 1",
        "Monday.",
        "It was read in 3 minutes by the mayor.",
        "On 3 March 2031 the ferry sank.",
        "قبل 3 سنوات غرقت العبارة.",
        "اشترت الشركة 45 ألف مشاركة في الصندوق.",
      })
  void newsThatOnlyLooksLikeIt_stays(String line) {
    assertThat(Fingerprint.same(line, "")).isFalse();
    assertThat(PassingText.without(line + "\nThe bridge is open.")).contains(line);
  }

  @Test
  void textOfNothingElse_staysAsItIs() {
    assertThat(PassingText.without("Updated 3 minutes ago")).isEqualTo("Updated 3 minutes ago");
  }
}
