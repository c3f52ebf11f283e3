package news.isnad.speaker;

import java.util.Set;

/**
 * Words that stand where a subject could and are none: they say how, with what, or to whom.
 * Whatever a table knows as a name is no such word. Immutable.
 */
final class ArabicAdjuncts {
  private static final Set<String> BOUND =
      Set.of(
          "له", "لها", "لهم", "به", "بها", "فيه", "فيها", "عنه", "عنها", "منه", "منها", "اليه",
          "اليها", "عليه", "عليها", "لنا", "لي", "وذلك", "معه", "معها", "معهم", "لديه", "لديها",
          "منهما", "لهما", "عليهما", "اليهما", "بهما", "عنهما", "فيهما", "معهما", "عنهم", "منهم",
          "فيهم", "بهم", "عليهم", "اليهم", "بذلك", "لذلك");

  private static final Set<String> ABOUT_THAT =
      Set.of("بان", "بانه", "بانها", "بانهم", "بانهما", "باننا", "بانني", "بانك");

  private final WordClasses words;
  private final ArabicGivenNames names;

  ArabicAdjuncts(WordClasses words, ArabicGivenNames names) {
    this.words = words;
    this.names = names;
  }

  /** True for a word that cannot be the first of a subject. */
  boolean begins(Line line, int at) {
    return isBound(line.key(at))
        || isManner(line, at)
        || isCircumstance(line, at)
        || isAccusative(line, at)
        || isWithNoun(line, at);
  }

  /** «معه», «عليه»: stands between a verb and its subject. */
  boolean isPointing(String key) {
    return key.length() > 2
        && isBound(key)
        && !isWithBa(key)
        && !key.startsWith("لل")
        && !ABOUT_THAT.contains(key); // «وقال بأن المعارضة ...»: that she
  }

  /** ب + pronoun and the like cannot be a subject. */
  private boolean isBound(String key) {
    return BOUND.contains(key)
        || (key.startsWith("بان") && key.length() > 2)
        || key.startsWith("لل")
        || key.equals("بالقول")
        || isWithBa(key)
        || key.equals("لرويترز");
  }

  /** «باقتضاب», «بتوزيع», «بلهجة حازمة»: how, or what. */
  private boolean isManner(Line line, int at) {
    String key = line.key(at);
    if (!key.startsWith("ب")
        || key.length() < 5
        || line.knownAt(at).isPresent()
        || line.families().has(key)
        || words.has("body", key)
        || words.has("role", key)
        || names.isGivenName(line, at)) {
      return false;
    }
    String rest = key.substring(1);
    boolean shaped =
        (rest.length() > 4 && rest.startsWith("ا") && rest.charAt(rest.length() - 2) == 'ا')
            || (rest.length() == 5 && rest.startsWith("ت") && rest.charAt(3) == 'ي');
    return shaped || words.isThing(rest);
  }

  /** «مستذكرا», «مازحة»: in which way it was said. */
  boolean isCircumstance(Line line, int at) {
    String key = line.key(at);
    boolean said = line.key(at + 1).equals(":") || line.isQuote(at + 1);
    return said
        && key.startsWith("م")
        && key.length() >= 5
        && (key.endsWith("ا") || key.endsWith("ه"))
        && line.knownAt(at).isEmpty()
        && !words.has("role", key)
        && !words.has("body", key)
        && !words.has("source", key)
        && !names.isGivenName(line, at);
  }

  /** «ودعا المواطنين»: the object, by its ending. */
  private boolean isAccusative(Line line, int at) {
    String key = line.key(at);
    return key.startsWith("ال")
        && key.endsWith("ين")
        && key.length() > 7
        && !line.key(at - 1).endsWith("لكن") // «لكن المنتقدين يقولون»
        && line.knownAt(at).isEmpty()
        && !words.has("source", ArabicWords.stripped(key))
        && !names.isGivenName(line, at);
  }

  /** «بفوز الفيلم»: a noun behind ب that owns the next one. */
  private boolean isWithNoun(Line line, int at) {
    String next = line.key(at + 1);
    return line.key(at).startsWith("ب")
        && line.key(at).length() > 3
        && next.startsWith("ال")
        && !words.has("relative", next)
        && !words.has("time", next)
        && !words.has("body", line.key(at))
        && line.knownAt(at).isEmpty()
        && !names.isGivenName(line, at);
  }

  /** «بشهادته», «بالسلاح»: with, by. Foreign names that begin with ب stay. */
  boolean isWithBa(String key) {
    if (!key.startsWith("ب") || key.length() < 5) {
      return false;
    }
    String rest = key.substring(1);
    return (rest.startsWith("ال") && rest.length() >= 4)
        || ArabicWords.isPossessed(rest)
        || (rest.endsWith("ه") && !words.has("body", key))
        || words.has("source", rest)
        || words.has("body", rest)
        || words.has("event", rest)
        || words.has("deed", rest);
  }
}
