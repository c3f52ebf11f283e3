package news.isnad.question;

import java.time.LocalDate;
import java.util.List;

/**
 * A period that a question names, in whole days. Immutable.
 *
 * @param from first day
 * @param to day behind the last one
 * @param first index of the first word that names it
 * @param last index behind the last word that names it
 * @param names the words that a text would use for it, folded, in both languages: one of each list
 *     must be there
 */
record Period(LocalDate from, LocalDate to, int first, int last, List<List<String>> names) {
  Period {
    names = List.copyOf(names);
  }

  Period widened(int newFirst) {
    return new Period(from, to, Math.min(first, newFirst), last, names);
  }
}
