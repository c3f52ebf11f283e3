package news.isnad.text;

import java.util.Locale;

/**
 * How far two spellings of names are apart: 0 for the usual transliteration or the same spelling,
 * around .1 for a common variant, above .2 for different names. Between scripts it is the cost of
 * the cheapest alignment of their letters, in one script a weighted edit distance; both are divided
 * by the mean length of the two.
 *
 * <p>Arabic clitics before a name cost a little: the article less than a preposition.
 *
 * <p>Made from one name and asked for many, which saves half of the work. Immutable.
 */
public final class NameDistance {
  /** The distance from or to a word without letters. */
  public static final double NONE_IN_COMMON = 9;

  private static final double ROUNDING = 1e-6;
  private static final double SERVANT = .1;
  private static final double ARTICLE = .05;
  private static final double CLITIC_AND_ARTICLE = .25;
  private static final double PREPOSITION = .45;

  private final String folded;
  private final boolean arabic;
  private final String latinLetters;
  private final ScriptAlignment alignment;

  /** Of what follows "abdel-" and the like, which Arabic prints apart; the same where none does. */
  private final ScriptAlignment servantOf;

  private final int servant;

  private NameDistance(String name) {
    folded = folded(name);
    arabic = NameKeys.isArabic(folded);
    latinLetters = arabic ? "" : NameKeys.latinLetters(folded);
    alignment = new ScriptAlignment(latinLetters);
    String of = NameKeys.withoutServant(latinLetters);
    servant = latinLetters.length() - of.length();
    servantOf = servant == 0 ? alignment : new ScriptAlignment(of);
  }

  /** Distances from this name, a single word in either script. */
  public static NameDistance from(String name) {
    return new NameDistance(name);
  }

  /** The distance between two names, each a single word in either script. */
  public static double between(String one, String other) {
    return from(one).to(other);
  }

  /** The distance to another name. */
  public double to(String other) {
    return to(other, NONE_IN_COMMON);
  }

  /**
   * The distance to another name where it is not greater than a limit; else something greater. Most
   * names are soon seen to be too far.
   */
  public double to(String other, double limit) {
    String to = folded(other);
    boolean arabicTo = NameKeys.isArabic(to);
    if (arabic && arabicTo) {
      return inArabic(folded, to, limit);
    }
    if (!arabic && !arabicTo) {
      String letters = NameKeys.latinLetters(to);
      double cost =
          SpellingDistance.between(latinLetters, letters, most(limit, latinLetters, letters));
      return shared(cost, latinLetters, letters);
    }
    return arabic ? from(to).across(folded, limit) : across(to, limit);
  }

  private static String folded(String name) {
    String folded = Folding.fold(name);
    return folded.length() > Words.MAX_LENGTH ? folded.substring(0, Words.MAX_LENGTH) : folded;
  }

  private double across(String word, double limit) {
    double best = NONE_IN_COMMON;
    for (String form : NameKeys.withoutClitics(word)) {
      String plain = withoutSeats(form);
      double most = most(limit, latinLetters, plain);
      double cost = alignment.cost(plain, most) + (form.equals(word) ? 0 : clitic(word));
      best = Math.min(best, shared(cost, latinLetters, plain));
      if (servant > 0 && (word.startsWith("ال") || word.startsWith("وال"))) {
        double apart = servantOf.cost(plain, most) + SERVANT;
        best = Math.min(best, shared(apart, latinLetters.substring(servant), plain));
      }
    }
    return best;
  }

  private static double inArabic(String one, String other, double limit) {
    double best = NONE_IN_COMMON;
    String from = oneLetter(withoutSeats(one));
    for (String form : NameKeys.withoutClitics(other)) {
      String plain = oneLetter(withoutSeats(form));
      double cost =
          SpellingDistance.between(from, plain, most(limit, from, plain))
              + (form.equals(other) ? 0 : clitic(other));
      best = Math.min(best, shared(cost, from, plain));
    }
    return best;
  }

  /** The cost that makes a distance of this limit. */
  private static double most(double limit, String one, String other) {
    return limit * (one.length() + other.length()) / 2 + ROUNDING;
  }

  private static double shared(double cost, String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return NONE_IN_COMMON;
    }
    return Math.min(NONE_IN_COMMON, 2 * cost / (one.length() + other.length()));
  }

  private static double clitic(String word) {
    if (word.startsWith("ال")) {
      return ARTICLE;
    }
    boolean withArticle = word.startsWith("وال") || word.startsWith("بال") || word.startsWith("لل");
    return withArticle ? CLITIC_AND_ARTICLE : PREPOSITION;
  }

  /** Two letters for one foreign sound, which other newsrooms write with one: «تش», «دج». */
  private static String oneLetter(String word) {
    return word.replace("تش", "ش")
        .replace("دج", "ج")
        .replace("دغ", "غ")
        .replace("تس", "س")
        .replace("تز", "ز");
  }

  /** Hamza counts for the letter that carries it, alone it counts nothing. */
  private static String withoutSeats(String word) {
    return word.replace('ؤ', 'و').replace('ئ', 'ي').replace("ء", "");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "distance from %s", folded);
  }
}
