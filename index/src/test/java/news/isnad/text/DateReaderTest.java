package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.isnad.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private final DateReader reader = DateReader.midnight();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-15T12:30:45Z | 2026-01-15T12:30:45Z",
        "2026-01-15T12:30:45.123+03:00 | 2026-01-15T09:30:45Z",
        "2026-01-15T12:30+0300 | 2026-01-15T09:30:00Z",
        "2026-01-15T12:30:00+03 | 2026-01-15T09:30:00Z",
        "2026-01-15 12:30:45 | 2026-01-15T12:30:45Z",
        "2026-01-15 | 2026-01-15T00:00:00Z",
        "2026/1/15 | 2026-01-15T00:00:00Z",
        "2026-01 | 2026-01-01T00:00:00Z",
        "20260115 | 2026-01-15T00:00:00Z",
        "20260115123045 | 2026-01-15T12:30:45Z",
        "1768480245 | 2026-01-15T12:30:45Z",
        "1768480245000 | 2026-01-15T12:30:45Z",
        "2026-01-15T24:00:00Z | 2026-01-16T00:00:00Z",
        "2016-12-31T23:59:60Z | 2016-12-31T23:59:59Z",
        "Thu, 15 Jan 2026 12:30:45 +0300 | 2026-01-15T09:30:45Z",
        "Thu, 15 Jan 26 12:30 EST | 2026-01-15T17:30:00Z",
        "15 Jan 2026 12:30:45 +0000 (Coordinated Universal Time) | 2026-01-15T12:30:45Z",
        "Thu Jan 15 12:30:45 2026 | 2026-01-15T12:30:45Z",
        "Thu Jan 15 12:30:45 GMT 2026 | 2026-01-15T12:30:45Z",
        "Thu, 15-Jan-2026 12:30:45 GMT | 2026-01-15T12:30:45Z",
        "January 15, 2026 | 2026-01-15T00:00:00Z",
        "January 15, 2026 at 6:05 PM | 2026-01-15T18:05:00Z",
        "Jan. 15, 2026 6:05 a.m. ET | 2026-01-15T11:05:00Z",
        "July 15, 2026 6:05pm PT | 2026-07-16T01:05:00Z",
        "Published: 15th of January 2026, 12:00 AM | 2026-01-15T00:00:00Z",
        "Fri, 15 Jan 2026 10:00:00 GMT | 2026-01-15T10:00:00Z",
        "15.01.2026 10:00 | 2026-01-15T10:00:00Z",
        "25/12/2026 | 2026-12-25T00:00:00Z",
        "12/25/2026 | 2026-12-25T00:00:00Z",
        "05/05/2026 | 2026-05-05T00:00:00Z",
        "Thursday 05/11/2026 | 2026-11-05T00:00:00Z",
        "2026-01-15 10:00 Asia/Riyadh | 2026-01-15T07:00:00Z",
        "15 Jan 2026 10:00 GMT+3 | 2026-01-15T07:00:00Z",
        "Jeu, 15 Jan 2026 12:30:45 +0000 | 2026-01-15T12:30:45Z",
        "Do 15 Jan 2026 12:30 | 2026-01-15T12:30:00Z",
        "Thrusday, 15 January 2026 | 2026-01-15T00:00:00Z",
        "3/6/1447 | 2025-11-24T00:00:00Z",
        "1447-06-03 | 2025-11-24T00:00:00Z",
      })
  void date_inEnglishOrNumbers_isRead(String text, Instant expected) {
    assertThat(reader.read(text).map(at -> at.truncatedTo(ChronoUnit.SECONDS))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 يناير 2026 | 2026-01-15T00:00:00Z",
        "3/6/1447هـ | 2025-11-24T00:00:00Z",
        "1447/6/3 هـ | 2025-11-24T00:00:00Z",
        "الخمبس 15 يناير 2026 | 2026-01-15T00:00:00Z",
        "الإثنين 3/6/1447هـ الموافق 24/11/2025م | 2025-11-24T00:00:00Z",
        "الخميس ١٥ يناير ٢٠٢٦ - ١٠:١٥ ص | 2026-01-15T10:15:00Z",
        "الخميس، 15 يناير/كانون الثاني 2026، الساعة 6:15 مساءً | 2026-01-15T18:15:00Z",
        "15 كانون الثاني 2026 10:15 بتوقيت مكة المكرمة | 2026-01-15T07:15:00Z",
        "15 جانفي 2026 | 2026-01-15T00:00:00Z",
        "3 غشت 2026 | 2026-08-03T00:00:00Z",
        "1 تشرين الأول 2026 | 2026-10-01T00:00:00Z",
        "نُشر في: 15 يناير 2026م 09:15 م | 2026-01-15T21:15:00Z",
        "الخميس 26 رجب 1447هـ - 15 يناير 2026م | 2026-01-15T00:00:00Z",
        "آخر تحديث 15/01/2026 10:15 بتوقيت القاهرة | 2026-01-15T08:15:00Z",
        "تاريخ النشر: 03/02/2026 | 2026-02-03T00:00:00Z",
        "۱۵ يناير ۲۰۲۶ | 2026-01-15T00:00:00Z",
        "26 رجب 1447 هـ | 2026-01-15T00:00:00Z",
        "الخميس ٢٦ رجب ١٤٤٧هـ ١٠:١٥ م | 2026-01-15T22:15:00Z"
      })
  void date_inArabic_isRead(String text, Instant expected) {
    assertThat(reader.read(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "3 hours ago",
        "منذ ساعتين",
        "أمس",
        "31 June 2026",
        "2026-13-01",
        "2026-02-30",
        "30 فبراير 2026",
        "5/11/2026",
        "15 يناير/شباط 2026",
        "26 رجب 1447",
        "31 رجب 1447هـ",
        "15 Jan 2026 25:00",
        "15 Jan 2026 10:61",
        "15 Jan 2026 10:00 XYZT",
        "10:15",
        "January",
        "15 January",
        "Thu, 15 Jan 2026 10:00 +99:00",
        "15 Jan 2026 16 Jan 2026",
        "15 Jan 2026 10:00 11:00",
        "Windows 95",
        "1",
        "99999999999999999999"
      })
  void text_thatIsNoCertainDate_isNone(String text) {
    assertThat(reader.read(text)).isEmpty();
  }

  @Test
  void noon_dateWithoutTime_isTheDay() {
    assertThat(DateReader.noon().read("15 January 2026"))
        .contains(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(DateReader.noon().read("2026-01-15"))
        .contains(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(DateReader.noon().read("2026-01-15T08:00Z"))
        .contains(Instant.parse("2026-01-15T08:00:00Z"));
  }

  @Test
  void text_atRandom_neverThrows() {
    Random random = new Random(7);
    String letters = "0123456789:-+/., TZamp()يناركو١٢٣٤\u200f\u0000";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(reader.read(text.toString())).isNotNull();
    }
    assertThat(reader.read("(".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dates.jsonl", "dates-arabic.jsonl"})
  void dates_fromTheWild_areRight(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(Shared.path("eval/feeds/" + file))) {
      JsonNode row = json.readTree(line);
      String text = row.get("text").asText();
      String found =
          reader.read(text).map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("null");
      if (!found.equals(row.get("utc").asText())) {
        wrong.add(text + " is read as " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
