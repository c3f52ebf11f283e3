package news.isnad.story;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.NameDistance;

/**
 * How likely two articles report the same event, 0 to 1. Within a language their own terms are
 * compared, across languages what both have: numbers, known names, concepts, and unknown names by
 * how they are spelled in the other script. Stateless.
 */
final class Likeness {
  private static final double SAME_NAME = .14;
  private static final double DAY = 86_400_000;

  private Likeness() {}

  /** What speaks for and against two articles' reporting the same event. */
  record Evidence(
      boolean across,
      double terms,
      double titles,
      double names,
      double numbers,
      double spellings,
      double days) {}

  static Evidence evidence(Article one, Article other) {
    boolean across = one.traits().language() != other.traits().language();
    Terms mine = across ? one.traits().shared() : one.traits().own();
    Terms theirs = across ? other.traits().shared() : other.traits().own();
    double terms = 0;
    double titles = 0;
    double names = 0;
    double numbers = 0;
    int i = 0;
    int j = 0;
    while (i < mine.size() && j < theirs.size()) {
      int order = Integer.compare(mine.id(i), theirs.id(j));
      if (order == 0) {
        double product = mine.weight(i) * theirs.weight(j);
        int both = mine.marks(i) & theirs.marks(j);
        terms += product;
        titles += (both & Terms.TITLE) == 0 ? 0 : product;
        names += (both & Terms.NAME) == 0 ? 0 : product;
        numbers += (both & Terms.NUMBER) == 0 ? 0 : product;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    double spellings = across ? spellings(one.traits().names(), other.traits().names()) : 0;
    double days = Math.abs(one.moment() - other.moment()) / DAY;
    return new Evidence(across, terms, titles, names, numbers, spellings, days);
  }

  /** The share of the unknown names of the one with fewer that the other one spells too. */
  private static double spellings(List<String> some, List<String> others) {
    List<String> fewer = some.size() <= others.size() ? some : others;
    List<String> left = new ArrayList<>(some.size() <= others.size() ? others : some);
    int found = 0;
    for (String name : fewer) {
      NameDistance from = NameDistance.from(name);
      if (left.removeIf(each -> from.to(each) <= SAME_NAME)) {
        found++;
      }
    }
    return found == 0 ? 0 : found / (fewer.size() + 1.0);
  }

  /** How likely it is. */
  static double of(Article one, Article other) {
    Evidence seen = evidence(one, other);
    double sum =
        seen.across()
            ? 14 * seen.terms() + 4 * seen.titles() + 3 * seen.spellings() - 4.2
            : 14 * seen.terms() + 4 * seen.titles() + 3 * seen.names() - 4.2;
    return 1 / (1 + Math.exp(-(sum - .25 * seen.days())));
  }
}
