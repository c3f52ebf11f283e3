package news.isnad.text;

/**
 * A word of a text. Immutable.
 *
 * @param span where it stands in the text it was read from
 * @param form its folded form: no possessive, no inner apostrophe, no thousands separator
 * @param stem its light stem; equal to the folded form for numbers and words of another script
 */
public record Word(Span span, Folded form, String stem) {
  /** Its folded form as a text. */
  public String folded() {
    return form.text();
  }
}
