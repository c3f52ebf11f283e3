package news.isnad.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.search.Wanted;

/**
 * Whether further passages concern what the first one does. Two counts of the dead both answer "how
 * many", but those of another event say other words of the question: of the words that the first
 * passage has, by rarity, half must be there too.
 *
 * <p>Immutable.
 */
final class SameMatter {
  private static final double ENOUGH = 0.5;
  private static final double BESIDE = 0.8;

  private final Unit first;
  private final Map<Wanted, Double> said;
  private final double all;

  private SameMatter(Unit first, Map<Wanted, Double> said) {
    this.first = first;
    this.said = said;
    this.all = said.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * The matter of a passage.
   *
   * @param topic what is asked about
   * @param rarity of each of these things
   */
  static SameMatter as(Unit first, List<Wanted> topic, Map<Wanted, Double> rarity) {
    Map<Wanted, Double> said = new LinkedHashMap<>();
    for (Wanted wanted : topic) {
      said.put(wanted, rarity.getOrDefault(wanted, 1.0) * says(first, wanted));
    }
    return new SameMatter(first, said);
  }

  /** Passages of one article concern one matter. */
  boolean isOf(Unit other) {
    if (other.view() == first.view()) {
      return true;
    }
    double shared = 0;
    for (Map.Entry<Wanted, Double> each : said.entrySet()) {
      shared += each.getValue() == 0 ? 0 : each.getValue() * says(other, each.getKey());
    }
    return shared >= ENOUGH * all;
  }

  /** How surely a unit says a thing, or what stands beside it, its title or its lead. */
  private static double says(Unit unit, Wanted wanted) {
    ArticleView view = unit.view();
    double inside = 0;
    for (int i = unit.first(); i <= unit.last(); i++) {
      inside = Math.max(inside, view.match(wanted, i));
    }
    double beside = Math.max(view.titleMatch(wanted), view.match(wanted, 0));
    beside = Math.max(beside, view.match(wanted, unit.first() - 1));
    beside = Math.max(beside, view.match(wanted, unit.last() + 1));
    return Math.max(inside, BESIDE * beside);
  }
}
