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
 * @param recurs whether it is named by a weekday or month alone, which come again, or by a year
 *     alone: the words may then belong to what is asked about, as in "Saturday's match"
 * @param unit index of the first word of its own, behind prepositions
 */
record Period(
    LocalDate from,
    LocalDate to,
    int first,
    int last,
    List<List<String>> names,
    boolean recurs,
    int unit) {
  Period {
    names = List.copyOf(names);
  }

  /** A period that is named in full. */
  static Period once(LocalDate from, LocalDate to, int first, int last, List<List<String>> names) {
    return new Period(from, to, first, last, names, false, first);
  }

  Period recurring() {
    return new Period(from, to, first, last, names, true, unit);
  }

  boolean isYear() {
    return from.getDayOfYear() == 1 && to.equals(from.plusYears(1));
  }

  Period until(LocalDate end) {
    return new Period(from, end, first, last, names, false, unit);
  }

  Period widened(int newFirst) {
    return new Period(from, to, Math.min(first, newFirst), last, names, recurs, unit);
  }
}
