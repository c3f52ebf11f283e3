package news.isnad.speaker;

import java.util.List;
import java.util.Set;

/** Knows Arabic verbs of speech that say nothing, or not by themselves. Immutable. */
final class ArabicUnsaid {
  private static final Set<String> STATES =
      Set.of("الطواريء", "الطوارئ", "التاهب", "الاستنفار", "الحداد", "الحرب");

  private static final int NEAR_STATE = 6;

  /** As far behind a verb as its subject and «إن» stand. */
  private static final int NEAR_THAT = 5;

  /** The same behind an office and a name. */
  private static final int FAR_THAT = 10;

  private static final Set<String> ANYBODY = Set.of("الكل", "الجميع", "الكثيرون");

  private static final Set<String> BUT = Set.of("غير", "الا", "بيد");

  /** What says something by itself: «وسط تقارير تفيد بأن». */
  private static final Set<String> RUMOURS = Set.of("تقارير", "معلومات", "انباء", "مزاعم", "اخبار");

  private final WordClasses words;

  ArabicUnsaid(WordClasses words) {
    this.words = words;
  }

  /** Denied, wished, no verb at all, about somebody's anonymity, or shown by a fact. */
  boolean is(Line line, Cues.Match cue) {
    boolean silent = cue.rule().silent();
    String leading = line.key(cue.from() - 1);
    String bare = ArabicWords.withoutJoint(leading);
    boolean noun = // «عن تعهد», «فبعد توعد»
        (words.has("preposition", leading)
                && !words.has("opener", leading)
                && !(leading.endsWith("ما") && leading.length() > 3)) // «بعدما قالت المتحدثة»
            || bare.equals("بعد")
            || bare.equals("قبل")
            || (bare.equals("علي") && line.key(cue.from()).equals("ذكر")); // «لم يأت على ذكر»
    return (!silent && (isNegated(line, cue.from()) || isWish(line, cue) || noun))
        || isRumoured(line, cue)
        || isUnveiled(line, cue)
        || isAnybody(line, cue)
        || isExpected(line, cue)
        || isBetween(line, cue)
        || isVerdict(line, cue)
        || isAnonymity(line, cue)
        || isAfter(line, cue)
        || isCalledFor(line, cue)
        || isDeclared(line, cue)
        || isShown(line, cue);
  }

  /** «وسط تقارير تفيد بأن», «نفى التقارير التي أشارت»: nobody whose words they were is named. */
  private boolean isRumoured(Line line, Cues.Match cue) {
    boolean related = // «المزاعم التي وصفوها» tells who
        words.has("relative", line.key(cue.from() - 1))
            && cue.form() != Cues.Form.OBJECT
            && cue.form() != Cues.Form.PLURAL;
    String noun = line.key(cue.from() - (related ? 2 : 1));
    return related
        ? cue.from() > 3 && noun.startsWith("ال") && RUMOURS.contains(noun.substring(2))
        : cue.rule().cues().contains("أفاد") && RUMOURS.contains(ArabicWords.withoutJoint(noun));
  }

  /** «وبات الكل يتساءل هل»: nobody in particular. */
  private static boolean isAnybody(Line line, Cues.Match cue) {
    return cue.present() && ANYBODY.contains(line.key(cue.from() - 1));
  }

  /** «وكان متوقعا أن يجد صعوبة»: nobody says who expected it. */
  private static boolean isExpected(Line line, Cues.Match cue) {
    String before = line.key(cue.from() - 1);
    return cue.form() == Cues.Form.PARTICIPLE
        && (before.endsWith("كان") || before.endsWith("كانت"))
        && ArabicWords.isThat(line, cue.to());
  }

  /** «كشف النقاب عن»: nobody is named who did. */
  private static boolean isUnveiled(Line line, Cues.Match cue) {
    return line.key(cue.to()).equals("النقاب");
  }

  /** «بين»: a verb where it opens the sentence before «أن», a preposition elsewhere. */
  private boolean isBetween(Line line, Cues.Match cue) {
    boolean opens = cue.from() == 0 || (cue.from() == 1 && line.key(0).equals("و"));
    return ArabicWords.withoutJoint(line.key(cue.from())).equals("بين")
        && line.token(cue.from()).text().indexOf('ّ') < 0
        && !(opens && ArabicWords.isThat(line, cue.to()))
        && !(opens && isSomebody(line, cue.to()) && takesThat(line, cue.to() + 1, FAR_THAT));
  }

  /** «وبين الشبل أن», «وبين المدير أن»: whoever the sentence begins with. */
  private boolean isSomebody(Line line, int at) {
    String bare = ArabicWords.stripped(line.key(at));
    return line.families().has(line.key(at))
        || line.knownAt(at).isPresent()
        || words.has("title", line.key(at))
        || words.has("role", bare)
        || words.has("source", bare);
  }

  /** «أدانت المحكمة فلانا»: a verdict. */
  private static boolean isVerdict(Line line, Cues.Match cue) {
    String who = ArabicWords.stripped(line.key(cue.to()));
    boolean jury = who.equals("هيءه") && line.key(cue.to() + 1).endsWith("محلفين");
    return cue.rule().cues().contains("أدان")
        && (jury || who.equals("محكمه") || who.equals("محلفون") || who.equals("قاضي"));
  }

  /** Whether a verb is part of what another one says, or describes the noun before it. */
  boolean isOfAnother(Line line, Cues.Match cue, List<Find> before) {
    return isNested(line, cue, before) || isDescribing(line, cue);
  }

