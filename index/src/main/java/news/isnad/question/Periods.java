package news.isnad.question;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.Language;

/**
 * Finds the period that a question names. Rules, tried at every word from left to right:
 *
 * <ul>
 *   <li>days: today, yesterday, the day before yesterday; «اليوم»، «أمس»، «أول أمس»
 *   <li>this or last week, month, year; the last three days; «الأسبوع الماضي»، «آخر ثلاثة أيام»
 *   <li>two weeks ago; «قبل أسبوعين»
 *   <li>a date with or without its year: 10 April, April 10th 2013; «السابع من أبريل»
 *   <li>a month, with a year, "last" or neither (then the latest one that has begun); a year
 *   <li>a weekday: the latest one that has begun
 *   <li>"since" before any of them: until now
 * </ul>
 *
 * The week begins on Monday in English and on Sunday in Arabic questions. Immutable.
 */
final class Periods {
  private static final Set<String> SINCE = Set.of("since", "منذ");
  private static final Set<String> THIS =
      Set.of("this", "current", "هذا", "هذه", "الحالي", "الجاري", "الحاليه", "الجاريه");
  private static final Set<String> LAST =
      Set.of(
          "last",
          "past",
          "previous",
          "الماضي",
          "الماضيه",
          "الفايت",
          "المنصرم",
          "الفائت",
          "السابق",
          "الاخير",
          "الاخيره");
  private static final Set<String> YESTERDAY =
      Set.of("yesterday", "امس", "البارحه", "مبارح", "امبارح");
  private static final Set<String> TODAY = Set.of("today", "tonight", "اليوم", "النهارده");
  private static final Set<String> DAY_BEFORE = Set.of("اول");
  private static final Set<String> BEFORE_DATE =
      Set.of(
          "in", "on", "of", "during", "since", "this", "last", "early", "late", "until", "before");

  /** Months whose name is a common word or a first name besides. */
  private static final Set<String> AMBIGUOUS =
      Set.of("may", "march", "jan", "april", "june", "august", "اب", "ماي", "جوان");

  /** Parts of names that stand before their last part. */
  private static final Set<String> OF_NAMES =
      Set.of("دي", "دو", "دا", "فان", "فون", "لا", "de", "di", "da", "del", "van", "von");

  private static final Set<String> CONNECTORS =
      Set.of(
          "in", "on", "of", "during", "the", "over", "for", "from", "at", "في", "يوم", "خلال",
          "عام", "سنه", "شهر", "من", "بعد", "منذ", "since");

  /** What texts of this year call the last one. */
  private static final List<String> LAST_YEAR =
      List.of("last year", "العام الماضي", "السنه الماضيه", "العام المنصرم", "العام الفائت");

  private final Language language;
  private final Calendar calendar;
  private final LocalDate today;
  private final List<String> words;

  private Periods(Language language, Calendar calendar, LocalDate today, List<String> words) {
    this.language = language;
    this.calendar = calendar;
    this.today = today;
    this.words = words;
  }

  /**
   * The first period named.
   *
   * @param words the question's words, folded
   */
  static Optional<Period> find(List<String> words, Language language, LocalDate today) {
    return new Periods(language, calendar(language), today, words).find();
  }

  static Calendar calendar(Language language) {
    return language == Language.ARABIC ? Names.ARABIC : Names.ENGLISH;
  }

  /** Read when the first question comes. */
  private static final class Names {
    static final Calendar ARABIC = new Calendar(Tables.shipped("calendar.tsv"), Language.ARABIC);
    static final Calendar ENGLISH = new Calendar(Tables.shipped("calendar.tsv"), Language.ENGLISH);
  }

  /** The names of a month or weekday in both languages. */
  private static List<String> names(String what, int number) {
    List<String> names = new ArrayList<>();
    for (Language language : Language.values()) {
      names.addAll(calendar(language).names(what, number));
    }
    return names;
  }

  private Optional<Period> find() {
    for (int i = 0; i < words.size(); i++) {
      Optional<Period> found = at(i);
      if (found.isPresent()) {
        return Optional.of(since(withConnectors(found.get())));
      }
    }
    return Optional.empty();
  }

