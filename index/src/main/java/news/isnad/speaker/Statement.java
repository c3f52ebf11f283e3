package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import news.isnad.text.Span;

/**
 * A stretch of an edition's text with its speaker. Immutable.
 *
 * @param span the statement as it would be quoted, within one sentence or neighbouring ones of one
 *     speaker; for direct speech that is the quotation's own words without the marks and the "said
 *     X"; otherwise the clause that reports it, speaker and verb included
 * @param sentences the sentence or sentences it stands in
 * @param kind what is done by speaking; silence is a kind of its own
 * @param speech how it is given
 * @param speaker who said it; empty for the outlet's own words
 * @param upstream links from the outlet towards the speaker, nearest to the outlet first; the
 *     credit of the sentence before that of the article
 */
public record Statement(
    Span span,
    Span sentences,
    Kind kind,
    Speech speech,
    Optional<Speaker> speaker,
    List<Upstream> upstream) {
  public Statement {
    upstream = List.copyOf(upstream);
  }

  /** What a statement is. */
  public enum Kind {
    /** Somebody said, wrote, denied, promised, asked or warned something. */
    SAID,
    /**
     * The outlet's own words that somebody did not speak: "declined to comment", «ولم يرد الكرملين
     * على طلب للتعليق». Its speech is {@code NONE}; the speaker is the one who kept silent.
     */
    SILENT
  }
}
