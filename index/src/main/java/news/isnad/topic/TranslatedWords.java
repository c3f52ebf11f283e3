package news.isnad.topic;

import java.util.List;
import news.isnad.text.Language;

/** What words are called in the other language. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface TranslatedWords {
  /** Nobody translates: topics match in their own language only. */
  TranslatedWords NONE = (words, from) -> List.of(List.of());

  /**
   * For each word of a text, or each group that means one thing, the forms that a text of the other
   * language may have: single words or phrases. Words that say nothing are left out; a word that
   * nobody knows has no forms.
   */
  List<List<String>> of(String words, Language from);
}
