package news.isnad.answer;

import java.util.List;
import news.isnad.article.Edition;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Denials;
import news.isnad.speaker.Statement;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An article as the scoring sees it: its sentences, their words, and who speaks in them. Immutable.
 */
final class ArticleView {
  private static final double SCATTERED = 0.6;
  private static final double STEM_ONLY = 0.96;

  /** Words at most so far from one another stand together. */
  private static final int TOGETHER = 3;

  /** What the words of a term count that stand without the others: "the carmakers" for "car". */
  private static final double PART = 0.6;

  private final Edition edition;
  private final List<Statement> statements;
  private volatile @Nullable List<Sentence> sentences;
  private volatile @Nullable Sentence title;
  private volatile @Nullable List<Statement> denying;

  ArticleView(Edition edition, List<Statement> statements) {
    this.edition = edition;
    this.statements = statements;
  }

  private Sentence sentence(Span span, String text) {
    return new Sentence(span, WordIds.of(text, span, edition.language()));
  }

  Edition edition() {
    return edition;
  }

  List<Statement> statements() {
    return statements;
  }

  /** The statements with a word of denial: hardly more than those that deny something. */
  List<Statement> perhapsDenials(Denials denials) {
    List<Statement> found = denying;
    if (found == null) {
      found = statements.stream().filter(one -> mayDeny(one, denials)).toList();
      denying = found;
    }
    return found;
  }

  /** Whether one of these statements does deny something. */
  boolean isDenial(Statement statement, Denials denials) {
    return denials.isDenial(statement, edition.text(), edition.language());
  }

  private boolean mayDeny(Statement statement, Denials denials) {
    int last = sentenceAt(Math.max(statement.span().end(), statement.sentences().end()) - 1);
    int first = sentenceAt(Math.min(statement.span().start(), statement.sentences().start()));
    for (int i = first; i <= last; i++) {
      if (denials.mayDeny(sentences().get(i).words(), edition.language())) {
        return true;
      }
    }
    return false;
  }

  /** The sentences with their words, which are looked for once. */
  List<Sentence> sentences() {
    List<Sentence> found = sentences;
    if (found == null) {
      found =
          Sentences.of(edition.text(), edition.language()).stream()
              .map(span -> sentence(span, edition.text()))
              .toList();
      sentences = found;
    }
    return found;
  }

  private Sentence title() {
    Sentence found = title;
    if (found == null) {
      found = sentence(new Span(0, edition.title().length()), edition.title());
      title = found;
    }
    return found;
  }

  /** Ordinal of the sentence in which an offset stands, or of the one before it. */
  int sentenceAt(int offset) {
    List<Sentence> all = sentences();
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).span().start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** True where the text repeats the title as its first sentence. */
  boolean isTitle(int sentence) {
    return sentence == 0
        && sentences().getFirst().span().of(edition.text()).equals(edition.title().strip());
  }

  /** How surely a sentence says what is wanted, 0 to 1. */
  double match(Wanted wanted, int sentence) {
    return sentence < 0 || sentence >= sentences().size()
        ? 0
        : sentences().get(sentence).match(wanted.in(edition.language()));
  }

  /** Whether a sentence has the one and the next thing wanted within three words. */
  boolean areTogether(Wanted one, Wanted next, int sentence) {
    Sentence words = sentences().get(sentence);
    for (Form form : one.in(edition.language())) {
      for (int at = words.next(form, 0); at >= 0; at = words.next(form, at + 1)) {
        if (isNear(words, at, next.in(edition.language()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNear(Sentence words, int place, List<Form> forms) {
    for (Form form : forms) {
      int from = Math.max(0, place - TOGETHER);
      for (int at = words.next(form, from); at >= 0; at = words.next(form, at + 1)) {
        if (at > place + TOGETHER) {
          break;
        }
        if (at != place) {
          return true;
        }
      }
    }
    return false;
  }

  double titleMatch(Wanted wanted) {
    return title().match(wanted.in(edition.language()));
  }

  /** The words of a sentence, folded. */
  List<String> folded(int sentence) {
    String words = sentences().get(sentence).span().of(edition.text());
    return Words.folded(words, edition.language()).stream().map(Word::folded).toList();
  }

  /** A sentence with its words. */
  record Sentence(Span span, WordIds words) {

    /** Where the first word of a form stands next, from a place on; -1 for nowhere. */
    int next(Form form, int from) {
      return words.indexOfStem(form.stemId(0), from);
    }

    boolean hasFolded(int id) {
      return words.hasFolded(id);
    }

    double match(List<Form> forms) {
      double best = 0;
      for (Form form : forms) {
        if (form.weight() > best) {
          best = Math.max(best, form.weight() * match(form));
        }
      }
      return best;
    }

    private double match(Form form) {
      int all = form.size();
      if (all == 1) {
        return words.hasFolded(form.foldedId(0))
            ? 1
            : words.hasStem(form.stemId(0)) ? STEM_ONLY : 0;
      }
      int there = 0;
      for (int i = 0; i < all; i++) {
        there += words.hasStem(form.stemId(i)) ? 1 : 0;
      }
      if (there < all) {
        boolean little = form.isWhole() ? 3 * there < 2 * all : 2 * there < all;
        return little ? 0 : PART * there / all;
      }
      return isPhrase(form) ? 1 : SCATTERED;
    }

    private boolean isPhrase(Form form) {
      for (int at = next(form, 0); at >= 0; at = next(form, at + 1)) {
        int same = 1;
        while (same < form.size()
            && at + same < words.size()
            && words.stem(at + same) == form.stemId(same)) {
          same++;
        }
        if (same == form.size()) {
          return true;
        }
      }
      return false;
    }
  }
}
