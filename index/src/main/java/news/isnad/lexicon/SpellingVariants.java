package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.Word;

/**
 * What a reader may have meant by a word that the index does not hold: words of the same language
 * that are spelled nearly so, by the keys of names and by one letter dropped, added, replaced or
 * exchanged with its neighbour. Stateless, safe for concurrent use.
 */
public final class SpellingVariants {
  private static final double LIMIT = .12;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;
  private static final double ONE_SLIP = .1;
  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
  private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ";

  private SpellingVariants() {}

  /**
   * The nearest words of the vocabulary, nearest first, at most five; none if the vocabulary has
   * the word. Weights are at most 1, the nearest has 1.
   */
  public static List<Form> of(Word word, Language language, Vocabulary vocabulary) {
    String folded = word.folded();
    if (vocabulary.contains(language, folded)
        || vocabulary.contains(language, word.stem())
        || folded.length() < SHORTEST
        || folded.length() > LONGEST
        || !Character.isLetter(folded.charAt(0))) {
      return List.of();
    }
    List<NameMatches.Match> near = new ArrayList<>(vocabulary.near(folded, language, LIMIT));
    Set<String> seen = new LinkedHashSet<>();
    near.forEach(match -> seen.add(match.surface()));
    NameDistance from = NameDistance.from(folded);
    for (String slip : slips(folded, language)) {
      if (vocabulary.contains(language, slip) && seen.add(slip)) {
        near.add(new NameMatches.Match(slip, Math.min(ONE_SLIP, from.to(slip)), 1));
      }
    }
    return NameMatches.nearest(near).stream()
        .map(match -> new Form(match.surface(), match.weight(), Origin.NAME_MATCH))
        .toList();
  }

  /** The letters that words of a language are made of, folded. */
  static String letters(Language language) {
    return switch (language) {
      case ARABIC -> ARABIC;
      case ENGLISH -> LATIN;
    };
  }

  /** Everything that is one slip away from a word. */
  static Set<String> slips(String word, Language language) {
    String letters = letters(language);
    Set<String> slips = new LinkedHashSet<>();
    for (int i = 0; i <= word.length(); i++) {
      String head = word.substring(0, i);
      String tail = word.substring(i);
      if (!tail.isEmpty()) {
        slips.add(head + tail.substring(1));
      }
      if (tail.length() > 1) {
        slips.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
      }
      for (int j = 0; j < letters.length(); j++) {
        slips.add(head + letters.charAt(j) + tail);
        if (!tail.isEmpty()) {
          slips.add(head + letters.charAt(j) + tail.substring(1));
        }
      }
    }
    slips.remove(word);
    return slips;
  }
}
