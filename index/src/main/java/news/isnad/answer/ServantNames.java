package news.isnad.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Folded;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Word;

/**
 * Names of the kind of «عبد المنعم», "servant of the Giver", which are typed and printed as two
 * words or as one. Stateless.
 */
final class ServantNames {
  private static final String SERVANT = "عبد";
  private static final String ARTICLE = "ال";
  private static final int SHORTEST = 3;

  private ServantNames() {}

  /** The words of a question; those of such a name are two. */
  static List<Word> apart(List<Word> words) {
    List<Word> apart = new ArrayList<>();
    for (Word word : words) {
      String folded = word.folded();
      if (isTogether(folded)) {
        Span span = word.span();
        int middle = span.start() + SERVANT.length();
        apart.add(made(SERVANT, new Span(span.start(), middle)));
        apart.add(made(folded.substring(SERVANT.length()), new Span(middle, span.end())));
      } else {
        apart.add(word);
      }
    }
    return apart;
  }

  private static boolean isTogether(String folded) {
    return folded.startsWith(SERVANT + ARTICLE)
        && folded.length() - SERVANT.length() - ARTICLE.length() >= SHORTEST;
  }

  private static Word made(String folded, Span span) {
    Folded form = Folded.of(folded);
    return new Word(span, form, form.stem(Language.ARABIC));
  }

  /** Whether the first word of such a name stands here. */
  static boolean isServant(List<Word> words, int at) {
    return at + 1 < words.size()
        && words.get(at).folded().equals(SERVANT)
        && words.get(at + 1).span().start() - words.get(at).span().end() <= 1
        && words.get(at + 1).folded().startsWith(ARTICLE);
  }

  /** What is wanted, also as it is printed together with the servant before it, if one is there. */
  static Wanted together(Wanted one, List<Word> words) {
    for (int at = 0; at < words.size(); at++) {
      if (isServant(words, at) && words.get(at + 1).folded().equals(one.typed())) {
        Map<Language, List<Form>> forms = new EnumMap<>(Language.class);
        List<Form> here = new ArrayList<>(one.in(Language.ARABIC));
        Word together = made(SERVANT + one.typed(), words.get(at).span());
        here.add(new Form(List.of(together.folded()), List.of(together.stem()), 1));
        forms.put(Language.ARABIC, here);
        forms.put(Language.ENGLISH, one.in(Language.ENGLISH));
        return new Wanted(one.typed(), one.name(), forms);
      }
    }
    return one;
  }
}
