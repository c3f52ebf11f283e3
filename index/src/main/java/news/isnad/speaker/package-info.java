/**
 * Who said it: speech, speaker and upstream of every sentence.
 *
 * <pre>{@code
 * Attribution attribution = RuleAttribution.of(knownNames);
 * for (Statement statement : attribution.statements(edition)) {
 *   statement.speaker().ifPresent(who -> ...);
 *   statement.span().of(edition.text());
 * }
 * }</pre>
 *
 * <p>Speech verbs and attribution phrases are data in {@code config} ({@code speech-en.tsv}, {@code
 * speech-ar.tsv}; every row carries its own tests), classes of words too ({@code
 * speech-words-*.tsv}); what somebody is called later on ({@code offices.tsv}); being mentioned is
 * not speaking. Inside, an edition passes four steps: {@code Lines} (sentences, tokens, quotations
 * over paragraphs), a {@code SentenceReader} per language (cues and their subjects), {@code Cast}
 * (surname, role and pronoun find their person), {@code Statements} (spans, kind of speech,
 * upstream by {@code Credits} with a {@code CreditReader} per language). {@code Interview} gives
 * the answers of printed questions to whoever the lead names.
 *
 * <p>Reading is deterministic, keeps nothing between editions and is safe for concurrent use; what
 * is confined to one thread lives for one edition. No text makes it fail.
 */
@NullMarked
package news.isnad.speaker;

import org.jspecify.annotations.NullMarked;
