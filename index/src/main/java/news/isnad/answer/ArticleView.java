package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Denials;
import news.isnad.speaker.Statement;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An article as the scoring sees it: its sentences, their words, and who speaks in them. Immutable.
 */
final class ArticleView {
  private static final double SCATTERED = 0.6;
  private static final double STEM_ONLY = 0.96;

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
    List<String> folded = new ArrayList<>();
    List<String> stems = new ArrayList<>();
    for (Word word : Words.of(text, edition.language())) {
      folded.add(word.folded());
      stems.add(word.stem());
    }
    return new Sentence(
        span, List.copyOf(folded), List.copyOf(stems), Set.copyOf(folded), Set.copyOf(stems));
  }

  Edition edition() {
    return edition;
  }

  List<Statement> statements() {
    return statements;
  }

  /** The statements that deny something; looked for once. */
  List<Statement> denials(Denials denials) {
    List<Statement> found = denying;
    if (found == null) {
      found =
          statements.stream()
              .filter(one -> denials.isDenial(one, edition.text(), edition.language()))
              .toList();
      denying = found;
    }
    return found;
  }

  /** The sentences with their words, which are looked for once. */
  List<Sentence> sentences() {
    List<Sentence> found = sentences;
    if (found == null) {
      found =
          Sentences.of(edition.text(), edition.language()).stream()
              .map(span -> sentence(span, span.of(edition.text())))
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
    int found = 0;
    while (found + 1 < sentences().size() && sentences().get(found + 1).span().start() <= offset) {
      found++;
    }
    return found;
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
      for (int at : words.places(form)) {
        for (Form other : next.in(edition.language())) {
          for (int there : words.places(other)) {
            if (there != at && Math.abs(there - at) <= 3) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  double titleMatch(Wanted wanted) {
    return title().match(wanted.in(edition.language()));
  }

  Set<String> stemsOf(int from, int to) {
    Set<String> stems = new HashSet<>();
    for (int i = Math.max(0, from); i <= Math.min(to, sentences().size() - 1); i++) {
      stems.addAll(sentences().get(i).stemSet());
    }
    return stems;
  }

  /** A sentence with its words. */
  record Sentence(
      Span span,
      List<String> folded,
      List<String> stems,
      Set<String> foldedSet,
      Set<String> stemSet) {

    /** Where the first word of a form stands; few forms stand in a sentence at all. */
    List<Integer> places(Form form) {
      String stem = form.stems().getFirst();
      if (!stemSet.contains(stem)) {
        return List.of();
      }
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < stems.size(); i++) {
        if (stems.get(i).equals(stem)) {
          places.add(i);
        }
      }
      return places;
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
      if (form.stems().size() == 1) {
        return foldedSet.contains(form.folded().getFirst())
            ? 1
            : stemSet.contains(form.stems().getFirst()) ? STEM_ONLY : 0;
      }
      long there = form.stems().stream().filter(stemSet::contains).count();
      if (there < form.stems().size()) {
        return 2 * there < form.stems().size() ? 0 : PART * there / form.stems().size();
      }
      return java.util.Collections.indexOfSubList(stems, form.stems()) >= 0 ? 1 : SCATTERED;
    }
  }
}
