package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Folded;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of a word where it stands for itself, and how to see whether it begins a term
 * of several words. Immutable.
 */
final class Alone {
  private final List<Form> forms;
  private final List<Form> first;
  private final List<PhraseTable.Beginning<?>> goingOn;
  private final PhraseTable.@Nullable Beginning<?> byStem;

  private Alone(
      List<Form> forms,
      List<PhraseTable.Beginning<?>> goingOn,
      PhraseTable.@Nullable Beginning<?> byStem) {
    this.forms = List.copyOf(forms);
    this.first = List.copyOf(forms.subList(0, Math.min(1, forms.size())));
    this.goingOn = List.copyOf(goingOn);
    this.byStem = byStem;
  }

  static Alone of(
      Folded word, List<Form> forms, KnownNames names, Lexicon lexicon, Language language) {
    List<PhraseTable.Beginning<?>> goingOn = new ArrayList<>(names.goingOn(word));
    goingOn.addAll(lexicon.goingOn(word.text(), language));
    goingOn.addAll(LocaleNames.loaded().goingOn(word.text(), language));
    return new Alone(forms, goingOn, lexicon.goingOnByStem(word.stem(language), language));
  }

  /** Whether it may begin a term that goes on with the next word. */
  boolean mayGoOn(List<String> folded, List<String> stems, int at) {
    if (at + 1 >= folded.size()) {
      return false;
    }
    if (byStem != null && byStem.goesOnWith(stems.get(at + 1))) {
      return true;
    }
    for (PhraseTable.Beginning<?> beginning : goingOn) {
      if (beginning.goesOnWith(folded.get(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Its forms in the other language, at most so many. */
  List<Form> forms(int most) {
    return most == 1 ? first : forms;
  }
}
