package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Credits.Credit;

/**
 * Finds the media that an Arabic sentence credits: «بحسب», «نقلا عن», «لصحيفة», «ذكرت».
 *
 * <p>What stands before the name of a medium makes it a credit. Immutable.
 */
final class ArabicCredits implements CreditReader {
  private static final Set<String> REPORT_VERBS =
      Set.of(
          "ذكرت", "ذكر", "قالت", "قال", "كشفت", "نقلت", "نقل", "كتبت", "كتب", "اوردت", "اورد",
          "افادت", "افاد", "نشرت", "نشر", "بثت", "تقول", "اشارت", "اوضحت", "اعلنت", "اكدت", "يفيد",
          "تفيد", "نسبت", "نسب", "يذكر", "تذكر", "يقول", "يكتب", "تكتب", "ينقل", "تنقل");

  private static final Set<String> TOLD =
      Set.of(
          "مقابله",
          "حوار",
          "حديث",
          "تصريح",
          "تصريحات",
          "لقاء",
          "مقابلات",
          "تعليق",
          "اتصال",
          "مسرب",
          "مسربه",
          "سربت",
          "مقتبس",
          "مقتبسا",
          "مقتبسه",
          "تصريحاته",
          "حديثه",
          "حديثها",
          "تصريحاتها");

  private static final Set<String> TELL = Set.of("اخبر", "اخبرت", "ابلغ", "ابلغت");
  private static final int TELL_REACH = 9;
  private static final Set<String> SENT =
      Set.of("ارسل", "ارسلت", "ارسله", "ارسلته", "ارسلها", "مرسل", "مرسله", "وجهه", "وجهته");
  private static final Set<String> WRITTEN = Set.of("بيان", "رساله", "تصريح");
  private static final Set<String> REPORTS =
      Set.of("تقرير", "تقارير", "بتقرير", "لتقرير", "مقال", "مقاله");

  /** Words between what was published and the medium. */
  private static final int REACH = 6;

  /** Whoever speaks for a medium: «مراسلة قناة الأفق». */
  private static final Set<String> CORRESPONDENTS =
      Set.of("مراسل", "مراسله", "مراسلو", "مراسلي", "موفد", "موفده", "مندوب");

  private final Outlets outlets;
  private final WordClasses words;
  private final ArabicMedia media;

  ArabicCredits(Outlets outlets, WordClasses words, Cues verbs) {
    this.outlets = outlets;
    this.words = words;
    this.media = new ArabicMedia(outlets, words, verbs);
  }

