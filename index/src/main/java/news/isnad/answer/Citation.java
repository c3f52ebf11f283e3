package news.isnad.answer;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Span;

/**
 * A verbatim passage with its attribution chain. Immutable. Every one that leaves has passed the
 * verbatim gate: the quotation is a contiguous part of the stored edition.
 *
 * @param edition the stored text that it is cut from
 * @param span where in that text
 * @param speech how it is given
 * @param speaker who said it; empty for the outlet's own words
 * @param upstream links from the outlet towards the speaker, nearest to the outlet first
 * @param score 0 (worthless) to 1 (certain)
 */
public record Citation(
    Edition edition,
    Span span,
    Speech speech,
    Optional<Speaker> speaker,
    List<Upstream> upstream,
    double score) {
  public Citation {
    upstream = List.copyOf(upstream);
  }

  /** The words as printed. */
  public String quote() {
    return span.of(edition.text());
  }
}
