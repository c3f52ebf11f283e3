package news.isnad.bot.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.text.Language;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.TopicText;
import news.isnad.topic.Topics;
import news.isnad.topic.Trial;

/**
 * What a topic would have told of in the last seven days. Immutable.
 *
 * @param days how many days the articles are of
 * @param articles how many were looked at
 * @param matches how many of them match
 * @param examples the newest that match
 * @param without a word without which more would match, where nothing does
 */
record Rehearsal(
    int days, int articles, int matches, List<Edition> examples, Optional<Without> without) {
  static final int DAYS = 7;

  /** Somebody waits for it. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private static final int BATCH = 250;
  private static final int EXAMPLES = 3;
  private static final int MANY_A_DAY = 20;
  private static final int MOST_VARIANTS = 8;
  private static final String WHOLE = "";

  Rehearsal {
    examples = List.copyOf(examples);
  }

  /**
   * A topic with a word less.
   *
   * @param matches how many articles match it
   */
  record Without(String word, int matches) {}

  /** About how many a day; 0 for less than one. */
  int perDay() {
    return Math.round((float) matches / days);
  }

  boolean isTooBroad() {
    return perDay() > MANY_A_DAY;
  }

  boolean isTooNarrow() {
    return matches == 0;
  }

  /** Holds the articles of seven days against a topic, newest first, as far as time suffices. */
  static Rehearsal of(
      Topic topic, Topics topics, ArticleStore articles, Attribution who, Instant now) {
    return of(topic, topics, articles, who, now, LONGEST);
  }

  static Rehearsal of(
      Topic topic,
      Topics topics,
      ArticleStore articles,
      Attribution who,
      Instant now,
      Duration longest) {
    Map<String, Topic> tried = variants(topic, topics);
    tried.put(WHOLE, topic);
    Tally tally = new Tally(topics.trial(tried), who, now);
    long end = System.nanoTime() + longest.toNanos();
    for (long last = articles.lastSequence(); last > 0; last -= BATCH) {
      long latest = last;
      List<Edition> batch =
          articles.after(Math.max(0, last - BATCH), BATCH).stream()
              .filter(each -> each.sequence() <= latest)
              .toList();
      boolean old = !batch.isEmpty() && !batch.getLast().ingested().isAfter(tally.since);
      if (old) {
        break;
      }
      batch.reversed().forEach(tally::take);
      if (System.nanoTime() - end > 0) {
        break;
      }
    }
    return tally.rehearsal();
  }

  /** What was counted so far. Confined to one thread. */
  private static final class Tally {
    private final Trial trial;
    private final Attribution who;
    private final Instant now;
    private final Instant since;
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Edition> examples = new ArrayList<>();
    private Instant oldest;
    private int seen;

    Tally(Trial trial, Attribution who, Instant now) {
      this.trial = trial;
      this.who = who;
      this.now = now;
      this.since = now.minus(Duration.ofDays(DAYS));
      this.oldest = now;
    }

    private void take(Edition edition) {
      Instant time = edition.published().orElse(edition.ingested());
      if (time.isBefore(since)) {
        return;
      }
      seen++;
      oldest = time.isBefore(oldest) ? time : oldest;
      Set<String> matched = trial.match(edition, who);
      matched.forEach(id -> counts.merge(id, 1, Integer::sum));
      if (matched.contains(WHOLE) && examples.size() < EXAMPLES) {
        examples.add(edition);
      }
    }

    private Rehearsal rehearsal() {
      int matches = counts.getOrDefault(WHOLE, 0);
      return new Rehearsal(
          Math.clamp(Duration.between(oldest, now).toDays() + 1, 1, DAYS),
          seen,
          matches,
          examples,
          matches > 0 ? Optional.empty() : best(counts));
    }
  }

  private static Optional<Without> best(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(found -> new Without(found.getKey(), found.getValue()));
  }

  /** The topic without one of its words each, by the word. */
  private static Map<String, Topic> variants(Topic topic, Topics topics) {
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