  @Override
  public List<Credit> read(Line line) {
    List<Credit> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      int to = line.isWord(i) ? media.end(line, i) : i;
      if (to > i) {
        credit(line, i, to).ifPresent(found::add);
        i = to;
      } else {
        i++;
      }
    }
    return found;
  }

  @Override
  public int pointing(Line line, int at) {
    String key = line.key(at);
    boolean told = key.startsWith("لل") && words.has("outlet-noun", key.substring(2));
    boolean the = key.startsWith("ال") && words.has("outlet-noun", key.substring(2));
    if (!told && !the) {
      return -1;
    }
    String before = line.key(at - 1);
    String bare = ArabicWords.withoutJoint(before);
    boolean next = line.isWord(at + 1) && !ArabicWords.isThat(line, at + 1);
    boolean named = next && outlets.ofKey(line.key(at + 1)).isPresent();
    if (named) {
      return -1;
    }
    if (told && at > 1) {
      return at;
    }
    boolean source =
        bare.equals("بحسب") || bare.equals("حسب") || before.equals("وفق") || isReportVerb(bare);
    return the && at > 0 && source ? at - 1 : -1;
  }

  private Optional<Credit> credit(Line line, int from, int to) {
    int before = from - 1;
    while (line.isQuote(before)) {
      before--;
    }
    if (line.key(before).equals("به")
        && isReportVerb(ArabicWords.withoutJoint(line.key(before - 1)))) {
      before--; // «ما أفادت به الإذاعة»
    }
    String key = line.key(before);
    String first = line.key(from);
    boolean told =
        key.equals("ل")
            || first.startsWith("لوكال")
            || (first.startsWith("ل") && !first.startsWith("لو") && !first.startsWith("لي"));
    boolean report = false;
    boolean credited = false;
    int proof = Math.max(0, before);
    String bare =
        key.length() > 2 && (key.charAt(0) == 'و' || key.charAt(0) == 'ف') ? key.substring(1) : key;
    if (bare.equals("بحسب")
        || bare.equals("حسب")
        || bare.equals("وفق")
        || key.equals("وفق")
        || key.equals("وفقا")
        || key.equals("ووفقا")
        || bare.equals("طبقا")
        || (key.equals("عن") && isCarried(line, before))
        || key.equals("المصدر")
        || (key.equals(":") && line.key(before - 1).equals("المصدر"))) {
      credited = true;
      report = true;
      proof = key.equals("عن") || key.equals(":") ? before - 1 : before;
    } else if (told && before >= 0) {
      credited = true;
      proof = from;
    } else if ((key.equals("مع")
            || key.equals("الي")
            || key.equals("علي")
            || key.equals("عبر")
            || key.equals("من"))
        && (TOLD.contains(line.key(before - 1)) || TOLD.contains(line.key(before - 2)))) {
      credited = true;
      proof = before - 1;
    } else if (isReportVerb(bare)
        || (bare.endsWith("ته")
            && (bare.startsWith("نشر")
                || bare.startsWith("اورد")
                || bare.startsWith("نقل")
                || bare.startsWith("ذكر")))
        || bare.equals("ابلغ")
        || bare.equals("اخبر")
        || bare.equals("حسبما")) {
      credited = true;
      report = !(bare.equals("ابلغ") || bare.equals("اخبر"));
      proof = before;
    } else if (CORRESPONDENTS.contains(bare)
        || (REPORTS.contains(bare) && media.id(line, from, to).isPresent())
        || isStatementOf(line, before)) {
      credited = true;
      report = true;
      proof = before;
    } else if (isCarrier(line, before, from, to)) {
      credited = true;
      report = true;
      proof = before < 0 ? from : before;
    } else if (before >= 2 && (isTell(line, before) || isSent(line, before, from, to))) {
      credited = true;
      proof = from;
    }
    if (!credited
        || (line.isQuoted(from) && line.wordsOutsideQuotes() > 0 && !line.isQuote(from - 1))) {
      return Optional.empty();
    }
    return Optional.of(
        new Credit(
            new Upstream(
                ArabicMedia.name(line, from, to),
                media.id(line, from, to),
                line.spanOf(Math.max(0, proof), to)),
            report));
  }

  /**
   * «حصلت عليه مجلة», «نقلت عنه صحيفة», «نشرت في مجلة», «فلان من صحيفة», «وكانت صحيفة كذا ذكرت»: a
   * medium that had it first.
   */
  private boolean isCarrier(Line line, int before, int from, int to) {
    String key = line.key(before);
    String verb = ArabicWords.withoutJoint(line.key(before - 1));
    boolean got = key.startsWith("علي") && verb.startsWith("حصل");
    boolean carried = key.startsWith("عن") && key.length() > 2 && verb.startsWith("نقل");
    boolean was = before < 0 || key.endsWith("كانت") || key.endsWith("كان");
    if (got || carried || (was && isFollowedByReport(line, to))) {
      return true;
    }
    boolean in = key.equals("في");
    boolean of = key.equals("من");
    for (int i = before - 1; (in || of) && i >= Math.max(0, before - REACH); i--) {
      String word = ArabicWords.withoutJoint(line.key(i));
      boolean published = word.startsWith("نشر") || word.startsWith("منشور");
      boolean according = word.equals("وفقا") || word.endsWith("حسب");
      if (in ? published : according && media.id(line, from, to).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFollowedByReport(Line line, int to) {
    for (int i = to; i < Math.min(line.size(), to + 3) && line.isWord(i); i++) {
      if (isReportVerb(line.key(i))) {
        return true;
      }
    }
    return false;
  }

  /** «حسب تصريحات موقع المرسى». */
  private static boolean isStatementOf(Line line, int before) {
    String by = ArabicWords.withoutJoint(line.key(before - 1));
    return line.key(before).equals("تصريحات")
        && (by.equals("حسب") || by.equals("بحسب") || by.equals("وفق"));
  }

  /** «نقلا عن», «ونقلت الصحيفة عن». */
  private static boolean isCarried(Line line, int about) {
    for (int i = about - 1; i >= Math.max(0, about - 7) && !line.isMark(i); i--) {
      if (ArabicWords.withoutJoint(line.key(i)).startsWith("نقل")) {
        return true;
      }
    }
    return false;
  }

  /** «أبلغ فلان صحيفة كذا», «أبلغت فلانة، وهي من هناك، صحيفة كذا». */
  private static boolean isTell(Line line, int before) {
    int commas = 0;
    for (int i = before; i >= Math.max(0, before - TELL_REACH); i--) {
      if (line.key(i).equals("،") || line.key(i).equals(",")) {
        commas++;
      } else if (line.isMark(i)) {
        return false;
      }
      if (TELL.contains(ArabicWords.withoutJoint(line.key(i)))) {
        return commas == 0 || commas == 2;
      }
    }
    return false;
  }

  /** «في بيان أُرسل بالبريد الإلكتروني إلى وكالة كذا». */
  private boolean isSent(Line line, int before, int from, int to) {
    if (!line.key(before).equals("الي") || media.id(line, from, to).isEmpty()) {
      return false;
    }
    for (int i = before - 1; i >= Math.max(1, before - REACH) && !line.isMark(i); i--) {
      String key = line.key(i);
      if (SENT.contains(key) || (key.equals("عبر") && WRITTEN.contains(line.key(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReportVerb(String key) {
    return REPORT_VERBS.contains(key);
  }
}
