package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.subscription.Rehearsal.Without;
import news.isnad.search.RecentArticles;
import news.isnad.speaker.Attribution;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.TopicText;
import news.isnad.topic.Topics;
import news.isnad.topic.Trial;

/**
 * Holds the articles of seven days against topics that are not registered. The index says which
 * articles may match; these are matched as new ones are. Of more than {@value #LOOKED_AT} the
 * newest and some of the others are, and the rest is estimated from them. Safe for concurrent use.
 */
final class Rehearsals {
  static final int DAYS = 7;

  private static final int LOOKED_AT = 400;

  /** Fewer where it takes finding out who speaks. */
  private static final int LOOKED_AT_FOR_SPEAKERS = 160;

  private static final int LOOKED_AT_IN_VARIANTS = 60;
  private static final int EXAMPLES = 3;
  private static final int MOST_VARIANTS = 8;
  private static final int BATCH = 100;
  private static final String WHOLE = "";

  /** Somebody waits for it. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Topics topics;
  private final ArticleStore articles;
  private final RecentArticles.Source index;
  private final Attribution who;

  Rehearsals(
      Topics topics, ArticleStore articles, RecentArticles.Source index, Attribution attribution) {
    this.topics = requireNonNull(topics, "topics is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.index = requireNonNull(index, "index is null");
    this.who = requireNonNull(attribution, "attribution is null");
  }

  Rehearsal of(Topic topic, Instant now) {
    Map<String, Topic> tried = variants(topic);
    tried.put(WHOLE, topic);
    Instant since = now.minus(Duration.ofDays(DAYS));
    try (RecentArticles recent = index.since(since, articles.withdrawn())) {
      Trial trial = topics.trial(tried);
      int most = trial.asksForSpeakers() ? LOOKED_AT_FOR_SPEAKERS : LOOKED_AT;
      Counting whole = new Counting(WHOLE, trial, recent, most);
      int matches = whole.count();
      Optional<Without> without = Optional.empty();
      if (matches == 0) {
        tried.remove(WHOLE);
        without =
            tried.keySet().stream()
                .map(word -> new Without(word, variant(word, trial, recent)))
                .max(Comparator.comparingInt(Without::matches).thenComparing(Without::word))
                .filter(found -> found.matches() > 0);
      }
      Instant oldest = recent.oldest().orElse(now);
      int days = Math.clamp(Duration.between(oldest, now).toDays() + 1, 1, DAYS);
      int all = recent.all().cardinality();
      return new Rehearsal(days, all, matches, whole.examples(), without);
    }
  }

  private int variant(String word, Trial trial, RecentArticles recent) {
    return new Counting(word, trial, recent, LOOKED_AT_IN_VARIANTS).count();
  }

  /** Counts what matches one of the topics on trial. Confined to one thread. */
  private final class Counting {
    private final String id;
    private final Trial trial;
    private final RecentArticles recent;
    private final int most;
    private final int[] likely;
    private final List<Edition> matching = new ArrayList<>();
    private final BitSet seen = new BitSet();

    /**
     * @param most so many are looked at, unless hardly any of them match
     */
    Counting(String id, Trial trial, RecentArticles recent, int most) {
      this.id = id;
      this.trial = trial;
      this.recent = recent;
      this.most = most;
      int[] oldestFirst = trial.likely(id, recent).stream().toArray();
      this.likely = new int[oldestFirst.length];
      for (int i = 0; i < likely.length; i++) {
        likely[i] = oldestFirst[likely.length - 1 - i];
      }
    }

    int count() {
      if (likely.length <= most) {
        return look(0, likely.length, 1);
      }
      long end = System.nanoTime() + LONGEST.toNanos();
      int newest = most / 4;
      int ofNewest = look(0, newest, 1);
      int rest = likely.length - newest;
      int step = Math.max(1, rest / (most - newest));
      int ofRest = look(newest, likely.length, step);
      int looked = (rest + step - 1) / step;
      if (ofNewest + ofRest >= EXAMPLES) {
        return ofNewest + Math.round((float) ofRest * rest / looked);
      }
      for (int at = newest; at < likely.length && System.nanoTime() < end; at += BATCH) {
        look(at, Math.min(likely.length, at + BATCH), 1);
      }
      return matching.size();
    }

    /** Looks at some that were not looked at before; says how many of them match. */
    private int look(int from, int to, int step) {
      int before = matching.size();
      List<Long> sequences = new ArrayList<>();
      for (int at = from; at < to; at += step) {
        if (!seen.get(at)) {
          seen.set(at);
          sequences.add(recent.sequence(likely[at]));
        }
      }
      for (int at = 0; at < sequences.size(); at += BATCH) {
        List<Long> batch = sequences.subList(at, Math.min(sequences.size(), at + BATCH));
        articles.editions(batch).values().stream()
            .filter(edition -> trial.match(edition, who).contains(id))
            .forEach(matching::add);
      }
      return matching.size() - before;
    }

    List<Edition> examples() {
      return matching.stream()
          .sorted(Comparator.comparingLong(Edition::sequence).reversed())
          .limit(EXAMPLES)
          .toList();
    }
  }

  /** The topic without one of its words each, by the word. */
  private Map<String, Topic> variants(Topic topic) {
    Map<String, Topic> variants = new LinkedHashMap<>();
    String text = TopicText.of(topic, Language.ENGLISH);
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length && variants.size() < MOST_VARIANTS; i++) {
      String word = words[i];
      if (word.chars().allMatch(Character::isLetterOrDigit)) {
        StringBuilder rest = new StringBuilder();
        for (int j = 0; j < words.length; j++) {
          rest.append(j == i ? "" : words[j] + " ");
        }
        if (topics.parse(rest.toString()) instanceof Parsed.Understood(Topic less)
            && !less.equals(topic)) {
          variants.put(word, less);
        }
      }
    }
    return variants;
  }
}
