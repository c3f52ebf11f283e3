package news.isnad.answer;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.search.Wanted;
import news.isnad.speaker.Statement;
import news.isnad.text.Span;

/**
 * An answer with everything that was weighed for it: for explanations and measurements. Immutable.
 *
 * @param answer what came of it
 * @param topic what was looked for, each word with its forms in both languages
 * @param speaker the same of the words that name whose words are asked for
 * @param judged what might have been cited, best first
 * @param confidence probability that the first of them answers, 0 to 1
 */
public record Judgement(
    Answer answer,
    List<Wanted> topic,
    List<Wanted> speaker,
    List<Judged> judged,
    double confidence) {
  public Judgement {
    topic = List.copyOf(topic);
    speaker = List.copyOf(speaker);
    judged = List.copyOf(judged);
  }

  /**
   * What might have been cited. It has not passed the verbatim gate, so it is never to be shown as
   * a quotation.
   *
   * @param features what speaks for it
   * @param score for comparing
   * @param admissible false where it cannot answer: another speaks, or silence is no answer
   */
  public record Judged(
      Edition edition,
      Span span,
      Optional<Statement> statement,
      Features features,
      double score,
      boolean admissible) {
    /** One of the features, 0 to 1. */
    public double feature(Feature feature) {
      return features.of(feature);
    }
  }
}
