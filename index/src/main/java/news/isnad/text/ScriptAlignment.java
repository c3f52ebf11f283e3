package news.isnad.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Latin name made ready to be compared with Arabic words: the cheapest way to write its letters
 * as those of the word, by the tables {@code latin-arabic-letters.txt} and {@code
 * latin-arabic-beginnings.txt}.
 *
 * <p>Dynamic programming over (letters read, letters written). From each cell a group of up to four
 * Latin letters becomes a group of Arabic letters, a doubled Latin letter is read once, a Latin
 * letter stays unwritten, or an Arabic letter appears. Immutable.
 */
final class ScriptAlignment {
  private static final Map<String, List<Written>> LETTERS = table("latin-arabic-letters.txt");
  private static final Map<String, List<Written>> BEGINNINGS = table("latin-arabic-beginnings.txt");

  /** «ة» at the end of a name, which folding makes a «ه»: Bahra, Salamah. */
  private static final Map<String, Written> ENDINGS =
      Map.of("a", new Written("ه", .05), "ah", new Written("ه", 0));

  private static final int LONGEST = 4;
  private static final double DOUBLED = .02;
  private static final double NAMED_A = .05;
  private static final double UNWRITTEN_CONSONANT = 1;
  private static final double UNWRITTEN_VOWEL = .5;
  private static final double OUT_OF_REACH = 1e9;

  private final String latin;

  /** What a group of letters at a place may be written as; indexed by place and length - 1. */
  private final List<List<List<Written>>> ways;

  /** A way to write letters. */
  private record Written(String arabic, double cost) {}

  ScriptAlignment(String latinLetters) {
    this.latin = latinLetters;
    this.ways = new ArrayList<>(latinLetters.length());
    for (int at = 0; at < latin.length(); at++) {
      List<List<Written>> here = new ArrayList<>(LONGEST);
      for (int n = 1; n <= LONGEST && at + n <= latin.length(); n++) {
        here.add(ways(latin.substring(at, at + n), at == 0));
      }
      ways.add(here);
    }
  }

  private static List<Written> ways(String group, boolean first) {
    if (first) {
      List<Written> beginning = BEGINNINGS.get(group);
      if (beginning != null) {
        return beginning;
      }
      if ("aeiou".indexOf(group.charAt(0)) >= 0) {
        return List.of();
      }
    }
    return LETTERS.getOrDefault(group, List.of());
  }

  /**
   * The cost of writing the name as this word, a folded word without hamza seats.
   *
   * @param most what costs more may be said to cost any more than that
   */
  double cost(String arabic, double most) {
    int n = latin.length();
    int m = arabic.length();
    double[][] costs = new double[n + 1][m + 1];
    for (double[] row : costs) {
      Arrays.fill(row, OUT_OF_REACH);
    }
    costs[0][0] = 0;
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        double here = costs[i][j];
        if (here >= OUT_OF_REACH || here > most) {
          continue;
        }
        if (j < m) {
          lower(costs, i, j + 1, here + appearing(arabic.charAt(j)));
        }
        if (i < n) {
          read(costs, i, j, arabic);
        }
      }
    }
    return costs[n][m];
  }

  private void read(double[][] costs, int i, int j, String arabic) {
    double here = costs[i][j];
    char letter = latin.charAt(i);
    boolean doubled =
        i + 1 < latin.length() && latin.charAt(i + 1) == letter && "aeo".indexOf(letter) < 0;
    if (doubled) {
      lower(costs, i + 1, j, here + DOUBLED);
    }
    List<List<Written>> groups = ways.get(i);
    for (int n = 0; n < groups.size(); n++) {
      for (Written way : groups.get(n)) {
        if (arabic.startsWith(way.arabic, j)) {
          lower(costs, i + n + 1, j + way.arabic.length(), here + way.cost);
        }
      }
    }
    Written ending = ENDINGS.get(latin.substring(i));
    if (ending != null && arabic.substring(j).equals(ending.arabic)) {
      lower(costs, latin.length(), arabic.length(), here + ending.cost);
    }
    if (isNamedA(i) && arabic.startsWith("ي", j)) {
      lower(costs, i + 1, j + 1, here + NAMED_A);
    }
    boolean vowel = "aeiouyh".indexOf(letter) >= 0;
    lower(costs, i + 1, j, here + (vowel ? UNWRITTEN_VOWEL : UNWRITTEN_CONSONANT));
  }

  /** The a of Grace, Hale and Blake, which is spoken as its name. */
  private boolean isNamedA(int at) {
    return at == latin.length() - 3
        && at > 0
        && latin.charAt(at) == 'a'
        && latin.charAt(at + 2) == 'e'
        && "aeiouhr".indexOf(latin.charAt(at + 1)) < 0;
  }

  private static void lower(double[][] costs, int i, int j, double cost) {
    if (cost < costs[i][j]) {
      costs[i][j] = cost;
    }
  }

  private static double appearing(char arabic) {
    return switch (arabic) {
      case 'ا' -> .3;
      case 'ع' -> .2; // Latin letters have none for it: Rabie, Nafie, Mashaal
      case 'و', 'ي', 'ه' -> .35;
      case 'ن' -> .9;
      default -> 1;
    };
  }

  private static Map<String, List<Written>> table(String name) {
    Map<String, List<Written>> table = new HashMap<>();
    for (String line : Lists.lines(name)) {
      String[] parts = line.split("\\s+", -1);
      List<Written> ways = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        int colon = parts[i].indexOf(':');
        String arabic = Folding.fold(parts[i].substring(0, colon));
        ways.add(new Written(arabic, Double.parseDouble(parts[i].substring(colon + 1))));
      }
      table.put(parts[0], List.copyOf(ways));
    }
    return Map.copyOf(table);
  }
}
