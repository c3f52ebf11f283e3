package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import news.isnad.text.Remembered;

/**
 * Parts a name from the verb of speech that lost the space before it: «هارموندسونيهاجم» where
 * «هارموندسون» stands alone elsewhere in the article, or before something else; and such a verb
 * from the noun behind it («صرحتالهيئة»), as what is taken over is from its preposition
 * («مقتبسمن»). {@link news.isnad.text.GluedWords} knows boundaries by their letters; this one is
 * known by what the article repeats.
 *
 * <p>Safe for concurrent use.
 */
final class GluedNames {
  private static final int SHORTEST_NAME = 5;
  private static final int SHORTEST_SHARED = 7;
  private static final int SHORTEST_VERB = 4;

  /** With its article. */
  private static final int SHORTEST_NOUN = 6;

  /** What is longer is no name with a verb, and would take long to try. */
  private static final int LONGEST = 40;

  private static final int OFTEN = 2;

  /** Of a shorter word nothing can be parted. */
  private static final int SHORTEST_GLUED = 7;

  private static final int[] NOWHERE = {};

  private static final Set<String> TAKEN_OVER =
      Set.of("مقتبس", "مقتبسه", "مقتبسا", "منقول", "منقوله", "نقلا", "مستشهدا");

  private static final List<String> PREPOSITIONS = List.of("من", "عن");

  private final Remembered<Verbs> verbs;

  /**
   * The verbs in a word: where a name before one would end, the longest first; and the verb before
   * a noun with the article, or nothing.
   */
  private static final class Verbs {
    static final Verbs NONE = new Verbs(NOWHERE, "");

    final int[] behind;
    final String before;

    Verbs(int[] behind, String before) {
      this.behind = behind;
      this.before = before;
    }

    boolean isNone() {
      return behind.length == 0 && before.isEmpty();
    }
  }

  /**
   * @param verb whether a folded word is a verb of speech
   */
  GluedNames(Predicate<String> verb) {
    this.verbs = new Remembered<>(word -> verbs(word, verb));
  }

  private static Verbs verbs(String word, Predicate<String> verb) {
    if (word.length() > LONGEST) {
      return Verbs.NONE;
    }
    IntStream.Builder behind = IntStream.builder();
    for (int end = word.length() - SHORTEST_VERB; end >= SHORTEST_NAME; end--) {
      if (verb.test(Tokens.folded(word.substring(end)))) {
        behind.add(end);
      }
    }
    int[] ends = behind.build().toArray();
    String before = verbBefore(word, verb);
    return ends.length == 0 && before.isEmpty() ? Verbs.NONE : new Verbs(ends, before);
  }

  /**
   * The verb that stands before a noun with the article, or what is taken over before its
   * preposition: «صرحتالهيئة», «مقتبسمن»; nothing without one.
   */
  private static String verbBefore(String word, Predicate<String> verb) {
    int at = word.indexOf("ال", SHORTEST_VERB - 1);
    boolean glued = at > 0 && word.length() - at >= SHORTEST_NOUN;
    if (glued && verb.test(ArabicWords.withoutJoint(Tokens.folded(word.substring(0, at))))) {
      return word.substring(0, at);
    }
    for (String preposition : PREPOSITIONS) {
      String before = word.substring(0, Math.max(0, word.length() - preposition.length()));
      if (word.endsWith(preposition) && TAKEN_OVER.contains(Tokens.folded(before))) {
        return before;
      }
    }
    return "";
  }

  /** The tokens of each sentence, with what was glued parted. */
  List<List<Token>> parted(List<List<Token>> sentences) {
    if (!hasVerb(sentences)) {
      return sentences;
    }
    Map<String, Integer> counts = new HashMap<>();
    sentences.forEach(
        tokens -> tokens.forEach(token -> counts.merge(token.text(), 1, Integer::sum)));
    Set<String> names = new HashSet<>();
    counts.keySet().forEach(word -> name(word, counts).ifPresent(names::add));
    for (String word : counts.keySet()) {
      String before = verbs.of(word).before;
      if (!before.isEmpty()) {
        names.add(before);
      }
    }
    if (names.isEmpty()) {
      return sentences;
    }
    List<List<Token>> parted = new ArrayList<>(sentences.size());
    for (List<Token> tokens : sentences) {
      List<Token> out = new ArrayList<>(tokens.size());
      tokens.forEach(token -> addParted(out, token, names));
      parted.add(out);
    }
    return parted;
  }

  /** Whether any word may have a verb in it. Most articles have none. */
  private boolean hasVerb(List<List<Token>> sentences) {
    for (List<Token> tokens : sentences) {
      for (Token token : tokens) {
        if (token.text().length() >= SHORTEST_GLUED && !verbs.of(token.text()).isNone()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The name that stands before a verb inside a word. */
  private Optional<String> name(String word, Map<String, Integer> counts) {
    for (int end : verbs.of(word).behind) {
      String name = word.substring(0, end);
      if (counts.getOrDefault(name, 0) >= OFTEN || isShared(name, word, counts)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Whether another word begins so too, glued to something else. */
  private static boolean isShared(String name, String word, Map<String, Integer> counts) {
    return name.length() >= SHORTEST_SHARED
        && counts.keySet().stream()
            .anyMatch(other -> other.startsWith(name) && !other.equals(word));
  }

  private static void addParted(List<Token> out, Token token, Set<String> names) {
    String text = token.text();
    boolean whole = token.isWord() && token.end() - token.start() == text.length();
    Optional<String> name =
        whole ? names.stream().filter(one -> isGlued(text, one)).findFirst() : Optional.empty();
    if (name.isEmpty()) {
      out.add(token);
      return;
    }
    int end = name.get().length();
    out.add(part(token, 0, end));
    out.add(part(token, end, text.length()));
  }

  private static boolean isGlued(String text, String name) {
    return text.startsWith(name)
        && (text.length() >= name.length() + SHORTEST_VERB
            || PREPOSITIONS.contains(text.substring(name.length())));
  }

  private static Token part(Token token, int from, int to) {
    String text = token.text().substring(from, to);
    int start = token.start() + from;
    return new Token(start, token.start() + to, text, Tokens.key(text), token.kind());
  }
}
