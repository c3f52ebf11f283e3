package news.isnad.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.search.NewsIndex;
import news.isnad.text.WordIds;

/** The period that a question names, if it names one. Immutable. */
final class Period {
  /** What happens in a period may be told a little later. */
  private static final Duration SLACK = Duration.ofDays(3);

  private final Optional<NewsIndex.Published> told;
  private final List<List<String>> words;

  private Period(Optional<NewsIndex.Published> told, List<List<String>> words) {
    this.told = told;
    this.words = words;
  }

  static Period of(Reading reading) {
    return new Period(
        reading
            .from()
            .flatMap(from -> reading.to().map(to -> new NewsIndex.Published(from, to.plus(SLACK)))),
        reading.hints().periodWords());
  }

  /** When what happened in it is told; empty where any time will do. */
  Optional<NewsIndex.Published> told() {
    return told;
  }

  /** Published in the period or shortly after, or undated, or the text names the period. */
  boolean has(Unit unit) {
    Optional<Instant> published = unit.view().edition().published();
    if (told.isEmpty() || published.isEmpty()) {
      return true;
    }
    if (published.get().isBefore(told.get().from())) {
      return false;
    }
    return published.get().isBefore(told.get().to()) || isNamed(unit);
  }

  private boolean isNamed(Unit unit) {
    return isNamed(unit, unit.first() - 1, unit.last() + 1);
  }

  /** Whether a unit itself names the period by its words. */
  boolean isNamedIn(Unit unit) {
    return isNamed(unit, unit.first(), unit.last());
  }

  private boolean isNamed(Unit unit, int first, int last) {
    List<WordIds> there = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      if (i >= 0 && i < unit.view().sentences().size()) {
        there.add(unit.view().sentences().get(i).words());
      }
    }
    return !words.isEmpty()
        && words.stream().allMatch(any -> any.stream().anyMatch(word -> contains(there, word)));
  }

  private static boolean contains(List<WordIds> words, String name) {
    for (String part : name.split(" ", -1)) {
      int id = WordIds.id(part);
      if (words.stream().noneMatch(some -> some.hasFolded(id) || some.hasStem(id))) {
        return false;
      }
    }
    return true;
  }
}
