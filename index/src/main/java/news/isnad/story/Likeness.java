package news.isnad.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.text.NameDistance;

/**
 * How likely two articles report the same event, 0 to 1. Within a language their own terms are
 * compared, across languages what both have: numbers, known names, concepts, and unknown names by
 * how they are spelled in the other script. Stateless.
 */
final class Likeness {
  private static final double SAME_NAME = .14;
  private static final double LEAST_LENGTH = .05;
  private static final double DAY = 86_400_000;
  private static final double DAY_WEIGHT = .5;
  private static final double MOST_DAYS = 60;

  private Likeness() {}

  /**
   * What speaks for and against two articles' reporting the same event; all but days 0 to 1.
   *
   * @param terms how like their terms are
   * @param heads how much of that stands in title or lead of both
   * @param titles how much of it stands in both titles
   * @param names how like their names are
   * @param numbers how much of their numbers they share
   * @param strangers how little of the names that either begins with stands in the other; 0 across
   *     languages
   * @param spellings the share of unknown names that are spelled in the other script too
   * @param days between them
   */
  record Evidence(
      boolean across,
      double terms,
      double heads,
      double titles,
      double names,
      double numbers,
      double strangers,
      double spellings,
      double days) {}

  static Evidence evidence(Article one, Article other) {
    boolean across = one.traits().language() != other.traits().language();
    Terms mine = across ? one.traits().shared() : one.traits().own();
    Terms theirs = across ? other.traits().shared() : other.traits().own();
    Shared shared = new Shared(mine, theirs);
    double spellings = across ? spellings(one, other) : 0;
    double days = Math.abs(one.moment() - other.moment()) / DAY;
    return new Evidence(
        across,
        shared.terms,
        shared.heads,
        shared.titles,
        shared.names / atLeast(mine.names() * theirs.names()),
        shared.numbers / atLeast(mine.numbers() * theirs.numbers()),
        across ? 0 : shared.strangers(mine, theirs),
        spellings,
        days);
  }

  /** Never nothing, so that it may be divided by: a single name in common is not everything. */
  private static double atLeast(double lengths) {
    return Math.max(LEAST_LENGTH, lengths);
  }

  /** What two texts' terms have in common. Confined to one thread. */
  private static final class Shared {
    private double terms;
    private double heads;
    private double titles;
    private double names;
    private double numbers;
    private double ofMine;
    private double ofTheirs;

    Shared(Terms mine, Terms theirs) {
      int i = 0;
      int j = 0;
      while (i < mine.size() && j < theirs.size()) {
        int order = Integer.compare(mine.id(i), theirs.id(j));
        if (order == 0) {
          add(mine.weight(i) * theirs.weight(j), mine.marks(i), theirs.marks(j));
          ofMine += Terms.ofHeadName(mine.weight(i), mine.marks(i));
          ofTheirs += Terms.ofHeadName(theirs.weight(j), theirs.marks(j));
        }
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
    }

    /** Two articles that begin with other names, such as two towns, tell of two events. */
    double strangers(Terms mine, Terms theirs) {
      return mine.headNames() == 0 || theirs.headNames() == 0
          ? 0
          : 1 - Math.max(ofMine / mine.headNames(), ofTheirs / theirs.headNames());
    }

    private void add(double product, int mine, int theirs) {
      int head = Terms.TITLE | Terms.LEAD;
      int both = mine & theirs;
      int any = mine | theirs;
      terms += product;
      heads += (mine & head) == 0 || (theirs & head) == 0 ? 0 : product;
      titles += (both & Terms.TITLE) == 0 ? 0 : product;
      names += (any & Terms.NAME) == 0 ? 0 : product;
      numbers += (any & Terms.NUMBER) == 0 ? 0 : product;
    }
  }

  /** The share of the unknown names of the one with fewer that the other one spells too. */
  private static double spellings(Article some, Article others) {
    boolean inOrder = some.traits().names().size() <= others.traits().names().size();
    Article fewer = inOrder ? some : others;
    Article more = inOrder ? others : some;
    Set<String> left = new HashSet<>(more.traits().names());
    int found = 0;
    int size = fewer.traits().names().size();
    for (int i = 0; i < size; i++) {
      List<String> near = near(fewer, i, more, left);
      left.removeAll(near);
      found += near.isEmpty() ? 0 : 1;
    }
    return found == 0 ? 0 : found / (size + 1.0);
  }

  /** The names that are spelled like one; only those with a key in common are measured. */
  private static List<String> near(Article fewer, int name, Article more, Set<String> left) {
    List<String> near = new ArrayList<>();
    NameDistance from = null;
    for (int i = 0; i < more.traits().names().size(); i++) {
      String other = more.traits().names().get(i);
      if (left.contains(other) && fewer.mayBeSame(name, more, i)) {
        from = from == null ? NameDistance.from(fewer.traits().names().get(name)) : from;
        if (from.to(other, SAME_NAME) <= SAME_NAME) {
          near.add(other);
        }
      }
    }
    return near;
  }

  /** How likely it is. */
  static double of(Article one, Article other) {
    return 1 / (1 + Math.exp(-sum(evidence(one, other))));
  }

  /**
   * The weights were fitted to the developers' stories and to news in two languages, then rounded;
   * the last of each stands where retellings by several outlets begin to count as one event.
   */
  private static double sum(Evidence seen) {
    double time = DAY_WEIGHT * Math.min(MOST_DAYS, seen.days());
    return seen.across()
        ? 8 * seen.terms()
            + 5.6 * seen.heads()
            + 1.4 * seen.titles()
            + 2.4 * seen.names()
            + 2.3 * seen.numbers()
            + 5.5 * seen.spellings()
            - time
            - 4.3
        : 6.5 * seen.terms()
            + 4 * seen.heads()
            + 1.5 * seen.titles()
            + 6 * seen.names()
            + 1.4 * seen.numbers()
            - 5 * seen.strangers()
            - time
            - 4;
  }
}