  private Period withConnectors(Period period) {
    int first = period.first();
    while (first > 0 && CONNECTORS.contains(words.get(first - 1))) {
      first--;
    }
    return period.widened(first);
  }

  private Period since(Period period) {
    for (int i = period.first(); i < period.last(); i++) {
      if (SINCE.contains(words.get(i))) {
        return period.until(today.plusDays(1));
      }
    }
    return period;
  }

  private Optional<Period> at(int i) {
    return day(i)
        .or(() -> date(i))
        .or(() -> span(i))
        .or(() -> ago(i))
        .or(() -> month(i))
        .or(() -> relative(i))
        .or(() -> weekday(i))
        .or(() -> year(i));
  }

  private String word(int i) {
    return i >= 0 && i < words.size() ? words.get(i) : "";
  }

  private static Optional<Period> days(
      LocalDate from, LocalDate to, int first, int last, List<List<String>> names) {
    return Optional.of(Period.once(from, to, first, last, names));
  }

  // ---- days

  private Optional<Period> day(int i) {
    if (word(i).equals("day") && word(i + 1).equals("before") && YESTERDAY.contains(word(i + 2))) {
      return days(today.minusDays(2), today.minusDays(1), i, i + 3, List.of());
    }
    if (DAY_BEFORE.contains(word(i)) && YESTERDAY.contains(word(i + 1))) {
      return days(today.minusDays(2), today.minusDays(1), i, i + 2, List.of());
    }
    if (YESTERDAY.contains(word(i))) {
      return days(today.minusDays(1), today, i, i + 1, List.of());
    }
    if (TODAY.contains(word(i))) {
      return days(today, today.plusDays(1), i, i + 1, List.of());
    }
    return Optional.empty();
  }

  // ---- dates: 10 April 2013, April 10th, السابع من أبريل

  private Optional<Period> date(int i) {
    int[] day = dayOfMonth(i);
    if (day[0] > 0) {
      int at = i + day[1];
      if (word(at).equals("of") || word(at).equals("من")) {
        at++;
      }
      int[] month = monthAt(at);
      if (month[0] > 0) {
        return dated(day[0], month[0], i, at + month[1]);
      }
    }
    int[] month = monthAt(i);
    if (month[0] > 0 && language == Language.ENGLISH) {
      int[] after = dayOfMonth(i + month[1]);
      if (after[0] > 0) {
        return dated(after[0], month[0], i, i + month[1] + after[1]);
      }
    }
    return Optional.empty();
  }

  private Optional<Period> dated(int day, int month, int first, int last) {
    OptionalInt year = calendar.year(word(last));
    int until = year.isPresent() ? last + 1 : last;
    int inYear = year.orElse(today.getYear());
    if (!YearMonth.of(inYear, month).isValidDay(day)) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(inYear, month, day);
    if (year.isEmpty() && date.isAfter(today)) {
      date = date.minusYears(1);
    }
    Optional<Period> found =
        days(
            date,
            date.plusDays(1),
            first,
            until,
            List.of(List.of(Integer.toString(day)), names("month", month)));
    return year.isPresent() ? found : found.map(Period::recurring);
  }

  /** The day and how many words it takes; zeros where there is none. */
  private int[] dayOfMonth(int i) {
    String word = word(i).replaceFirst("(?<=\\d)(st|nd|rd|th)$", "");
    if (word.matches("[0-3]?\\d")) {
      int day = Integer.parseInt(word);
      return day >= 1 && day <= 31 ? new int[] {day, 1} : new int[2];
    }
    OptionalInt ordinal = calendar.ordinal(word);
    if (ordinal.isEmpty()) {
      return word.equals("الحادي") && word(i + 1).equals("عشر") ? new int[] {11, 2} : new int[2];
    }
    if (word(i + 1).equals("عشر")) {
      return new int[] {ordinal.getAsInt() + 10, 2};
    }
    if (word(i + 1).equals("والعشرين")) {
      return new int[] {ordinal.getAsInt() + 20, 2};
    }
    return new int[] {ordinal.getAsInt(), 1};
  }

