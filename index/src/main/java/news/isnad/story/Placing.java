package news.isnad.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides where new articles belong, and what that says of the stories that were there.
 *
 * <ul>
 *   <li>a reprint belongs where its original does
 *   <li>any other article joins the story that it goes best with, if well enough, else begins one
 *   <li>two stories that it goes with, and that go with one another, become one: the one with more
 *       articles, then the older one, keeps its id
 *   <li>a story that it joined, and that falls into two parts which do not go with one another, is
 *       parted: the smaller part gets a new id
 * </ul>
 *
 * <p>Between joining and parting is a gap, so that a story does not go to and fro. Confined to one
 * thread.
 */
final class Placing {
  private static final double JOINS = .5;
  private static final double MERGES = .5;
  private static final double PARTS = .22;
  private static final double NEAR = .3;
  private static final double REPRINT = .6;
  private static final int MOST_MERGED = 3;
  private static final int LEAST_PARTED = 4;
  private static final int MOST_PARTED = 24;
  private static final int ALWAYS_LOOKED_AT = 10;
  private static final int LOOKED_AT_EACH = 4;

  private final Window window;
  private final Changes changes;

  Placing(Window window, Changes changes) {
    this.window = window;
    this.changes = changes;
  }

  /** Told of what becomes of stories, in order. */
  interface Changes {
    /** The number of a new story. */
    long newStory();

    /** All of one story is another from now on. */
    void merged(long story, long into);

    /** An article has gone to another story. */
    void moved(Article article, long story);
  }

  /** What was found near an article. */
  private record Found(@Nullable Article original, Map<Long, Double> likest) {}

  /**
   * Adds an article to the window and to its story.
   *
   * @param before an earlier edition of it, whose story it keeps
   * @return where it came to; later articles may move it
   */
  Placement place(Article article, @Nullable Article before) {
    Found found = found(article);
    Optional<Long> joined = before != null ? Optional.of(before.story()) : joined(article, found);
    article.moveTo(joined.orElseGet(changes::newStory));
    window.add(article);
    Placement placement =
        new Placement(
            article.story(),
            Optional.ofNullable(found.original).map(Article::sequence),
            joined.isEmpty());
    found.likest.entrySet().stream()
        .filter(near -> near.getKey() != article.story() && near.getValue() >= NEAR)
        .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
        .limit(MOST_MERGED)
        .forEach(near -> mergeWith(article, near.getKey()));
    part(article.story());
    return placement;
  }

  private Found found(Article article) {
    Map<Long, Double> likest = new TreeMap<>();
    Article original = null;
    double most = REPRINT;
    for (Article candidate : window.candidates(article)) {
      if (candidate.key().equals(article.key())) {
        continue;
      }
      likest.merge(candidate.story(), Likeness.of(article, candidate), Math::max);
      double shared = containment(article, candidate);
      if (shared > most || (shared == most && isOlder(candidate, original))) {
        most = shared;
        original = candidate;
      }
    }
    return new Found(original, likest);
  }

  private static boolean isOlder(Article one, @Nullable Article other) {
    return other == null || one.sequence() < other.sequence();
  }

  private static double containment(Article one, Article other) {
    return one.traits().language() == other.traits().language()
        ? one.traits().shingles().containment(other.traits().shingles())
        : 0;
  }

  private Optional<Long> joined(Article article, Found found) {
    if (found.original != null) {
      return Optional.of(found.original.story());
    }
    Optional<Long> best = Optional.empty();
    double most = 0;
    for (Map.Entry<Long, Double> near : found.likest.entrySet()) {
      if (near.getValue() >= JOINS) {
        double linkage = Linkage.of(article, window.members(near.getKey()));
        if (linkage >= JOINS && linkage > most) {
          most = linkage;
          best = Optional.of(near.getKey());
        }
      }
    }
    return best;
  }

  private void mergeWith(Article article, long story) {
    List<Article> own = window.members(article.story());
    List<Article> others = window.members(story);
    boolean go =
        story != article.story()
            && !others.isEmpty()
            && Linkage.of(article, others) >= NEAR
            && Linkage.between(own, others) >= MERGES;
    if (go) {
      boolean keepsOwn =
          own.size() > others.size() || (own.size() == others.size() && article.story() < story);
      long from = keepsOwn ? story : article.story();
      long into = keepsOwn ? article.story() : story;
      List.copyOf(window.members(from)).forEach(member -> window.move(member, into));
      changes.merged(from, into);
    }
  }

  private void part(long story) {
    List<Article> members = window.members(story);
    int size = members.size();
    boolean look =
        size >= LEAST_PARTED
            && size <= MOST_PARTED
            && (size <= ALWAYS_LOOKED_AT || size % LOOKED_AT_EACH == 0);
    if (look) {
      Linkage.Halves halves = Linkage.halves(new ArrayList<>(members));
      if (halves.likeness() < PARTS) {
        long other = changes.newStory();
        for (Article article : halves.fewer()) {
          window.move(article, other);
          changes.moved(article, other);
        }
      }
    }
  }
}
