package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.speaker.Mention.Kind;
import news.isnad.text.Language;

/**
 * Finds who holds the same office as somebody else, in another country: "met his French counterpart
 * Luc Marel", «مع نظيريه الدنماركي سامر عبود والمجري رامي شلبي». The sentence does not print their
 * office; it follows from whom they are the counterparts of. Immutable.
 */
final class Counterparts {
  private static final int LONGEST_NAME = 4;

  /** Words between somebody and the counterpart, and adjectives before it. */
  private static final int MOST_ADJECTIVES = 6;

  private static final Pattern ARABIC =
      Pattern.compile(
          "[ولب]?(?:نظير(?:ه|ها|ته|تها|يه|يها|هما|هم)?|نظرا[ئء]ه(?:ا|م)?|نظر(?:اءه|اءها|ائه|ائها))");

  private static final Set<String> ENGLISH = Set.of("counterpart", "counterparts");
  private static final Set<String> AND = Set.of("and", ",");

  private final Language language;
  private final WordClasses words;
  private final Cues cues;

  Counterparts(Language language, WordClasses words, Cues cues) {
    this.language = language;
    this.words = words;
    this.cues = cues;
  }

  /**
   * A counterpart.
   *
   * @param country the adjective as printed
   * @param at first token of the word for it
   */
  record Counterpart(String name, String country, int at) {
    Mention mention() {
      return new Mention(name, Optional.empty(), Kind.PERSON, Gender.UNKNOWN, false);
    }

    /** The office of whoever they are the counterpart of, of another country. */
    String office(String other, Language language) {
      return language == Language.ENGLISH ? country + " " + other : other + " " + country;
    }
  }

  /** The counterparts that a sentence names. */
  List<Counterpart> in(Line line) {
    List<Counterpart> found = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (!line.isWord(i)) {
        continue;
      }
      if (language == Language.ARABIC && ARABIC.matcher(line.key(i)).matches()) {
        arabic(line, i, found);
      } else if (language == Language.ENGLISH && ENGLISH.contains(line.key(i))) {
        english(line, i, found);
      }
    }
    return found;
  }

  private void arabic(Line line, int at, List<Counterpart> found) {
    int from = at + 1;
    while (isCountry(line, from)) {
      int to = from + 1;
      while (to <= from + LONGEST_NAME && isPartOfName(line, to)) {
        to++;
      }
      if (to == from + 1) {
        return;
      }
      String country = line.token(from).text();
      found.add(
          new Counterpart(
              line.words(from + 1, to),
              country.startsWith("و") ? country.substring(1) : country,
              at));
      from = line.key(to).equals("،") || line.key(to).equals(",") ? to + 1 : to;
    }
  }

  /** «الفرنسي», «والدنماركية»: an adjective with its article. */
  private static boolean isCountry(Line line, int at) {
    String key = line.key(at);
    String bare = key.startsWith("وال") ? key.substring(1) : key;
    return line.isWord(at)
        && bare.startsWith("ال")
        && (bare.endsWith("ي") || bare.endsWith("يه"))
        && bare.length() > 5;
  }

  private boolean isPartOfName(Line line, int at) {
    String key = line.key(at);
    return line.isWord(at)
        && !isCountry(line, at)
        && !words.has("preposition", key)
        && !words.has("particle", key)
        && !words.has("relative", key)
        && !words.has("time", key)
        && !ArabicWords.isThat(line, at)
        && (cues.at(line, at).isEmpty() || line.families().has(key))
        && !(key.startsWith("لل") || (key.startsWith("ب") && key.startsWith("ال", 1)))
        && !key.equals("خلال")
        && !key.equals("حول");
  }

  /** "his Danish and Hungarian counterparts, Ivan Petrov and Tom Hale": one after another. */
  private void english(Line line, int at, List<Counterpart> found) {
    List<String> countries = new ArrayList<>();
    int from = at - 1;
    while (from >= 0
        && from >= at - MOST_ADJECTIVES
        && (line.isCapitalized(from) || AND.contains(line.key(from)))) {
      if (line.isCapitalized(from)) {
        countries.addFirst(line.token(from).text());
      }
      from--;
    }
    int next = line.key(at + 1).equals(",") ? at + 2 : at + 1;
    for (String country : countries) {
      int to = next;
      while (to < next + LONGEST_NAME && line.isCapitalized(to)) {
        to++;
      }
      if (to == next) {
        return;
      }
      found.add(new Counterpart(line.words(next, to), country, at));
      next = to;
      while (AND.contains(line.key(next))) {
        next++;
      }
    }
  }
}
