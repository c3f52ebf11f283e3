package news.isnad.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How well articles go together. Stateless. */
final class Linkage {
  /** Of greater stories the latest so many are looked at. */
  private static final int LATEST = 8;

  private Linkage() {}

  /**
   * How well an article goes with others, 0 to 1: half of it is how like it is to the likest, half
   * how like it is to the likelier half of them. Itself does not count; with none it is 0.
   */
  static double of(Article article, List<Article> others) {
    double[] likeness =
        latest(others).stream()
            .filter(other -> other != article)
            .mapToDouble(other -> Likeness.of(article, other))
            .sorted()
            .toArray();
    if (likeness.length == 0) {
      return 0;
    }
    int half = likeness.length / 2;
    double mean = Arrays.stream(likeness, half, likeness.length).average().orElse(0);
    return (likeness[likeness.length - 1] + mean) / 2;
  }

  /** How well two stories go together: the mean of how the articles of the smaller one do. */
  static double between(List<Article> some, List<Article> others) {
    List<Article> fewer = some.size() <= others.size() ? some : others;
    List<Article> more = some.size() <= others.size() ? others : some;
    return latest(fewer).stream().mapToDouble(article -> of(article, more)).average().orElse(0);
  }

  static List<Article> latest(List<Article> articles) {
    return articles.subList(Math.max(0, articles.size() - LATEST), articles.size());
  }

  /**
   * Parts articles in two, so that those that are most like one another stay together.
   *
   * @param articles at least two, few enough to compare each with each
   * @return the smaller part first
   */
  static Halves halves(List<Article> articles) {
    int size = articles.size();
    double[][] sums = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        sums[i][j] = Likeness.of(articles.get(i), articles.get(j));
        sums[j][i] = sums[i][j];
      }
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    while (groups.size() > 2) {
      joinLikest(groups, sums);
    }
    List<Integer> one = groups.getFirst();
    List<Integer> other = groups.getLast();
    List<Integer> fewer = one.size() < other.size() ? one : other;
    List<Integer> more = one.size() < other.size() ? other : one;
    return new Halves(
        fewer.stream().map(articles::get).toList(),
        more.stream().map(articles::get).toList(),
        mean(fewer, more, sums));
  }

  /** Two parts of a story and how like they are on average. Immutable. */
  record Halves(List<Article> fewer, List<Article> more, double likeness) {}

  private static void joinLikest(List<List<Integer>> groups, double[][] sums) {
    int first = 0;
    int second = 1;
    double most = -1;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        double mean = mean(groups.get(i), groups.get(j), sums);
        if (mean > most) {
          most = mean;
          first = i;
          second = j;
        }
      }
    }
    groups.get(first).addAll(groups.remove(second));
  }

  private static double mean(List<Integer> some, List<Integer> others, double[][] sums) {
    double sum = 0;
    for (int i : some) {
      for (int j : others) {
        sum += sums[i][j];
      }
    }
    return sum / (some.size() * others.size());
  }
}
