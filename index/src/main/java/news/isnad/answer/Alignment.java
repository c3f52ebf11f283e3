package news.isnad.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Span;
import news.isnad.text.Word;

/**
 * Where the words of a quotation stand in a text, and how they differ there: the stretch that is
 * made into the quotation by the fewest words put in, left out or replaced. Words are compared
 * folded, so harakat, hamza, case and punctuation make no difference. Immutable.
 *
 * @param span the stretch, from its first word to its last
 * @param different the words in it that the quotation does not have
 * @param missing the words of the quotation that are not in it, as typed
 */
record Alignment(Span span, List<Span> different, List<String> missing) {
  /** Longer texts are looked through up to here. */
  private static final int MOST_WORDS = 20_000;

  Alignment {
    different = List.copyOf(different);
    missing = List.copyOf(missing);
  }

  /**
   * The best place; empty where more than {@code most} words would have to be changed, or none
   * stands there. Takes time and space with the product of both lengths.
   */
  static Optional<Alignment> of(String quote, List<Word> quoted, List<Word> text, int most) {
    List<Word> words = text.subList(0, Math.min(text.size(), MOST_WORDS));
    int[][] cost = costs(quoted, words);
    int[] last = cost[quoted.size()];
    int end = 0;
    for (int j = 1; j < last.length; j++) {
      end = last[j] < last[end] ? j : end;
    }
    return last[end] > most ? Optional.empty() : traced(quote, quoted, words, cost, end);
  }

  /** How many changes make the first i words into words of the text that end before j. */
  private static int[][] costs(List<Word> quoted, List<Word> words) {
    int[][] cost = new int[quoted.size() + 1][words.size() + 1];
    for (int i = 1; i <= quoted.size(); i++) {
      cost[i][0] = i;
      String word = quoted.get(i - 1).folded();
      for (int j = 1; j <= words.size(); j++) {
        int changed = word.equals(words.get(j - 1).folded()) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
      }
    }
    return cost;
  }

  private static Optional<Alignment> traced(
      String quote, List<Word> quoted, List<Word> words, int[][] cost, int end) {
    List<Span> different = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int i = quoted.size();
    int j = end;
    int stop = end;
    boolean any = false;
    while (i > 0) {
      boolean same = j > 0 && quoted.get(i - 1).folded().equals(words.get(j - 1).folded());
      if (j > 0 && cost[i][j] == cost[i - 1][j - 1] + (same ? 0 : 1)) {
        any |= same;
        if (!same) {
          different.add(words.get(j - 1).span());
          missing.add(quoted.get(i - 1).span().of(quote));
        }
        i--;
        j--;
      } else if (cost[i][j] == cost[i - 1][j] + 1) {
        missing.add(quoted.get(i - 1).span().of(quote));
        i--;
      } else {
        different.add(words.get(j - 1).span());
        j--;
      }
    }
    if (!any || j >= stop) {
      return Optional.empty();
    }
    Collections.reverse(different);
    Collections.reverse(missing);
    Span span = new Span(words.get(j).span().start(), words.get(stop - 1).span().end());
    return Optional.of(new Alignment(span, different, missing));
  }
}