  // ---- months and years

  private int[] monthAt(int i) {
    OptionalInt two = calendar.month(word(i) + " " + word(i + 1));
    if (two.isPresent()) {
      return new int[] {two.getAsInt(), 2};
    }
    OptionalInt one = calendar.month(word(i));
    return one.isPresent() ? new int[] {one.getAsInt(), 1} : new int[2];
  }

  private Optional<Period> month(int i) {
    boolean lastBefore = LAST.contains(word(i));
    boolean thisBefore = THIS.contains(word(i));
    int at = lastBefore || thisBefore ? i + 1 : i;
    int[] month = monthAt(at);
    if (month[0] == 0 || isVerb(at)) {
      return Optional.empty();
    }
    int end = at + month[1];
    OptionalInt year = calendar.year(word(end));
    if (year.isPresent()) {
      return inMonth(YearMonth.of(year.getAsInt(), month[0]), i, end + 1);
    }
    if (LAST.contains(word(end)) && isYear(word(end + 1))) {
      return inMonth(YearMonth.of(today.getYear() - 1, month[0]), i, end + 2);
    }
    if (isYear(word(end)) && LAST.contains(word(end + 1))) {
      return inMonth(YearMonth.of(today.getYear() - 1, month[0]), i, end + 2);
    }
    boolean lastAfter = LAST.contains(word(end));
    YearMonth found = YearMonth.of(today.getYear(), month[0]);
    YearMonth now = YearMonth.from(today);
    if (found.isAfter(now) || (found.equals(now) && (lastBefore || lastAfter))) {
      found = found.minusYears(1);
    }
    Optional<Period> inYear = inMonth(found, i, lastAfter ? end + 1 : end);
    return lastBefore || lastAfter || thisBefore ? inYear : inYear.map(Period::recurring);
  }

  /** "may" and "jan" are months only where a date may stand; «دي مايو» is a name. */
  private boolean isVerb(int i) {
    if (OF_NAMES.contains(word(i - 1))) {
      return true;
    }
    boolean ambiguous = AMBIGUOUS.contains(word(i));
    return ambiguous
        && !BEFORE_DATE.contains(word(i - 1))
        && calendar.year(word(i + 1)).isEmpty()
        && !word(i - 1).equals("شهر");
  }

  private static Optional<Period> inMonth(YearMonth month, int first, int last) {
    return days(
        month.atDay(1),
        month.plusMonths(1).atDay(1),
        first,
        last,
        List.of(names("month", month.getMonthValue())));
  }

  private boolean isYear(String word) {
    OptionalInt unit = calendar.unit(stripArticle(word));
    return unit.isPresent() && unit.getAsInt() == 8760;
  }

