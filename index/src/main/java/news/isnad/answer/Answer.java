package news.isnad.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;

/** What a question got. Immutable. */
public sealed interface Answer {
  /** How the question was understood. */
  Reading reading();

  /** How much was searched. */
  Searched searched();

  /** How long it took. */
  Duration took();

  /** The same answer, which took so long. */
  Answer took(Duration time);

  /**
   * The news holds an answer.
   *
   * @param citations best first, at least one
   * @param otherSide somebody else who denies what the first citation says
   * @param coverage how many outlets carry it, and how many reports are independent
   */
  record Found(
      Reading reading,
      List<Citation> citations,
      Optional<Citation> otherSide,
      Searched searched,
      Duration took,
      Coverage coverage)
      implements Answer {
    /** With the coverage that shows in the citations themselves. */
    public Found(
        Reading reading,
        List<Citation> citations,
        Optional<Citation> otherSide,
        Searched searched,
        Duration took) {
      this(reading, citations, otherSide, searched, took, Coverage.of(citations));
    }

    public Found {
      citations = List.copyOf(citations);
      if (citations.isEmpty()) {
        throw new IllegalArgumentException("citations is empty");
      }
    }

    @Override
    public Found took(Duration time) {
      return new Found(reading, citations, otherSide, searched, time, coverage);
    }
  }

  /**
   * The news holds no answer.
   *
   * @param nearest the passage that came nearest; never to be shown as an answer
   */
  record NotFound(Reading reading, Optional<Citation> nearest, Searched searched, Duration took)
      implements Answer {
    @Override
    public NotFound took(Duration time) {
      return new NotFound(reading, nearest, searched, time);
    }
  }
}
