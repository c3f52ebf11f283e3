package news.isnad.bot.subscription;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.bot.compose.News;

/**
 * An edition, understood as far as alerts need it. Immutable.
 *
 * @param wanting the subscriptions whose topics it is on
 * @param correction what it says of itself
 * @param defect why it could not be held against the topics
 */
record Read(
    Edition edition,
    List<Subscription> wanting,
    StoryOf.Place place,
    Facts facts,
    Optional<News> correction,
    Optional<RuntimeException> defect) {
  Read {
    wanting = List.copyOf(wanting);
  }

  /** One whose page is gone. */
  static Read gone(Edition edition) {
    return new Read(
        edition,
        List.of(),
        StoryOf.ARTICLE.of(edition),
        Facts.NONE,
        Optional.of(News.WITHDRAWAL),
        Optional.empty());
  }

  /** One that could not be held against the topics. */
  static Read broken(Edition edition, RuntimeException defect) {
    return new Read(
        edition,
        List.of(),
        StoryOf.ARTICLE.of(edition),
        Facts.NONE,
        Optional.empty(),
        Optional.of(defect));
  }
}
