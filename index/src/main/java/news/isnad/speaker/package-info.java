/**
 * Who said it: speech, speaker and upstream of every sentence.
 *
 * <pre>{@code
 * for (Statement statement : attribution.statements(edition)) {
 *   statement.speaker().ifPresent(who -> ...);
 *   statement.span().of(edition.text());
 * }
 * }</pre>
 *
 * <p>Speech verbs and attribution phrases are data in {@code config}; being mentioned is not
 * speaking.
 */
@NullMarked
package news.isnad.speaker;

import org.jspecify.annotations.NullMarked;
