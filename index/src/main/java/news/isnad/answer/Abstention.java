package news.isnad.answer;

import news.isnad.answer.Scoring.Scored;
import news.isnad.question.Reading;

/**
 * Decides whether a passage is an answer. The thresholds were set on the developers' question sets
 * (see {@code docs/quality}); a passage must cover the more of the topic, the less its speaker says
 * that it is the right one. Where nobody in particular is asked for, it must also say something of
 * what happened, and not only name the same people.
 */
final class Abstention {
  private static final double SPOKEN = 0.15;
  private static final double TOLD = 0.45;
  private static final double TOLD_ITSELF = 0.22;
  private static final double HAPPENED = 0.35;

  private Abstention() {}

  static boolean isAnswer(Reading reading, int topics, Scored scored) {
    if (reading.hints().speakerRequired() && reading.speaker().isPresent()) {
      return topics == 0 || scored.feature(Feature.COVERAGE) >= SPOKEN;
    }
    return scored.feature(Feature.COVERAGE) >= TOLD
        && scored.feature(Feature.OWN) >= TOLD_ITSELF
        && scored.feature(Feature.HAPPENED) >= HAPPENED;
  }
}
