package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.lexicon.Kind;
import news.isnad.speaker.Find.Subject;

/**
 * Says where the subject of an Arabic verb ends when nothing but its object follows. Immutable.
 *
 * <ul>
 *   <li>A name is a given name and one more word, or more given names and «بن», «أبو», «فان».
 *   <li>A body ends behind a word with the article, unless an adjective follows.
 *   <li>A noun with a possessive pronoun, or with ب where the cue asks for ب, is no longer part.
 * </ul>
 */
final class ArabicObjects {
  private static final Set<String> JOINTS =
      Set.of("بن", "ابن", "ابو", "ال", "عبد", "فان", "دي", "دو", "لا", "لو", "او", "فون", "اوف");

  private final WordClasses words;

  ArabicObjects(WordClasses words) {
    this.words = words;
  }

  /**
   * A phrase that nothing ends before its object, cut where the object begins: «وأكد سامي درويش |
   * أهمية», «أعلنت شركة المراكب | شراء», «طالبت النقابة | برفع».
   *
   * @param lightly only names and nouns with the article are cut
   */
  Subject.Phrase shortened(Line line, Subject.Phrase phrase, Rule rule, boolean lightly) {
    String head = ArabicWords.stripped(line.key(phrase.from()));
    boolean headed =
        words.has("role", head) || words.has("body", head) || words.has("source", head);
    if (lightly && headed && !line.key(phrase.from()).startsWith("ال")) {
      return phrase;
    }
    for (int i = phrase.from() + 1; i < phrase.to(); i++) {
      String key = line.key(i);
      boolean object =
          !lightly
              && rule.content().contains("ب")
              && key.startsWith("ب")
              && key.length() > 3
              && line.knownAt(i).isEmpty()
              && !isGivenName(line, i);
      boolean owned =
          ArabicSubjects.isPossessed(line.token(i))
              && line.knownAt(i).isEmpty()
              && !(headed && i == phrase.from() + 1);
      boolean deed =
          i >= phrase.from() + 2
              && words.has("deed", key)
              && (line.key(i - 1).startsWith("ال") || line.knownAt(i - 1).isPresent())
              && !line.key(phrase.from()).startsWith("ال");
      if (object || owned || deed || endsAt(line, phrase, i)) {
        return Subject.Phrase.of(phrase.from(), i);
      }
    }
    return phrase;
  }

  private boolean endsAt(Line line, Subject.Phrase phrase, int i) {
    int from = phrase.from();
    String head = ArabicWords.stripped(line.key(from));
    boolean article = line.key(i).startsWith("ال");
    boolean before = line.key(i - 1).startsWith("ال");
    Optional<Line.Named> known = line.knownAt(i - 1);
    boolean role = words.has("role", head);
    boolean person = known.isPresent() && known.get().name().kind() == Kind.PERSON;
    if (known.isPresent() && known.get().to() == i && (person || !role)) {
      boolean described =
          article && known.get().name().kind() != Kind.PERSON && isAdjective(line.key(i));
      return !described && !words.has("role", ArabicWords.stripped(line.key(i)));
    }
    if (known.isPresent()) {
      return false;
    }
    if (role || words.has("title", line.key(from))) {
      int name = given(line, from + 1, phrase.to());
      return name > from && i >= name + 2 && !isGivenName(line, i - 1) && !isJoint(line, i - 1);
    }
    int called = line.key(from).startsWith("ال") ? given(line, from + 1, phrase.to()) : -1;
    if (called > from && called <= from + 3 && !words.has("body", head)) {
      // «المنتج جابر الصافي»: a role that no table lists
      return i >= called + 2 && !isGivenName(line, i - 1) && !isJoint(line, i - 1);
    }
    if (words.has("body", head) || words.has("source", head) || line.key(from).startsWith("ال")) {
      boolean adjective = article && isAdjective(line.key(i));
      boolean joined = words.has("preposition", line.key(i)) || line.key(i).startsWith("و");
      return before
          && !joined
          && !adjective
          && (!article || i > from + 1 || line.key(from).startsWith("ال"));
    }
    return i >= from + 2 && !isGivenName(line, i - 1) && !isJoint(line, i - 1);
  }

  private int given(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGivenName(line, i)) {
        return i;
      }
    }
    return -1;
  }

  boolean isGivenName(Line line, int i) {
    return (words.has("male-name", line.key(i)) || words.has("female-name", line.key(i)))
        && !line.token(i).text().endsWith("على");
  }

  /** «بن», «أبو», «فان»: the name goes on. */
  static boolean isJoint(Line line, int i) {
    return JOINTS.contains(line.key(i));
  }

  private static boolean isAdjective(String key) {
    return key.endsWith("ي") || key.endsWith("يه") || key.endsWith("يون") || key.endsWith("يين");
  }
}
