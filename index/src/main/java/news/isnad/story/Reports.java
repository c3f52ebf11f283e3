package news.isnad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a story was reported. Immutable.
 *
 * @param articles how many articles tell it
 * @param independent how many reports remain where those of one outlet, reprints, and those that
 *     credit one another or the same upstream count once
 */
public record Reports(int articles, int independent) {

  static Reports of(List<Set<String>> ties) {
    List<Set<String>> apart = new ArrayList<>();
    for (Set<String> each : ties) {
      Set<String> joined = new HashSet<>(each);
      List<Set<String>> same =
          apart.stream().filter(other -> !Collections.disjoint(other, each)).toList();
      apart.removeAll(same);
      same.forEach(joined::addAll);
      apart.add(joined);
    }
    return new Reports(ties.size(), apart.size());
  }
}
