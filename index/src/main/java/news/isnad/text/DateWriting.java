package news.isnad.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.text.DateWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * Takes a written date apart, token by token. A token that is not understood, or that says a second
 * time what was said already, ends it with nothing. Used once, by one thread.
 */
final class DateWriting {
  private static final Pattern SHORT_FORM = Pattern.compile("\\p{L}+\\.");

  /** What parts a date into tokens, one after the other. */
  private static final List<Replaced> PARTED =
      List.of(
          Replaced.of("\\([^()]*\\)", " "),
          Replaced.of("(\\d)t(\\d)", "$1 $2"),
          Replaced.of("(\\d),(?=\\d{4})", "$1 "),
          Replaced.of("(?<=\\p{L}),|,(?=\\s|$)|:(?=\\s|$)", " "),
          Replaced.of("(?<=[\\u0620-\\u06D3])/(?=[\\u0620-\\u06D3])", " / "),
          Replaced.of("(?<=\\d)(?=[\\u0620-\\u06D3])|(?<=[\\u0620-\\u06D3])(?=\\d)", " "),
          Replaced.of("(?<=\\d)-(?=[a-z]{3})|(?<=[a-z]{3})-(?=\\d)", " "));

  /** A short word, or one that a comma or the Arabic article marks, before a day of the month. */
  private static final Pattern STRANGE_WEEKDAY =
      Pattern.compile("(?:\\p{L}{2,12}[.,]+|\\p{L}{2,4}|ال\\p{L}{3,7}) ?(?=\\d)");

  /** Years that only the Hijri calendar has in news. */
  private static final int FIRST_HIJRI = 1300;

