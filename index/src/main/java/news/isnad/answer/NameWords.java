package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.search.Form;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/** The words of a name or a role as printed. Immutable. */
final class NameWords {
  private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii");

  private final List<Word> words;
  private final List<String> stems = new ArrayList<>();
  private final Set<String> folded = new HashSet<>();

  private NameWords(List<Word> words) {
    this.words = List.copyOf(words);
    for (Word word : words) {
      stems.add(word.stem());
      folded.add(word.folded());
    }
  }

  static NameWords of(String text, Language language) {
    return new NameWords(Words.of(text, language));
  }

  static NameWords of(List<Word> words) {
    return new NameWords(words);
  }

  List<Word> words() {
    return words;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int size() {
    return words.size();
  }

  /** A word, folded. */
  String folded(int at) {
    return words.get(at).folded();
  }

  /** Whether a word stands among them, as folded. */
  boolean has(String word) {
    return folded.contains(word);
  }

  /** The last word: in a full name, the family's; "Jr." is none. */
  Word last() {
    Word last = words.getLast();
    return words.size() > 1 && GENERATIONS.contains(last.folded())
        ? words.get(words.size() - 2)
        : last;
  }

  /** These without others. */
  NameWords without(List<Word> others) {
    List<Word> rest = new ArrayList<>(words);
    rest.removeAll(others);
    return new NameWords(rest);
  }

  /** Whether any of some stems is among them. */
  boolean hasAnyStem(Set<String> some) {
    return stems.stream().anyMatch(some::contains);
  }

  /** The weight of the surest form whose words are all among them; 0 for none. */
  double match(List<Form> forms) {
    double best = 0;
    for (Form form : forms) {
      if (form.weight() > best && isAmong(form)) {
        best = form.weight();
      }
    }
    return best;
  }

  private boolean isAmong(Form form) {
    return form.size() == 1
        ? folded.contains(form.folded().getFirst()) || stems.contains(form.stems().getFirst())
        : stems.containsAll(form.stems());
  }

  /** Whether a word with the article is there without it only: «الرياض» is nobody called «رياض». */
  boolean lacksArticle(List<Form> forms) {
    return forms.stream().allMatch(form -> form.size() == 1)
        && forms.stream().map(form -> form.folded().getFirst()).noneMatch(folded::contains)
        && forms.stream()
            .map(form -> form.folded().getFirst())
            .anyMatch(word -> word.startsWith("ال") && folded.contains(word.substring(2)));
  }
}
