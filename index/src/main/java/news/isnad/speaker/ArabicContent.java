package news.isnad.speaker;

import java.util.Set;

/**
 * Says whether what a cue needs stands beside it: a clause, a quotation, a preposition. Immutable.
 */
final class ArabicContent {
  /** Kinds of content that may be a clause or a quotation. */
  private static final Set<String> OWN_WORDS =
      Set.of("any", "clause", "quote", "label", "ب", "ل", "silence", "object", "paper");

  /** As far behind a verb that opens a sentence the colon may stand. */
  private static final int FAR = 28;

  private static final Set<String> BY_SAYING = Set.of("بقوله", "بقولها", "بقولهم", "بالقول");

  /** «مرسيليا، فرنسا (وكالة الشرق) أكد»: words and marks of a dateline. */
  private static final int FARTHEST_DATELINE = 12;

  /** As far from its head a verb stands that opens a sentence: «لكن فلانا أضاف». */
  private static final int NEAR_HEAD = 2;

  private static final Set<String> IS = Set.of("وهو", "وهي", "وهم");

  private final WordClasses words;

  ArabicContent(WordClasses words) {
    this.words = words;
  }

  /** «بقوله»: what was said follows. */
  static boolean isBySaying(String key) {
    return BY_SAYING.contains(key);
  }

  /** Whether a verb opens its sentence, behind a dateline or not. */
  private boolean isAtHead(Line line, Cues.Match cue) {
    return cue.from() <= NEAR_HEAD
        || (line.key(cue.from() - 1).equals(")") && cue.from() <= FARTHEST_DATELINE)
        || (line.isMark(cue.from() - 1) && words.isPreposition(line.key(0)));
  }

  boolean fits(Line line, Cues.Match cue, int from, boolean strict) {
    Rule rule = cue.rule();
    if (rule.content().contains("silence")) {
      return classWithin(line, cue.to(), 9);
    }
    int at = skipInserted(line, from);
    if (line.key(at).equals("،") || line.key(at).equals(",")) {
      at++;
    }
    if (BY_SAYING.contains(line.key(at))) {
      return true; // «وتضيف فلانة بقولها»
    }
    boolean own = rule.content().stream().anyMatch(OWN_WORDS::contains);
    if (own && (ArabicWords.isThat(line, at) || line.key(at).equals(":") || line.isQuote(at))) {
      return true;
    }
    if (fits(line, cue, at, strict, rule)) {
      return true;
    }
    int behind = behindInsertion(line, at);
    return behind > at && fits(line, cue, behind, strict, rule);
  }

  /** «..., في بيان، ...»: where the sentence goes on; {@code at} without an insertion. */
  private int behindInsertion(Line line, int at) {
    boolean comma = line.key(at - 1).equals("،") || line.key(at - 1).equals(",");
    boolean describes = IS.contains(line.key(at));
    if (!comma
        || !(describes
            || words.has("preposition", line.key(at))
            || words.has("time", line.key(at)))) {
      return at;
    }
    for (int i = at; i < Math.min(line.size(), at + FAR); i++) {
      if (line.key(i).equals("،") || line.key(i).equals(",")) {
        return i + 1;
      }
    }
    return at;
  }