  private static boolean isNegated(Line line, int index) {
    String before = line.key(index - 1);
    return switch (before) {
      case "لم", "لا", "لن", "ولم", "ولا", "ولن", "دون", "ليس", "لو", "ما" ->
          !before.equals("ما") || line.key(index - 2).isEmpty();
      default -> false;
    };
  }

  /** «أن يقول»: wished or possible, not said. */
  private static boolean isWish(Line line, Cues.Match cue) {
    String before = line.key(cue.from() - 1);
    String time = line.key(cue.from() - 2);
    boolean afterwards = // «بعد أن قال مسؤول إنه»: it was said
        time.endsWith("بعد") && !cue.present() && takesThat(line, cue.to(), NEAR_THAT);
    boolean temporal =
        (time.endsWith("بعد") && !afterwards)
            || time.endsWith("قبل")
            || time.endsWith("دون")
            || time.endsWith("منذ");
    boolean speaks = time.endsWith("قبل") && ArabicContent.hasQuoteOrColon(line, cue.to(), 5);
    return (cue.present() || temporal)
        && !speaks
        && (before.equals("ان") || before.equals("بان") || before.equals("لان"));
  }

  private static boolean takesThat(Line line, int from, int reach) {
    for (int i = from; i < from + reach && line.isWord(i); i++) {
      if (ArabicWords.isThat(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** «طلب عدم الكشف عن هويته», «رفض ذكر اسمه»: says nothing. */
  private boolean isAnonymity(Line line, Cues.Match cue) {
    for (int i = cue.to(); i < Math.min(line.size(), cue.to() + 5); i++) {
      if (i > cue.to() && words.has("relative", line.key(i))) {
        return false; // «قال الطالب الذي لم يذكر اسمه»
      }
      if (words.has("unnamed", line.key(i)) && words.has("under-name", line.key(i + 1))) {
        return false; // «قال متحدث طلب عدم نشر اسمه»: another verb's
      }
      switch (line.key(i)) {
        case "اسمه", "اسمها", "هويته", "هويتها", "اسماءهم", "اسماءهم،", "هويتهم", "هوياتهم" -> {
          return true;
        }
        default -> {
          if (line.isMark(i)) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /** «أعلنت البلاد حال الطوارئ»: a deed. */
  private static boolean isDeclared(Line line, Cues.Match cue) {
    for (int i = cue.to(); i < cue.to() + NEAR_STATE && !ArabicWords.isThat(line, i); i++) {
      if (STATES.contains(line.key(i))) {
        return cue.rule().cues().contains("أعلن")
            && (line.key(i - 1).equals("حال") || line.key(i - 1).equals("حاله"));
      }
    }
    return false;
  }

  /** «هناك ما يدعو إلى القلق»: nobody does. */
  private static boolean isCalledFor(Line line, Cues.Match cue) {
    String before = line.key(cue.from() - 1);
    return line.key(cue.from()).endsWith("دعو") && (before.equals("ما") || before.equals("مما"));
  }

  /** «في مؤتمر، عقب الجلسة»: inside a sentence it says when. */
  private static boolean isAfter(Line line, Cues.Match cue) {
    return cue.from() > 0 && line.key(cue.from()).equals("عقب");
  }

  /** «يبين هذا أن», «يقول الحقيقة»: a fact shows it, nobody says it. */
  private boolean isShown(Line line, Cues.Match cue) {
    if (words.has("truth", ArabicWords.stripped(line.key(cue.to())))) {
      return true;
    }
    return switch (line.key(cue.to())) {
      case "هذا", "هذه", "ذلك", "تلك" ->
          ArabicWords.isThat(line, cue.to() + 1) || !maySpeak(line, cue.to() + 1);
      default -> false;
    };
  }

  /** «وأكد هذا التقارب على»: no «هذا المسؤول», no «هذه الصحيفة». */
  private boolean maySpeak(Line line, int at) {
    String noun = ArabicWords.stripped(line.key(at));
    return !line.key(at).startsWith("ال")
        || words.has("role", noun)
        || words.has("source", noun)
        || words.has("body", noun)
        || words.has("paper", noun)
        || words.has("utterance", noun)
        || words.has("somebody", noun)
        || words.has("outlet-noun", noun)
        || line.knownAt(at).isPresent();
  }

  /** «قال زيد إن عمرا أبلغ المجلس بأن»: what Amr told is part of what Zayd said. */
  private boolean isNested(Line line, Cues.Match cue, List<Find> before) {
    if (before.isEmpty() || ArabicClauses.isJoined(line, cue)) {
      return false;
    }
    int floor = before.getLast().cueTo();
    for (int i = cue.from() - 1; i > Math.max(floor, cue.from() - 6); i--) {
      if (line.isMark(i) || line.isQuote(i) || words.has("preposition", line.key(i))) {
        return false;
      }
      if (ArabicWords.isThat(line, i)) {
        boolean but = BUT.contains(line.key(i - 1)); // «غير أن فلانا أكد»
        return !but && (i < cue.from() - 1 || line.key(i).length() > 3);
      }
    }
    return false;
  }

  /** «مظاهرات تطالب الحكومة»: a verb that describes the noun before it. */
  private boolean isDescribing(Line line, Cues.Match cue) {
    if (!cue.present()
        || !cue.rule().content().contains("ب")
        || ArabicClauses.isJoined(line, cue)) {
      return false;
    }
    int noun = cue.from() - 1;
    String key = line.key(noun);
    boolean plain =
        line.isWord(noun)
            && !key.startsWith("ال")
            && !words.has("opener", key)
            && !words.has("particle", key)
            && !words.has("time", key)
            && !words.has("relative", key)
            && !words.has("preposition", key);
    return plain && key.endsWith("ات") && noun > 0;
  }
}
