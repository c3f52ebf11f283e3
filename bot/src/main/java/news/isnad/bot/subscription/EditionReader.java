package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.compose.News;
import news.isnad.speaker.Attribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Understands editions as far as alerts need it. Safe for concurrent use as far as topics are. */
final class EditionReader {
  private static final Logger LOG = LoggerFactory.getLogger(EditionReader.class);

  private final ArticleStore articles;
  private final RegisteredTopics topics;
  private final Attribution attribution;
  private final StoryOf stories;

  EditionReader(
      ArticleStore articles, RegisteredTopics topics, Attribution attribution, StoryOf stories) {
    this.articles = requireNonNull(articles, "articles is null");
    this.topics = requireNonNull(topics, "topics is null");
    this.attribution = requireNonNull(attribution, "attribution is null");
    this.stories = requireNonNull(stories, "stories is null");
  }

  /** What an edition is to alerts; never throws. */
  Read read(Edition edition) {
    try {
      return read(edition, matching(edition));
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} was not held against the topics. It is tried again; the next follow.",
          edition.sequence(),
          defect);
      return Read.broken(edition, defect);
    }
  }

  private Read read(Edition edition, List<Subscription> wanting) {
    boolean concerns = !wanting.isEmpty() || edition.number() > 1;
    Optional<News> correction = concerns ? correction(edition) : Optional.empty();
    boolean wanted = !wanting.isEmpty();
    return new Read(
        edition,
        wanting,
        wanted ? place(edition) : StoryOf.ARTICLE.of(edition),
        wanted ? facts(edition) : Facts.NONE,
        correction,
        Optional.empty());
  }

  private List<Subscription> matching(Edition edition) {
    List<Subscription> found = topics.matching(edition);
    return found.isEmpty() || articles.standing(edition.sequence()) == Standing.HIDDEN
        ? List.of()
        : found;
  }

  private StoryOf.Place place(Edition edition) {
    try {
      return stories.of(edition);
    } catch (RuntimeException defect) {
      LOG.error("Edition {} is told of as a story of its own.", edition.sequence(), defect);
      return StoryOf.ARTICLE.of(edition);
    }
  }

  private Facts facts(Edition edition) {
    try {
      return Facts.of(edition, attribution.statements(edition));
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} could not be read. It is told of without its quotations.",
          edition.sequence(),
          defect);
      return Facts.NONE;
    }
  }

  private Optional<News> correction(Edition edition) {
    return articles.standing(edition.sequence()) == Standing.WITHDRAWN
        ? Optional.of(News.WITHDRAWAL)
        : Corrections.shipped().of(edition);
  }
}
