package news.isnad.answer;

import java.util.Optional;
import news.isnad.speaker.Statement;
import news.isnad.text.Span;

/**
 * What may be cited: a statement, or a sentence in the outlet's own words. Immutable.
 *
 * @param view the article
 * @param first ordinal of the first sentence it stands in
 * @param last ordinal of the last sentence it stands in
 * @param span what would be quoted
 * @param statement who says it
 */
record Unit(ArticleView view, int first, int last, Span span, Optional<Statement> statement) {

  static Unit of(ArticleView view, Statement statement) {
    int first = view.sentenceAt(statement.span().start());
    int last = view.sentenceAt(Math.max(statement.span().start(), statement.span().end() - 1));
    return new Unit(view, first, last, statement.span(), Optional.of(statement));
  }

  static Unit of(ArticleView view, int sentence) {
    Span span = view.sentences().get(sentence).span();
    return new Unit(view, sentence, sentence, span, Optional.empty());
  }

  String words() {
    return span.of(view.edition().text());
  }
}
