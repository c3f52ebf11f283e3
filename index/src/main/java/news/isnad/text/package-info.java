/**
 * All rules of the two languages: folding, words, stems, sentences, quotation marks, analysis, keys
 * of names, dates.
 *
 * <pre>{@code
 * for (Span sentence : Sentences.of(text, Language.ARABIC)) {
 *   List<Quotation> quoted = Quotations.of(text, sentence);
 *   List<Word> words = Words.of(sentence.of(text), Language.ARABIC);
 *   ...
 * }
 * new IndexWriterConfig(Analyzers.stemmed(Language.ARABIC));
 * }</pre>
 *
 * <p>Stored text is never changed. Folded forms live in the index and in comparisons only; every
 * token and sentence keeps its offsets into the stored text. {@link news.isnad.text.Words} is the
 * one tokenizer: the analyzers hand its words to Lucene, so a question is cut as the index was.
 * Word lists lie beside the classes that read them.
 *
 * <p>Everything here is stateless and safe for concurrent use. No text, however hostile, makes a
 * method throw or take more than time linear in its length.
 */
@NullMarked
package news.isnad.text;

import org.jspecify.annotations.NullMarked;
