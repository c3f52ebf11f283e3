package news.isnad.answer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import news.isnad.article.Edition;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Span;

/**
 * The last check of a quotation: what is about to leave is compared with the stored edition, read
 * anew, and must be a contiguous part of it. No pass, no citation. Safe for concurrent use.
 */
public final class VerbatimGate {
  private final LongAdder passed = new LongAdder();
  private final LongAdder stopped = new LongAdder();

  /**
   * Makes a citation of a passage.
   *
   * @param stored the edition as the store has it now
   * @param passage the words that are to be quoted
   * @param span where they should stand
   * @return empty where the stored text does not hold exactly these words there, or they are blank
   */
  public Optional<Citation> cite(
      Optional<Edition> stored,
      String passage,
      Span span,
      Speech speech,
      Optional<Speaker> speaker,
      List<Upstream> upstream,
      double score) {
    if (stored.isEmpty() || !isVerbatim(stored.get().text(), passage, span)) {
      stopped.increment();
      return Optional.empty();
    }
    passed.increment();
    return Optional.of(new Citation(stored.get(), span, speech, speaker, upstream, score));
  }

  static boolean isVerbatim(String text, String passage, Span span) {
    return !passage.isBlank()
        && span.end() <= text.length()
        && span.length() == passage.length()
        && text.startsWith(passage, span.start())
        && isWhole(text, span.start())
        && isWhole(text, span.end());
  }

  /** False inside a surrogate pair. */
  private static boolean isWhole(String text, int offset) {
    return offset == 0
        || offset == text.length()
        || !Character.isLowSurrogate(text.charAt(offset))
        || !Character.isHighSurrogate(text.charAt(offset - 1));
  }

  /** Quotations that were let through since the start. */
  public long passed() {
    return passed.sum();
  }

  /** Quotations that were stopped since the start. */
  public long stopped() {
    return stopped.sum();
  }
}
