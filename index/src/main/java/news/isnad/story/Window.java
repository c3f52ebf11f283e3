package news.isnad.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
  private final int most;
  private final Deque<Article> inOrder = new ArrayDeque<>();
  private final Map<String, Article> byKey = new HashMap<>();
  private final Map<Long, List<Article>> byStory = new HashMap<>();
  private final Map<Integer, Listed> lists = new HashMap<>();
  private final IntCounts frequencies = new IntCounts();
  private long asked;

  Window(Commonness commonness) {
    this(commonness, MOST_ARTICLES);
  }

  /**
   * @param most how many articles it holds
   */
  Window(Commonness commonness, int most) {
    this.commonness = commonness;
    this.most = most;
  }

  /** How many things it holds: articles, stories, and the lists by which they are found. */
  int size() {
    return inOrder.size() + byKey.size() + byStory.size() + lists.size();
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
    if (inOrder.size() > most) {
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
      frequencies.add(terms.id(i), step);
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
    int with = frequencies.get(term);
    double expected = EXPECTED * commonness.of(term);
    return Math.log((1 + EXPECTED + inOrder.size()) / (.5 + expected + with));
  }

  /** The articles that have most of the rarest terms in common with these traits, most first. */
  List<Article> candidates(Article article) {
    asked++;
    List<Article> found = new ArrayList<>();
    for (int term : asked(article)) {
      Listed list = lists.get(term);
      if (list != null && !isCommon(list)) {
        double rarity = Math.log(1 + inOrder.size() / (double) list.size);
        for (int i = list.size - 1; i >= Math.max(0, list.size - LATEST_ASKED); i--) {
          if (list.articles[i].hasInCommon(rarity, asked)) {
            found.add(list.articles[i]);
          }
        }
      }
    }
    return most(found);
  }

  private static List<Article> most(List<Article> found) {
    PriorityQueue<Article> most =
        new PriorityQueue<>(MOST_CANDIDATES + 1, Article.LESS_IN_COMMON_FIRST);
    for (Article article : found) {
      if (most.size() < MOST_CANDIDATES) {
        most.add(article);
      } else if (Article.MORE_IN_COMMON_FIRST.compare(article, most.element()) < 0) {
        most.remove();
        most.add(article);
      }
    }
    List<Article> inOrder = new ArrayList<>(most);
    inOrder.sort(Article.MORE_IN_COMMON_FIRST);
    return inOrder;
  }

  /** Of two long lists nobody learns who has much in common. */
  private boolean isCommon(Listed list) {
    return list.size > LATEST_ASKED && list.size > inOrder.size() / COMMON;
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
    int[] own = traits.own().heaviest(most);
    int[] shared = traits.shared().heaviest(sharedMost);
    int[] telling = article.telling();
    int[] terms = new int[own.length + shared.length + telling.length];
    int size = 0;
    for (int[] some : List.of(own, shared, telling)) {
      for (int term : some) {
        if (!contains(terms, size, term)) {
          terms[size++] = term;
        }
      }
    }
    return Arrays.copyOf(terms, size);
  }

  private static boolean contains(int[] terms, int size, int term) {
    for (int i = 0; i < size; i++) {
      if (terms[i] == term) {
        return true;
      }
    }
    return false;
  }
}
