package news.isnad.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that says nothing of the news and changes by itself: when a page was updated, and how often
 * it was shared, read or commented on. A piece of a line, or a sentence of it, is passing
 *
 * <ul>
 *   <li>if it is a line of its own that consists of nothing but a date and a time,
 *   <li>or of nothing but how long it takes to read ("3 min read", «مدة القراءة: 3 دقائق»),
 *   <li>if it is short, has a number or a word like "now", and consists of nothing but words of
 *       time, with a word of updating or "ago" among them («آخر تحديث قبل 3 دقائق»),
 *   <li>or of nothing but numbers and words of counting ("1.2K shares", «مشاهدات 45»).
 * </ul>
 *
 * <p>Like the fingerprint it serves, its words are written out here and do not change with better
 * tables. Stateless.
 */
final class PassingText {
  private static final int LONGEST = 120;
  private static final int LONGEST_DATE = 60;
  private static final int MOST_WORDS = 14;

  private static final Set<String> UPDATING =
      words(
          "updated update modified published posted edited ago now"
              + " تحديث التحديث حدث حدثت نشر نشرت النشر منذ قبل الان تعديل");
  private static final Set<String> NOW =
      words("now ago الان لحظات دقيقه دقيقتين ساعه ساعتين يوم يومين");
  private static final Set<String> TIME =
      words(
          "last on at first just a an few moment moments second seconds sec secs minute minutes min"
              + " mins hour hours hr hrs h m day days d week weeks month months year years today"
              + " yesterday am pm gmt utc bst cet est edt et pst pdt ist ast t z th st nd rd of the"
              + " monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat"
              + " sun january february march april may june july august september october november"
              + " december jan feb mar apr jun jul aug sep sept oct nov dec"
              + " اخر تم في تاريخ يوم الساعه ساعه ساعات ساعتين دقيقه دقايق دقيقتين ثانيه ثوان ثواني"
              + " ايام يومين اسبوع اسابيع شهر اشهر سنه سنوات اليوم امس صباحا مساء ص م بتوقيت غرينتش"
              + " الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت يناير فبراير مارس ابريل مايو"
              + " يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران"
              + " تموز اب ايلول تشرين الاول الثاني لحظات");
  private static final Set<String> COUNTED =
      words(
          "share shares shared view views viewed comment comments like likes read reads reader"
              + " readers retweet retweets reaction reactions follower followers click clicks"
              + " مشاركه مشاركات المشاركات شارك مشاهده مشاهدات المشاهدات تعليق تعليقات التعليقات"
              + " اعجاب اعجابات قراءه قراءات القراءات زياره زيارات الزيارات متابع متابعين");
  private static final Set<String> COUNTING =
      words(
          "k m and times people this on facebook twitter x whatsapp total number of"
              + " عدد مره مرات الف مليون على فيسبوك تويتر واتساب و");

  private static final Set<String> READING = words("read reading قراءه القراءه للقراءه");
  private static final Set<String> LENGTH =
      words(
          "time to estimated about min mins minute minutes sec secs second seconds in a"
              + " مده وقت زمن الوقت المقدر المتوقع دقيقه دقايق دقيقتين دقيقتان ثانيه ثوان ثواني في"
              + " حوالي");

  /** Without one of them a number is no date: "2026". */
  private static final Set<String> DATED =
      words(
          "am pm gmt utc january february march april may june july august september october"
              + " november december jan feb mar apr jun jul aug sep sept oct nov dec"
              + " صباحا مساء بتوقيت غرينتش الساعه يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس"
              + " سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز اب ايلول"
              + " تشرين");

  /** Where a line is parted into pieces. */
  private static final Pattern BETWEEN = Pattern.compile("[|·•()\\[\\]]|(?<=[.!؟])\\s");

  private PassingText() {}

