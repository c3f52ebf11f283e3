/**
 * From a reading to an answer: scoring, the verbatim gate, and saying that nothing was found.
 *
 * <p>A quotation is cut from the stored edition by offsets and compared with it once more before it
 * leaves. Who is asked for by an office ("the head of Britain's central bank") is found by {@code
 * Office}, by a name by {@code SpeakerMatch}.
 */
@NullMarked
package news.isnad.answer;

import org.jspecify.annotations.NullMarked;
