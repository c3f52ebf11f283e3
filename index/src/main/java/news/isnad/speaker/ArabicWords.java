package news.isnad.speaker;

import java.util.List;
import java.util.Set;
import news.isnad.text.Remembered;

/** What Arabic words look like: clitics, the article, complementizers. Stateless. */
final class ArabicWords {
  private static final Set<String> THAT =
      Set.of("ان", "انه", "انها", "انهم", "انهما", "انهن", "انني", "اننا", "اني", "انك");

  private static final Set<String> SELF =
      Set.of("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "ذاتهم", "عينه", "عينها");

  private static final Set<String> WHEN = Set.of("عقب", "خلال", "اثناء", "بعد", "قبل", "عندما");

  private static final Set<String> POSSESSED = Set.of("نا", "ها", "هم", "كم", "هما");

  /** Beginnings of words whose first letter is no joint. */
  private static final List<String> WHOLE =
      List.of(
          "وزير", "وزار", "وزراء", "وكال", "وكيل", "ولي", "وسيط", "وثيق", "وثائق", "والد", "وسائل",
          "وفد", "ولاي", "وسط", "وفق", "وقت", "واشنطن", "فريق", "فنان", "فصيل", "فصائل", "فرق",
          "فيسبوك", "فضائي", "فيديو", "فرنس", "فلسطين", "فيفا");

  private static final Remembered<String> STRIPPED = new Remembered<>(ArabicWords::bare);
  private static final Remembered<String> WITHOUT_JOINT = new Remembered<>(ArabicWords::unjoined);

  private ArabicWords() {}

  /** The word without joint, article and the ل or ب before it. */
  static String stripped(String key) {
    return key.length() > 3 ? STRIPPED.of(key) : key;
  }

  private static String bare(String key) {
    String rest = withoutJoint(key);
    if (rest.length() > 4 && rest.startsWith("لل")) {
      return rest.substring(2);
    }
    if (rest.length() > 4 && rest.startsWith("ال")) {
      return rest.substring(2);
    }
    if (rest.length() > 5 && (rest.startsWith("بال") || rest.startsWith("كال"))) {
      return rest.substring(3);
    }
    return rest;
  }

  static String withoutJoint(String key) {
    return key.length() <= 3 || (key.charAt(0) != 'و' && key.charAt(0) != 'ف')
        ? key
        : WITHOUT_JOINT.of(key);
  }

  private static String unjoined(String key) {
    for (String whole : WHOLE) {
      if (key.startsWith(whole)) {
        return key;
      }
    }
    return key.substring(1);
  }

  /** إن, أن and their forms with pronouns and ب. */
  static boolean isThat(Line line, int index) {
    String key = withoutJoint(line.key(index));
    if (key.isEmpty() || line.isKnownPersonAt(index) || isOfCnn(line, index)) { // «بان كي مون»
      return false;
    }
    if (key.length() > 2
        && (key.charAt(0) == 'ب' || key.charAt(0) == 'ل')
        && THAT.contains(key.substring(1))) {
      key = key.substring(1);
    }
    return THAT.contains(key)
        || line.token(index).text().equals("ألا")
        || isGlued(line.token(index).text());
  }

  /** «لسي إن إن»: two letters of a name. */
  private static boolean isOfCnn(Line line, int index) {
    String next = line.key(index + 1);
    boolean first = line.key(index - 1).endsWith("سي") && (next.equals("ان") || next.equals("بي"));
    boolean second = line.key(index - 1).equals("ان") && line.key(index - 2).endsWith("سي");
    return line.key(index).equals("ان") && (first || second);
  }

  /** «إنالجسر»: a space is missing. */
  private static boolean isGlued(String text) {
    return text.length() > 6 && (text.startsWith("إنال") || text.startsWith("أنال"));
  }

  /** The word that carries a ل, without it; «للبيت» gives «البيت». */
  static String withoutFor(String word) {
    if (word.startsWith("لل") && word.length() > 3) {
      return "ال" + word.substring(2);
    }
    return word.startsWith("ل") && word.length() > 2 ? word.substring(1) : word;
  }

  /** «شهادته», «تصريحاتهم», «توقعنا»: a noun with a possessive pronoun. */
  static boolean isPossessed(String key) {
    for (String ending : POSSESSED) {
      if (key.length() >= ending.length() + 3 && key.endsWith(ending)) {
        return true;
      }
    }
    return key.endsWith("ته") && key.length() > 4;
  }

  /** As printed: «بلادنا», «منزله»; of more words than {@link #isPossessed}. */
  static boolean isOwned(Token token) {
    return token.key().length() > 4
        && !token.key().startsWith("ال")
        && (token.key().endsWith("نا")
            || token.key().endsWith("ها")
            || token.key().endsWith("هم")
            || token.text().endsWith("ه"));
  }

  /** A printed tanwin behind the last letter marks an adverb. */
  static boolean isAdverbial(Token token) {
    String text = token.text();
    return text.endsWith("ًا") || text.endsWith("اً") || text.endsWith("ً");
  }

  /** «ذُكر»: a printed damma behind the first letter. */
  static boolean isPassive(Token token) {
    int damma = token.text().indexOf('\u064F');
    return damma == 1 || (damma == 2 && "وف".indexOf(token.text().charAt(0)) >= 0);
  }

  /** «المتحدث باسمها», «الناطق بلسانهم». */
  static boolean speaksForThem(String key) {
    return switch (key) {
      case "باسمه", "باسمها", "باسمهم", "بلسانه", "بلسانها", "بلسانهم" -> true;
      default -> false;
    };
  }

  /** «الباحثة نفسها», «المدرب ذاته»: belongs to no name. */
  static boolean isSelf(String key) {
    return SELF.contains(key);
  }

  /** «بعد», «خلال»: begins what says when, and is no description any more. */
  static boolean isWhen(String key) {
    return WHEN.contains(key);
  }

  /** With the article: «المصري», «الفرنسية», «المحليون». */
  static boolean isAdjective(String key) {
    return (key.startsWith("ال") && (key.endsWith("ي") || key.endsWith("يه")) && key.length() > 5)
        || (key.startsWith("ال") && (key.endsWith("ون") || key.endsWith("ين")));
  }
}
