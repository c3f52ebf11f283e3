package news.isnad.text;

/**
 * A word of a text. Immutable.
 *
 * @param span where it stands in the text it was read from
 * @param folded its folded form: no possessive, no inner apostrophe, no thousands separator
 * @param stem its light stem; equal to {@code folded} for numbers and words of another script
 */
public record Word(Span span, String folded, String stem) {}
