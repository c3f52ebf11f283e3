/**
 * Words and names of both languages: what known names are called, what news words mean in the other
 * language, how an unknown name is spelled there.
 *
 * <pre>{@code
 * KnownNames names = KnownNames.shipped();
 * for (Mention mention : names.mentions(text, Language.ENGLISH)) { ... mention.name().id() ... }
 * Translator translator = new Translator(Lexicon.shipped(), names);
 * for (Translation group : translator.translate(words, Language.ENGLISH, vocabulary)) {
 *   ... group.forms() ...   // the synonyms to look for in the Arabic field
 * }
 * }</pre>
 *
 * <p>Tables come from the {@code config} module ({@code lexicon.tsv}, {@code known-names.tsv}),
 * countries, languages, currencies and cities from CLDR. They are held by folded words: {@link
 * news.isnad.lexicon.PhraseTable} finds the longest phrase that begins at a word. What the index
 * holds is seen through {@link news.isnad.lexicon.Vocabulary}. A {@link
 * news.isnad.lexicon.Dictionary} that an operator has installed comes after the tables.
 *
 * <p>Everything here is immutable or stateless and safe for concurrent use. Names that operators
 * teach make an enlarged copy.
 */
@NullMarked
package news.isnad.lexicon;

import org.jspecify.annotations.NullMarked;
