package news.isnad.text;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as feeds and pages write them, in English and Arabic: a moment, or nothing. It never
 * guesses.
 *
 * <ul>
 *   <li>ISO 8601 with its short forms: {@code 2003-12-31T10:14:55-08:00}, {@code 2003-12}, {@code
 *       031231}, the ordinal day {@code 2003335}; seconds since 1970.
 *   <li>Day, month name, year in any order, with or without weekday: RFC 822, {@code Thu Aug 30
 *       2012 17:26}, «الخميس 4 سبتمبر/أيلول 2025 10:15 غرينتش». Months in English and in the Arabic
 *       of the Gulf and Egypt, of the Levant and of the Maghreb. Two names of one month must agree.
 *   <li>Numbers only: year first; day first with dots or beside Arabic words; with slashes only
 *       where just one order is possible or the weekday decides.
 *   <li>A day that does not exist, a zone that is unknown, a word that is unknown: nothing.
 *   <li>A Hijri date beside the other one is passed over; alone it counts where it is marked as one
 *       or written in numbers (no news is of the year 1447 otherwise), by the calendar of Umm
 *       al-Qura.
 *   <li>A wrong weekday beside a whole date is forgiven, as feeds often have it; so is one of
 *       another language.
 * </ul>
 *
 * <p>Immutable.
 */
public final class DateReader {
  private static final int LONGEST = 200;
  private static final Pattern SHORT_ISO =
      Pattern.compile(
          "(?<y4m>\\d{4}-\\d{2})|(?<y>\\d{4})|-(?<ym>\\d{2}-?\\d{2})|(?<ymd>\\d{2}-\\d{2}-\\d{2})"
              + "|(?<six>\\d{6})|(?<ord>(?:\\d{2}|\\d{4})-?\\d{3})|(?<day>\\d{8})"
              + "|(?<min>\\d{12})|(?<sec>\\d{14})|(?<unix>1\\d{9})|(?<milli>1\\d{12})");

  /** What programs write for "never" lies before: the year 1, 1601, 1753. */
  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

  private final LocalTime timeWhereNone;
  private final ZoneId zoneWhereNone;

  /**
   * @param timeWhereNone the time of day of a date that comes without one
   * @param zoneWhereNone the zone of a time that comes without one
   */
  public DateReader(LocalTime timeWhereNone, ZoneId zoneWhereNone) {
    this.timeWhereNone = requireNonNull(timeWhereNone, "timeWhereNone is null");
    this.zoneWhereNone = requireNonNull(zoneWhereNone, "zoneWhereNone is null");
  }

  /** A date without time begins at midnight, UTC: the convention of feeds. */
  public static DateReader midnight() {
    return new DateReader(LocalTime.MIDNIGHT, ZoneOffset.UTC);
  }

  /** A date without time means noon, UTC: the right day in nearly all zones. */
  public static DateReader noon() {
    return new DateReader(LocalTime.NOON, ZoneOffset.UTC);
  }

  /** The moment that a text means; empty where it means none for certain. */
  public Optional<Instant> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String folded = DateWords.fold(text);
      Matcher iso = SHORT_ISO.matcher(folded);
      return (iso.matches() ? shortForm(iso) : words(folded)).filter(EARLIEST::isBefore);
    } catch (DateTimeException | ArithmeticException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<Instant> words(String folded) {
    return DateWriting.read(folded)
        .map(
            written ->
                moment(
                        written.date().atTime(written.time().orElse(timeWhereNone)),
                        written.zone().orElse(zoneWhereNone))
                    .plus(written.more()));
  }

  private Optional<Instant> shortForm(Matcher iso) {
    String digits = iso.group().replace("-", "");
    if (iso.group("unix") != null) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
    }
    if (iso.group("milli") != null) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)));
    }
    if (iso.group("min") != null || iso.group("sec") != null) {
      LocalTime time =
          LocalTime.of(
              number(digits, 8, 10),
              number(digits, 10, 12),
              digits.length() == 14 ? number(digits, 12, 14) : 0);
      return Optional.of(moment(fullDay(digits).atTime(time), zoneWhereNone));
    }
    return day(iso, digits).map(day -> moment(day.atTime(timeWhereNone), zoneWhereNone));
  }

  private static Optional<LocalDate> day(Matcher iso, String digits) {
    if (iso.group("day") != null) {
      return Optional.of(fullDay(digits));
    }
    if (iso.group("y") != null) {
      int year = number(digits, 0, 4);
      return year >= 1900 ? Optional.of(LocalDate.of(year, 1, 1)) : Optional.empty();
    }
    if (iso.group("y4m") != null) {
      return Optional.of(LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), 1));
    }
    if (iso.group("ym") != null) {
      return Optional.of(LocalDate.of(century(number(digits, 0, 2)), number(digits, 2, 4), 1));
    }
    if (iso.group("ord") != null) {
      int split = digits.length() - 3;
      int year = number(digits, 0, split);
      return Optional.of(
          Year.of(split == 2 ? century(year) : year).atDay(number(digits, split, split + 3)));
    }
    return Optional.of(
        LocalDate.of(century(number(digits, 0, 2)), number(digits, 2, 4), number(digits, 4, 6)));
  }

  private static LocalDate fullDay(String digits) {
    return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  /** Two digits of a year: 1970 to 2069. */
  static int century(int year) {
    return year + (year < 70 ? 2000 : 1900);
  }

  private static Instant moment(LocalDateTime at, ZoneId zone) {
    return at.atZone(zone).toInstant();
  }
}
