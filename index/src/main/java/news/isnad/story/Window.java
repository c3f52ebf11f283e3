package news.isnad.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.isnad.text.Language;

/**
 * The articles that new ones are compared with: the latest so many that came in, by story and by
 * their rarest terms. Confined to one thread at a time.
 */
final class Window implements Rarity {
  /** Some three kilobytes each. */
  static final int MOST_ARTICLES = 25_000;

  private static final int TERMS_ASKED = 16;
  private static final int TERMS_LISTED = 24;
  private static final int LATEST_ASKED = 120;

  /** A term that one of so many articles has says little. */
  private static final int COMMON = 40;

  private static final int MOST_CANDIDATES = 24;

  /** So many articles count as seen at the beginning, with terms as they are to be expected. */
  private static final double EXPECTED = 400;

  private final Commonness commonness;
  private final Deque<Article> inOrder = new ArrayDeque<>();
  private final Map<String, Article> byKey = new HashMap<>();
  private final Map<Long, List<Article>> byStory = new HashMap<>();
  private final Map<Integer, Listed> lists = new HashMap<>();
  private final Map<Integer, Integer> frequencies = new HashMap<>();

  Window(Commonness commonness) {
    this.commonness = commonness;
  }

  /** The articles that have a term, oldest first. */
  private static final class Listed {
    private Article[] articles = new Article[2];
    private int size;

    void add(Article article) {
      if (size == articles.length) {
        articles = Arrays.copyOf(articles, size * 2);
      }
      articles[size++] = article;
    }

    void remove(Article article) {
      for (int i = 0; i < size; i++) {
        if (articles[i].equals(article)) {
          System.arraycopy(articles, i + 1, articles, i, size - i - 1);
          size--;
          return;
        }
      }
    }
  }

  /** Adds an article; an earlier edition of it leaves, and so does the oldest of too many. */
  void add(Article article) {
    Article before = byKey.put(article.key(), article);
    if (before != null) {
      inOrder.remove(before);
      leave(before);
    }
    inOrder.addLast(article);
    byStory.computeIfAbsent(article.story(), _ -> new ArrayList<>()).add(article);
    count(article.traits().own(), 1);
    count(article.traits().shared(), 1);
    for (int term : listed(article)) {
      lists.computeIfAbsent(term, _ -> new Listed()).add(article);
    }
    if (inOrder.size() > MOST_ARTICLES) {
      Article oldest = inOrder.removeFirst();
      byKey.remove(oldest.key());
      leave(oldest);
    }
  }

  private void leave(Article article) {
    drop(article);
    count(article.traits().own(), -1);
    count(article.traits().shared(), -1);
    for (int term : listed(article)) {
      Listed list = lists.get(term);
      if (list != null) {
        list.remove(article);
        if (list.size == 0) {
          lists.remove(term);
        }
      }
    }
  }

  private void drop(Article article) {
    List<Article> members = byStory.get(article.story());
    if (members != null) {
      members.remove(article);
      if (members.isEmpty()) {
        byStory.remove(article.story());
      }
    }
  }

  private void count(Terms terms, int step) {
    for (int i = 0; i < terms.size(); i++) {
      int count = frequencies.getOrDefault(terms.id(i), 0) + step;
      if (count > 0) {
        frequencies.put(terms.id(i), count);
      } else {
        frequencies.remove(terms.id(i));
      }
    }
  }

  /** Moves an article to another story. */
  void move(Article article, long story) {
    drop(article);
    article.moveTo(story);
    byStory.computeIfAbsent(story, _ -> new ArrayList<>()).add(article);
  }

  @org.jspecify.annotations.Nullable
  Article article(String key) {
    return byKey.get(key);
  }

  /** The articles of a story that are in the window, in the order in which they came to it. */
  List<Article> members(long story) {
    return byStory.getOrDefault(story, List.of());
  }

  @Override
  public double of(int term) {
    int with = frequencies.getOrDefault(term, 0);
    double expected = EXPECTED * commonness.of(term);
    return Math.log((1 + EXPECTED + inOrder.size()) / (.5 + expected + with));
  }

  /** The articles that have most of the rarest terms in common with these traits, most first. */
  @SuppressWarnings("IdentityHashMapUsage") // articles are told apart by what they are
  List<Article> candidates(Article article) {
    Map<Article, Common> found = new IdentityHashMap<>();
    for (int term : asked(article)) {
      Listed list = lists.get(term);
      if (list != null && !isCommon(list)) {
        double rarity = Math.log(1 + inOrder.size() / (double) list.size);
        for (int i = list.size - 1; i >= Math.max(0, list.size - LATEST_ASKED); i--) {
          found.computeIfAbsent(list.articles[i], Common::new).rarity += rarity;
        }
      }
    }
    List<Common> all = new ArrayList<>(found.values());
    all.sort(Comparator.naturalOrder());
    return all.subList(0, Math.min(MOST_CANDIDATES, all.size())).stream()
        .map(common -> common.article)
        .toList();
  }

  /** Of two long lists nobody learns who has much in common. */
  private boolean isCommon(Listed list) {
    return list.size > LATEST_ASKED && list.size > inOrder.size() / COMMON;
  }

  /** What an article has in common with another. Confined to one thread. */
  private static final class Common implements Comparable<Common> {
    private final Article article;
    private double rarity;

    Common(Article article) {
      this.article = article;
    }

    @Override
    public int compareTo(Common other) {
      int byRarity = Double.compare(other.rarity, rarity);
      return byRarity != 0 ? byRarity : Long.compare(other.article.sequence(), article.sequence());
    }
  }

  private static int[] asked(Article article) {
    return terms(article, TERMS_ASKED);
  }

  private static int[] listed(Article article) {
    return terms(article, TERMS_LISTED);
  }

  private static int[] terms(Article article, int most) {
    Traits traits = article.traits();
    int sharedMost = traits.language() == Language.ARABIC ? 2 * most : most;
    return IntStream.concat(
            IntStream.concat(
                IntStream.of(traits.own().heaviest(most)),
                IntStream.of(traits.shared().heaviest(sharedMost))),
            article.telling())
        .distinct()
        .toArray();
  }
}