  private static Set<String> words(String words) {
    return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** The text without what is passing; itself where nothing else is left. */
  static String without(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (String line : text.split("\n", -1)) {
      if (isPassing(line, 0, line.length()) || isDate(line)) {
        kept.append(' ');
      } else if (mayHavePassing(line) && mayPass(line)) {
        for (String piece : BETWEEN.split(line, -1)) {
          kept.append(isPassing(piece, 0, piece.length()) ? "" : piece).append(' ');
        }
      } else {
        kept.append(line);
      }
      kept.append('\n');
    }
    String left = kept.toString();
    return left.isBlank() ? text : left;
  }

  /** Most lines consist of nothing but sentences that are too long, or say something. */
  private static boolean mayHavePassing(String line) {
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isBetween(c)) {
        return true;
      }
      boolean end = c == '.' || c == '!' || c == '؟';
      if (end && i + 1 < line.length() && isSpace(line.charAt(i + 1))) {
        if (isPassing(line, start, i + 1)) {
          return true;
        }
        start = i + 2;
      }
    }
    return isPassing(line, Math.min(start, line.length()), line.length());
  }

  private static boolean isBetween(char c) {
    return switch (c) {
      case '|', '·', '•', '(', ')', '[', ']' -> true;
      default -> false;
    };
  }

  /** As {@code \\s} of patterns. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Most lines have no word of the kind at all. */
  private static boolean mayPass(String line) {
    for (String word : plain(line)) {
      if (UPDATING.contains(word) || COUNTED.contains(word) || READING.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Most pieces are long: they are not even cut out. */
  private static boolean isPassing(String line, int start, int end) {
    return end - start <= LONGEST
        && !hasManyWords(line, start, end)
        && isPassing(line.substring(start, end));
  }

  private static boolean isPassing(String piece) {
    List<String> words = plain(piece);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return false;
    }
    boolean updating = hasAny(words, UPDATING);
    boolean counted = hasAny(words, COUNTED);
    boolean reading = hasAny(words, READING);
    if (!updating && !counted && !reading) {
      return false;
    }
    boolean number = hasNumber(words);
    return (reading && number && areOf(words, READING, LENGTH))
        || (updating && (number || hasAny(words, NOW)) && areOf(words, UPDATING, TIME))
        || (counted && number && areOf(words, COUNTED, COUNTING));
  }

  /** A line of nothing but when something was. */
  private static boolean isDate(String line) {
    if (line.length() > LONGEST_DATE || !mayBeDate(line)) {
      return false;
    }
    List<String> words = plain(line);
    return words.size() <= MOST_WORDS
        && hasNumber(words)
        && hasAny(words, DATED)
        && areOf(words, DATED, TIME);
  }

  private static boolean mayBeDate(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Told from the spaces: there may be more words than that, but never fewer. */
  private static boolean hasManyWords(String line, int start, int end) {
    int words = 0;
    boolean inWord = false;
    for (int i = start; i < end && words <= MOST_WORDS; i++) {
      char c = line.charAt(i);
      if (c == ' ') {
        inWord = false;
      } else if (!inWord && ((c >= 'a' && c <= 'z') || (c >= 'ا' && c <= 'غ'))) {
        inWord = true;
        words++;
      }
    }
    return words > MOST_WORDS;
  }

  private static boolean hasAny(List<String> words, Set<String> wanted) {
    for (String word : words) {
      if (wanted.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNumber(List<String> words) {
    for (String word : words) {
      if (isNumber(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areOf(List<String> words, Set<String> telling, Set<String> allowed) {
    for (String word : words) {
      if (!isNumber(word) && !telling.contains(word) && !allowed.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.codePointAt(0));
  }

  /** The words, folded as the fingerprint folds, letters and digits apart ("3m" is two). */
  private static List<String> plain(String text) {
    String folded = Fingerprint.reduced(text).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = 0;
    int end = 0;
    boolean inLetters = false;
    for (int at = 0; at < folded.length(); at = end) {
      int point = folded.codePointAt(at);
      end = at + Character.charCount(point);
      boolean letter = Character.isLetter(point);
      boolean inWord = letter || Fingerprint.isNumeral(point);
      if (start < at && !(inWord && letter == inLetters)) {
        words.add(word(folded, start, at));
        start = at;
      }
      start = inWord ? start : end;
      inLetters = letter;
    }
    if (start < folded.length()) {
      words.add(word(folded, start, folded.length()));
    }
    return words;
  }

  private static String word(String folded, int start, int end) {
    return folded.substring(start, end).replace('ة', 'ه').replace('ى', 'ي');
  }
}
