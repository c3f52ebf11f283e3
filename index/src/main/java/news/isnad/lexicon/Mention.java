package news.isnad.lexicon;

import news.isnad.text.Span;

/**
 * A known name in a text. Immutable.
 *
 * @param span the name as printed, without Arabic clitics before it («والكرملين» gives «الكرملين»,
 *     «للكرملين» all of it) and without the English possessive
 */
public record Mention(Span span, KnownName name) {}
