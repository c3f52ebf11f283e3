package news.isnad.text;

/**
 * Words between quotation marks. Immutable.
 *
 * @param content the words without their marks and without white space at the ends; not empty
 * @param balanced whether both marks are printed
 */
public record Quotation(Span content, boolean balanced) {}