  private Optional<Period> year(int i) {
    OptionalInt year = calendar.year(word(i));
    if (year.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = LocalDate.of(year.getAsInt(), 1, 1);
    return days(from, from.plusYears(1), i, i + 1, List.of(List.of(word(i))))
        .map(Period::recurring);
  }

  // ---- weekdays

  private Optional<Period> weekday(int i) {
    boolean marked = LAST.contains(word(i)) || THIS.contains(word(i));
    int at = marked ? i + 1 : i;
    OptionalInt weekday = calendar.weekday(word(at));
    if (weekday.isEmpty()) {
      return Optional.empty();
    }
    boolean last = LAST.contains(word(i)) || LAST.contains(word(at + 1));
    DayOfWeek day = DayOfWeek.of(weekday.getAsInt());
    LocalDate date =
        last
            ? today.with(TemporalAdjusters.previous(day))
            : today.with(TemporalAdjusters.previousOrSame(day));
    int end = LAST.contains(word(at + 1)) ? at + 2 : at + 1;
    Optional<Period> found =
        days(date, date.plusDays(1), i, end, List.of(names("weekday", weekday.getAsInt())));
    return marked || last ? found : found.map(Period::recurring);
  }

  // ---- this week, last month, last three days, two weeks ago

  private Optional<Period> relative(int i) {
    if (LAST.contains(word(i)) || THIS.contains(word(i))) {
      OptionalInt unit = calendar.unit(stripArticle(word(i + 1)));
      if (unit.isPresent() && unit.getAsInt() >= 24) {
        return Optional.of(unit(unit.getAsInt(), LAST.contains(word(i)), i, i + 2));
      }
    }
    OptionalInt unit =
        word(i).startsWith("ال") ? calendar.unit(word(i).substring(2)) : OptionalInt.empty();
    boolean marked = LAST.contains(word(i + 1)) || THIS.contains(word(i + 1));
    if (unit.isPresent() && unit.getAsInt() >= 24 && marked) {
      return Optional.of(unit(unit.getAsInt(), LAST.contains(word(i + 1)), i, i + 2));
    }
    return Optional.empty();
  }

  private Period unit(int hours, boolean last, int first, int end) {
    return switch (hours) {
      case 168 -> {
        DayOfWeek begin = language == Language.ARABIC ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        LocalDate from =
            today.with(TemporalAdjusters.previousOrSame(begin)).minusWeeks(last ? 1 : 0);
        yield Period.once(from, from.plusWeeks(1), first, end, List.of());
      }
      case 720 -> {
        YearMonth month = YearMonth.from(today).minusMonths(last ? 1 : 0);
        yield Period.once(
            month.atDay(1),
            month.plusMonths(1).atDay(1),
            first,
            end,
            List.of(names("month", month.getMonthValue())));
      }
      case 8760 -> {
        LocalDate from = LocalDate.of(today.getYear() - (last ? 1 : 0), 1, 1);
        List<String> names = new ArrayList<>(last ? LAST_YEAR : List.of());
        names.add(Integer.toString(from.getYear()));
        yield Period.once(from, from.plusYears(1), first, end, List.of(names));
      }
      default ->
          Period.once(today.minusDays(last ? 1 : 0), today.plusDays(1), first, end, List.of());
    };
  }

  private Optional<Period> span(int i) {
    boolean opens = LAST.contains(word(i)) || word(i).equals("اخر");
    OptionalInt count = calendar.number(word(i + 1));
    OptionalInt unit = calendar.unit(word(i + 2));
    if (opens && count.isPresent() && unit.isPresent()) {
      return back(count.getAsInt() * unit.getAsInt(), i, i + 3);
    }
    OptionalInt two = calendar.twoUnits(word(i + 1));
    return opens && two.isPresent() ? back(2 * two.getAsInt(), i, i + 2) : Optional.empty();
  }

  private Optional<Period> back(int hours, int first, int last) {
    return days(
        today.minusDays(Math.max(1, hours / 24)), today.plusDays(1), first, last, List.of());
  }

  private Optional<Period> ago(int i) {
    OptionalInt count = calendar.number(word(i));
    OptionalInt unit = calendar.unit(word(i + 1));
    if (count.isPresent() && unit.isPresent() && word(i + 2).equals("ago")) {
      return around(count.getAsInt() * unit.getAsInt(), unit.getAsInt(), i, i + 3);
    }
    if (!word(i).equals("قبل") && !word(i).equals("منذ")) {
      return Optional.empty();
    }
    OptionalInt two = calendar.twoUnits(word(i + 1));
    if (two.isPresent()) {
      return around(2 * two.getAsInt(), two.getAsInt(), i, i + 2);
    }
    OptionalInt arabicCount = calendar.number(word(i + 1));
    OptionalInt arabicUnit = calendar.unit(word(i + 2));
    return arabicCount.isPresent() && arabicUnit.isPresent()
        ? around(arabicCount.getAsInt() * arabicUnit.getAsInt(), arabicUnit.getAsInt(), i, i + 3)
        : Optional.empty();
  }

  /** A point in the past, as exact as its unit: "two weeks ago" is a week long. */
  private Optional<Period> around(int hours, int unit, int first, int last) {
    LocalDate point = today.minusDays(hours / 24);
    int slack = Math.max(0, unit / 48);
    return days(point.minusDays(slack), point.plusDays(slack + 1L), first, last, List.of());
  }

  private static String stripArticle(String word) {
    return word.startsWith("ال") ? word.substring(2) : word;
  }
}
