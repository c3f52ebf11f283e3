package news.isnad.search;

import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * What chunks are looked for. Immutable.
 *
 * @param asked the language of the question
 * @param topic what the question is about
 * @param speaker the words that name whose words are asked for
 * @param within only what was published from the first instant to before the second, where given
 * @param meaning what the question means, where a model is installed
 * @param denying only chunks in which somebody denies something, and few or none of those that
 *     match less than {@link #DENIED_ON_TOPIC}
 */
public record Search(
    Language asked,
    List<Wanted> topic,
    List<Wanted> speaker,
    Optional<NewsIndex.Published> within,
    Meaning meaning,
    boolean denying) {
  /** A chunk that denies something and matches less is about something else. */
  public static final double DENIED_ON_TOPIC = 0.25;

  /** Chunks of every kind. */
  public Search(
      Language asked,
      List<Wanted> topic,
      List<Wanted> speaker,
      Optional<NewsIndex.Published> within,
      Meaning meaning) {
    this(asked, topic, speaker, within, meaning, false);
  }

  public Search {
    topic = List.copyOf(topic);
    speaker = List.copyOf(speaker);
  }
}
