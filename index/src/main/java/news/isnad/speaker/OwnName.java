package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;

/**
 * The name of the outlet that an article stands in, however the article prints it: "told CNN" and
 * «قال لشبكة سي إن إن» on a page of cnn.com credit nobody else. Immutable.
 */
final class OwnName {
  /** What names of outlets have besides: words for the kind of medium. */
  private static final Set<String> KINDS =
      Set.of(
          "news",
          "newspaper",
          "paper",
          "magazine",
          "website",
          "site",
          "channel",
          "network",
          "agency",
          "online",
          "tv",
          "صحيفه",
          "جريده",
          "مجله",
          "موقع",
          "شبكه",
          "قناه",
          "وكاله",
          "اذاعه",
          "تلفزيون",
          "انباء",
          "الاخباريه",
          "دوت",
          "كوم");

  private static final Pattern ENDING = Pattern.compile("\\.(com|net|org|co\\.uk)$|-(en|ar)$");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final double SAME_NAME = 0.15;
  private static final int SHORTEST = 4;

  private final String key;
  private final String letters;
  private final Optional<String> id;
  private final Outlets outlets;

  OwnName(String outlet, Outlets outlets) {
    this.key = Outlets.key(ENDING.matcher(outlet).replaceFirst(""));
    this.letters = letters(outlet);
    this.id = outlets.idOfLetters(letters);
    this.outlets = outlets;
  }

  /** The letters of a name alone, without what kind of medium it is. */
  static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (String word : Outlets.key(ENDING.matcher(name).replaceFirst("")).split(" ", -1)) {
      String bare = NO_LETTER.matcher(word).replaceAll("");
      all.append(bare);
      if (!KINDS.contains(bare)) {
        letters.append(bare);
      }
    }
    return letters.isEmpty() ? all.toString() : letters.toString();
  }

  /** Whether a printed name is this outlet's. */
  boolean is(String printed) {
    String other = Outlets.key(printed);
    String otherLetters = letters(printed);
    return key.equals(other)
        || letters.equals(otherLetters)
        || (id.isPresent() && id.equals(outlets.idOfLetters(otherLetters)))
        || isTransliterated(otherLetters);
  }

  private boolean isTransliterated(String other) {
    return letters.length() >= SHORTEST
        && other.length() >= SHORTEST
        && Language.detect(letters) != Language.detect(other)
        && NameDistance.between(letters, other) <= SAME_NAME;
  }
}
