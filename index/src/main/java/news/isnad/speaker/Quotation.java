package news.isnad.speaker;

import news.isnad.text.Span;

/**
 * A stretch between quotation marks. Immutable.
 *
 * @param span the words, marks excluded
 * @param outer the words and the marks
 */
record Quotation(Span span, Span outer) {}