  private static final int LAST_HIJRI = 1500;

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})[:h](\\d{2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(z|[+-]\\d{1,2}(?::?\\d{2})?)?([ap]m?)?");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})([ap]m)");
  private static final Pattern DOTTED_TIME = Pattern.compile("(\\d{1,2})\\.(\\d{2})([ap]m)");
  private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?([+-])(\\d{1,2}):?(\\d{2})?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,3})\\2(\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th)?");
  private static final Pattern REGION = Pattern.compile("[a-z]+/[a-z_]+(?:/[a-z_]+)?");

  /**
   * What a text says.
   *
   * @param more what goes beyond the time of day, as in 24:00
   */
  record Written(LocalDate date, Optional<LocalTime> time, Optional<ZoneId> zone, Duration more) {}

  private final List<String> tokens;
  private final boolean isArabic;
  private final List<Integer> numbers = new ArrayList<>();
  private @Nullable LocalDate date;
  private @Nullable LocalTime time;
  private @Nullable ZoneId zone;
  private @Nullable String half;
  private Duration more = Duration.ZERO;
  private int month;
  private int weekday;
  private int first;
  private int second;
  private int yearOfNumbers;
  private boolean afterTime;
  private @Nullable LocalDate hijri;

  private DateWriting(List<String> tokens, boolean isArabic) {
    this.tokens = tokens;
    this.isArabic = isArabic;
  }

  /**
   * @throws DateTimeException if it names a day or a time that does not exist
   */
  static Optional<Written> read(String folded) {
    boolean isArabic = folded.chars().anyMatch(c -> c >= 0x0620 && c <= 0x06D3);
    DateWriting writing = new DateWriting(withoutStrangeWeekday(tokens(folded), folded), isArabic);
    return writing.isUnderstood() ? writing.written() : Optional.empty();
  }

  /** A day of the week in another language, or misspelt, decides nothing. */
  private static List<String> withoutStrangeWeekday(List<String> tokens, String folded) {
    boolean isStrange =
        STRANGE_WEEKDAY.matcher(folded).lookingAt()
            && tokens.size() > 1
            && DateWords.shipped().at(tokens, 0).isEmpty();
    return isStrange ? tokens.subList(1, tokens.size()) : tokens;
  }

  private record Replaced(Pattern pattern, String by) {
    static Replaced of(String pattern, String by) {
      return new Replaced(Pattern.compile(pattern), by);
    }
  }

  /** Comments in brackets say again what stands before them. */
  private static List<String> tokens(String folded) {
    String plain = folded;
    for (Replaced each : PARTED) {
      plain = each.pattern.matcher(plain).replaceAll(each.by);
    }
    List<String> tokens = new ArrayList<>();
    for (String token : plain.split(" +", -1)) {
      if (!token.isBlank()) {
        // A short form ends with a full stop, a.m. has its own.
        tokens.add(
            SHORT_FORM.matcher(token).matches() ? token.substring(0, token.length() - 1) : token);
      }
    }
    return tokens;
  }

  private boolean isUnderstood() {
    int i = 0;
    while (i < tokens.size()) {
      int ofHijri = hijriAt(i);
      Optional<Word> word = DateWords.shipped().at(tokens, i);
      boolean timeBefore = afterTime;
      afterTime = false;
      if (ofHijri > 0) {
        i += ofHijri;
      } else if (word.isPresent()) {
        if (!take(word.get(), timeBefore && tokens.get(i).equals("م"))) {
          return false;
        }
        i += word.get().words();
      } else if (takeToken(tokens.get(i))) {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * Number of tokens of a Hijri date at a place, such as 26 رجب 1447 هـ. Only with its mark it
   * counts.
   */
  private int hijriAt(int from) {
    if (from + 2 >= tokens.size() || !tokens.get(from).matches("\\d{1,2}")) {
      return 0;
    }
    Optional<Word> word = DateWords.shipped().at(tokens, from + 1);
    if (word.isEmpty() || word.get().kind() != DateWords.Kind.HIJRI) {
      return 0;
    }
    int year = from + 1 + word.get().words();
    if (year >= tokens.size() || !tokens.get(year).matches("1[345]\\d\\d")) {
      return 0;
    }
    boolean isMarked =
        year + 1 < tokens.size() && tokens.get(year + 1).matches("ه|هج|هجري|هجريه|للهجره");
    if (isMarked) {
      int month = number(word.get().value());
      hijri =
          LocalDate.from(HijrahDate.of(number(tokens.get(year)), month, number(tokens.get(from))));
    }
    return (isMarked ? 2 : 1) + year - from;
  }

  private boolean take(Word word, boolean isEvening) {
    return switch (word.kind()) {
      case MONTH -> {
        int named = Integer.parseInt(word.value());
        boolean agrees = month == 0 || month == named;
        month = named;
        yield agrees;
      }
      case WEEKDAY -> {
        boolean isNew = weekday == 0;
        weekday = Integer.parseInt(word.value());
        yield isNew;
      }
      case HALF -> takeHalf(word.value());
      case ZONE -> takeZone(ZoneId.of(word.value()));
      case HIJRI -> false;
      case NOISE -> !isEvening || takeHalf("pm");
    };
  }

  private boolean takeHalf(String named) {
    boolean isNew = half == null;
    half = named;
    return isNew;
  }

  private boolean takeZone(ZoneId named) {
    boolean agrees = zone == null || zone.equals(named);
    zone = named;
    return agrees;
  }

  private boolean takeToken(String token) {
    if (token.matches("[-/,.:]")) {
      return true;
    }
    Matcher m = TIME.matcher(token);
    if (m.matches()) {
      return takeTime(m.group(1), m.group(2), m.group(3), m.group(5))
          && (m.group(4) == null || takeAttachedZone(m.group(4)));
    }
    m = HOUR.matcher(token);
    if (m.matches()) {
      return takeTime(m.group(1), "0", null, m.group(2));
    }
    m = DOTTED_TIME.matcher(token);
    if (m.matches()) {
      return takeTime(m.group(1), m.group(2), null, m.group(3));
    }
    m = OFFSET.matcher(token);
    if (m.matches()) {
      return takeZone(offset(m));
    }
    return takeDay(token) || takeRegion(token);
  }

  private boolean takeDay(String token) {
    Matcher m = YEAR_FIRST.matcher(token);
    if (m.matches() && isHijri(number(m.group(1)))) {
      return takeHijri(number(m.group(1)), number(m.group(3)), number(m.group(4)));
    }
    if (m.matches()) {
      boolean isNew = date == null;
      date = LocalDate.of(number(m.group(1)), number(m.group(3)), number(m.group(4)));
      return isNew;
    }
    m = YEAR_LAST.matcher(token);
    if (m.matches() && isHijri(number(m.group(4)))) {
      return takeHijri(number(m.group(4)), number(m.group(3)), number(m.group(1)));
    }
    if (m.matches()) {
      boolean isNew = yearOfNumbers == 0;
      first = number(m.group(1));
      second = number(m.group(3));
      yearOfNumbers = number(m.group(4));
      // Dots are written day first wherever they are written.
      if (m.group(2).equals(".") || isArabic) {
        date = LocalDate.of(yearOfNumbers, second, first);
      }
      return isNew;
    }
    m = NUMBER.matcher(token);
    return m.matches() && numbers.add(number(m.group(1)));
  }

  private static boolean isHijri(int year) {
    return year >= FIRST_HIJRI && year <= LAST_HIJRI;
  }

  private boolean takeHijri(int year, int month, int day) {
    boolean isNew = hijri == null;
    hijri = LocalDate.from(HijrahDate.of(year, month, day));
    return isNew;
  }

  private boolean takeRegion(String token) {
    if (!REGION.matcher(token).matches()) {
      return false;
    }
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.equalsIgnoreCase(token)) {
        return takeZone(ZoneId.of(id));
      }
    }
    return false;
  }

  private boolean takeTime(
      String hours, String minutes, @Nullable String seconds, @Nullable String attachedHalf) {
    boolean isNew = time == null;
    int hour = number(hours);
    if (hour == 24) {
      hour = 0;
      more = Duration.ofDays(1);
    }
    // A leap second is the last one of its minute.
    int second = seconds == null ? 0 : Math.min(number(seconds), 60);
    time = LocalTime.of(hour, number(minutes), Math.min(second, 59));
    afterTime = true;
    return isNew && (attachedHalf == null || takeHalf(attachedHalf.startsWith("a") ? "am" : "pm"));
  }

  private boolean takeAttachedZone(String text) {
    Matcher m = OFFSET.matcher(text);
    return takeZone(m.matches() ? offset(m) : ZoneOffset.UTC);
  }

  private static ZoneOffset offset(Matcher m) {
    int hours = number(m.group(2));
    int minutes = m.group(3) == null ? 0 : number(m.group(3));
    if (minutes > 59 || hours > 15) {
      throw new DateTimeException("no such offset");
    }
    int total = hours * 60 + minutes;
    return ZoneOffset.ofTotalSeconds(60 * (m.group(1).equals("-") ? -total : total));
  }

  private Optional<Written> written() {
    Optional<LocalDate> day = day();
    if (day.isEmpty() || (half != null && time == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Written(day.get(), Optional.ofNullable(withHalf()), Optional.ofNullable(zone), more));
  }

  private @Nullable LocalTime withHalf() {
    if (time == null || half == null || time.getHour() > 12) {
      return time;
    }
    return time.withHour(time.getHour() % 12 + (half.equals("pm") ? 12 : 0));
  }

  private Optional<LocalDate> day() {
    if (date != null) {
      return numbers.isEmpty() && month == 0 ? Optional.of(date) : Optional.empty();
    }
    if (yearOfNumbers > 0) {
      return numbers.isEmpty() && month == 0 ? ofNumbers() : Optional.empty();
    }
    if (month == 0 && numbers.isEmpty()) {
      return Optional.ofNullable(hijri);
    }
    if (month == 0 || numbers.size() != 2) {
      return Optional.empty();
    }
    // Day, then year; or the year first where it cannot be a day.
    int a = numbers.get(0);
    int b = numbers.get(1);
    return Optional.of(a > 31 ? LocalDate.of(year(a), month, b) : LocalDate.of(year(b), month, a));
  }

  private static int year(int written) {
    return written < 100 ? DateReader.century(written) : written;
  }

  /** With slashes both orders are in use: taken only where one of them is impossible. */
  private Optional<LocalDate> ofNumbers() {
    List<LocalDate> possible = new ArrayList<>();
    if (second <= 12) {
      possible.add(LocalDate.of(yearOfNumbers, second, first));
    }
    if (first <= 12 && first != second) {
      possible.add(LocalDate.of(yearOfNumbers, first, second));
    }
    if (possible.size() == 2 && weekday > 0) {
      possible.removeIf(day -> day.getDayOfWeek().getValue() != weekday);
    }
    return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