  private boolean fits(Line line, Cues.Match cue, int at, boolean strict, Rule rule) {
    for (String want : rule.content()) {
      switch (want) {
        case "any" -> {
          if (!strict || at < line.size()) {
            return true;
          }
        }
        case "clause" -> {
          if (thatWithin(line, at, isAtHead(line, cue) && !cue.present() ? FAR : 14)
              || hasQuoteOrColon(line, at, 10)
              || quoteBefore(line, cue)
              || (cue.from() <= NEAR_HEAD && hasColonBeforeQuote(line, at))) {
            return true;
          }
        }
        case "quote" -> {
          if (hasQuoteOrColon(line, at, 14)
              || quoteBefore(line, cue)
              || (cue.from() <= NEAR_HEAD && hasColonBeforeQuote(line, at))) {
            return true;
          }
        }
        case "label" -> {
          if (hasQuoteOrColon(line, at, 14)
              || isLabelled(line, at)
              || within(line, at, isAtHead(line, cue) ? FAR : 12, "بان")
              || thatWithin(line, at, 12)) {
            return true;
          }
        }
        case "ب" -> {
          if ((line.key(at).startsWith("ب") && line.key(at).length() > 3)
              || withinClitic(line, at, 4)) {
            return true;
          }
        }
        case "deed" -> {
          String deed = line.key(at);
          if (words.has("deed", deed) || words.has("deed", ArabicWords.stripped(deed))) {
            return true; // «وأوضح فلان، عميد الكلية، جاهزية المستشفى»
          }
        }
        case "ل" -> {
          if (within(line, at, rule.content().contains("far") ? FAR : 4, "ل")) {
            return true;
          }
        }
        default -> {
          if (wordWithin(line, at, reach(line, cue, at), Tokens.key(want))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** «وأعرب في حديث لوكالة الساحل عن»: an insertion stands between. */
  private int reach(Line line, Cues.Match cue, int at) {
    boolean inserted = cue.from() == 0 && words.has("preposition", line.key(at));
    boolean counterpart = line.key(at).startsWith("نظير"); // «حذر الرئيس نظيره الفرنسي فلانا من»
    return cue.rule().content().contains("far") ? 16 : inserted || counterpart ? 10 : 4;
  }

  private boolean withinClitic(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (line.isMark(i)) {
        return false;
      }
      if (line.key(i).startsWith("ب")
          && line.key(i).length() >= 4
          && !line.key(i).startsWith("بعض")) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Line line, int from, int reach, String start) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (line.key(i).startsWith(start) && line.key(i).length() > start.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordWithin(Line line, int from, int reach, String word) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (line.key(i).equals(word) || line.key(i).equals("ب" + word)) {
        return true;
      }
    }
    return false;
  }

  boolean thatWithin(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (line.isMark(i) && line.key(i).equals(".")) {
        return false;
      }
      if (ArabicWords.isThat(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** «صرح فلان، وهو ...، ردا على ...: "..."», «صرح فلان في حديث للقناة أمس، "..."». */
  private static boolean hasColonBeforeQuote(Line line, int from) {
    for (int i = from; i < Math.min(line.size() - 1, from + FAR); i++) {
      if (line.key(i).equals(":")) {
        return line.isQuote(i + 1);
      }
      if (isComma(line, i) && line.isQuote(i + 1) && !line.isShortQuoteAt(i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** «بـ"الكارثة"» */
  private static boolean isLabelled(Line line, int from) {
    for (int i = from; i < Math.min(line.size(), from + 12); i++) {
      if (line.isMark(i) && !line.key(i).equals("(") && !line.key(i).equals(")")) {
        return false;
      }
      if (line.isQuote(i) && line.key(i - 1).equals("ب")) {
        return true;
      }
    }
    return false;
  }

  static boolean hasQuoteOrColon(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if ((line.isQuote(i) && !line.isShortQuoteAt(i + 1) && !line.isShortQuoteAt(i - 1))
          || line.key(i).equals(":")) {
        return true;
      }
      if (line.isQuote(i) && i <= from + 1) {
        return true;
      }
    }
    return false;
  }

  static boolean quoteBefore(Line line, Cues.Match cue) {
    return line.pieces().stream()
        .anyMatch(
            p ->
                p.to() <= cue.from()
                    && p.size() > (p.from() <= 1 ? 1 : 2)
                    && cue.from() - p.to() <= 4
                    && !(p.from() > 1 && line.isShortQuoteAt(p.from())));
  }

  /** Adverbs and times between verb and subject. */
  int skipInserted(Line line, int from) {
    int at = from;
    int steps = 0;
    while (at < line.size() && steps < 5) {
      String key = line.key(at);
      if (words.has("manner-noun", key) && isPlainWord(line, at + 1)) {
        at += 2;
      } else if (words.has("time", key) && !line.isQuoted(at)) {
        at++;
      } else if ((key.equals("النظر") || key.equals("الانتباه"))
          && line.key(at + 1).equals("الي")) {
        at++; // «ولفت النظر إلى أن»
      } else if ((key.equals("من") || key.equals("علي"))
          && (line.key(at + 1).startsWith("جانب")
              || line.key(at + 1).startsWith("جهت")
              || line.key(at + 1).startsWith("ناحيت"))) {
        at += 2;
      } else if (key.equals("في")
          && (line.key(at + 1).equals("هذا") || line.key(at + 1).equals("ذات"))
          && line.isWord(at + 2)) {
        at += 3;
      } else {
        break;
      }
      steps++;
    }
    return behindDescription(line, at);
  }

  /** «بنبرة جافة»: the adjective. */
  private static boolean isPlainWord(Line line, int at) {
    return line.isWord(at) && !line.key(at).startsWith("ال") && !line.isQuoted(at);
  }

  /** «..., وهو أحد القادة، أنه ...»: where what was said begins; {@code at} without such words. */
  private int behindDescription(Line line, int at) {
    if (!isComma(line, at) || !IS.contains(line.key(at + 1))) {
      return at;
    }
    for (int i = at + 2; i < Math.min(line.size(), at + FAR); i++) {
      boolean said = ArabicWords.isThat(line, i) || line.key(i).equals(":");
      if (said || (line.isQuote(i) && isComma(line, i - 1))) {
        return i;
      }
    }
    return at;
  }

  private static boolean isComma(Line line, int at) {
    return line.key(at).equals("،") || line.key(at).equals(",");
  }

  private boolean classWithin(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (words.has("silence", line.key(i))) {
        return true;
      }
    }
    return false;
  }
}
