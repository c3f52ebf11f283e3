package news.isnad.lexicon;

import java.util.List;
import news.isnad.text.Word;

/**
 * A word of a question, or several that mean one thing, in the other language. Immutable.
 *
 * @param of the words of the question, at least one
 * @param forms what to look for, likeliest source first, no form twice; empty if nobody knows it
 */
public record Translation(List<Word> of, List<Form> forms) {
  public Translation {
    if (of.isEmpty()) {
      throw new IllegalArgumentException("no words are translated");
    }
    of = List.copyOf(of);
    forms = List.copyOf(forms);
  }

  /** Where the first form came from; {@link Origin#NONE} if there is no form. */
  public Origin origin() {
    return forms.isEmpty() ? Origin.NONE : forms.getFirst().origin();
  }
}
