package news.isnad.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what could not be read, each kind once, a few at most. Confined to one thread. */
final class Problems {
  private static final int MOST = 20;

  private final Set<String> found = new LinkedHashSet<>();

  void add(String problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
