package news.isnad.topic;

import java.util.List;
import java.util.Map;
import news.isnad.text.Language;
import news.isnad.text.Word;

/**
 * Words that mean one thing, and what texts may call it. Immutable.
 *
 * @param typed the words, at least one
 * @param forms further names in their own language, and what it is called in the other; folded
 *     words with spaces between them
 * @param asName how far a word of the other language's texts may be from the typed word, a single
 *     one, and still be the same name; 0 where it is no name, or is well known
 */
record Concept(List<Word> typed, Map<Language, List<String>> forms, double asName) {
  Concept {
    typed = List.copyOf(typed);
    forms = Map.copyOf(forms);
  }
}
