package news.isnad.topic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out cheaply which topics an article may match, in one language.
 *
 * <p>Of each condition is kept, which terms it cannot do without: groups of terms, of each of which
 * one must be there, and terms that must not be there. The topic is listed under the terms of that
 * group that fewest topics are listed under; an article looks up its own terms, and the other
 * groups are checked by number. Conditions that say nothing else are decided here; what depends on
 * the order of words is left to the monitor.
 *
 * <p>Not safe for changes while it is read; for reading it is.
 */
final class Presearch {
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private final List<Listed> listed = new ArrayList<>();
  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Listed everywhere = new Listed();

  /** What an article may match, by id. Immutable. */
  record Found(Set<String> decided, List<String> candidates) {}

  /** A topic by the numbers of its terms. */
  private static final class Entry {
    final String id;
    final boolean decided;
    final int[][] groups;
    final int[] excluded;
    final int anchor;

    Entry(String id, boolean decided, int[][] groups, int[] excluded, int anchor) {
      this.id = id;
      this.decided = decided;
      this.groups = groups;
      this.excluded = excluded;
      this.anchor = anchor;
    }

    boolean fits(BitSet present) {
      for (int i = 0; i < groups.length; i++) {
        if (i != anchor && !any(groups[i], present)) {
          return false;
        }
      }
      return !any(excluded, present);
    }

    private static boolean any(int[] terms, BitSet present) {
      for (int term : terms) {
        if (present.get(term)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The places of the topics under one term. */
  private static final class Listed {
    private int[] places = new int[2];
    private int size;

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }

    void remove(int place) {
      for (int i = 0; i < size; i++) {
        if (places[i] == place) {
          places[i] = places[--size];
          return;
        }
      }
    }
  }

  /** Adds a topic that is not there; true where the monitor has to decide about it. */
  boolean add(String id, Condition condition) {
    List<Set<Condition.Term>> groups = groups(condition);
    Set<Condition.Term> excluded = new HashSet<>();
    boolean decided = isDecided(condition, excluded);
    int[][] numbered = groups.stream().map(this::numbers).toArray(int[][]::new);
    int anchor = anchor(numbered);
    Entry entry = new Entry(id, decided, numbered, numbers(excluded), anchor);
    int place = free.isEmpty() ? entries.size() : free.pop();
    if (place == entries.size()) {
      entries.add(entry);
    } else {
      entries.set(place, entry);
    }
    places.put(id, place);
    for (Listed each : under(entry)) {
      each.add(place);
    }
    return !decided;
  }

  void remove(String id) {
    Integer place = places.remove(id);
    if (place == null) {
      return;
    }
    Entry entry = entries.set(place, null);
    if (entry != null) {
      under(entry).forEach(each -> each.remove(place));
    }
    free.push(place);
  }

  private List<Listed> under(Entry entry) {
    if (entry.anchor < 0) {
      return List.of(everywhere);
    }
    List<Listed> under = new ArrayList<>();
    for (int term : entry.groups[entry.anchor]) {
      under.add(listed.get(term));
    }
    return under;
  }

  private int anchor(int[][] groups) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < groups.length; i++) {
      int sum = 0;
      for (int term : groups[i]) {
        sum += 1 + listed.get(term).size;
      }
      if (sum < fewest) {
        fewest = sum;
        best = i;
      }
    }
    return best;
  }

  private int[] numbers(Collection<Condition.Term> terms) {
    return terms.stream().mapToInt(this::number).distinct().toArray();
  }

  private int number(Condition.Term term) {
    Map<String, Integer> field = numbers.computeIfAbsent(term.field(), _ -> new HashMap<>());
    Integer known = field.get(term.text());
    if (known != null) {
      return known;
    }
    int number = listed.size();
    listed.add(new Listed());
    field.put(term.text(), number);
    return number;
  }

  /** The topics that an article matches or may match. */
  Found of(Matter matter) {
    BitSet present = present(matter);
    Set<String> decided = new HashSet<>();
    Set<String> candidates = new LinkedHashSet<>();
    for (int term = present.nextSetBit(0); term >= 0; term = present.nextSetBit(term + 1)) {
      collect(listed.get(term), present, decided, candidates);
    }
    collect(everywhere, present, decided, candidates);
    return new Found(decided, List.copyOf(candidates));
  }

  private void collect(Listed under, BitSet present, Set<String> decided, Set<String> candidates) {
    for (int i = 0; i < under.size; i++) {
      Entry entry = entries.get(under.places[i]);
      if (entry != null && entry.fits(present)) {
        (entry.decided ? decided : candidates).add(entry.id);
      }
    }
  }

  private BitSet present(Matter matter) {
    BitSet present = new BitSet(listed.size());
    matter
        .fields()
        .forEach(
            (field, terms) -> {
              Map<String, Integer> known = numbers.getOrDefault(field, Map.of());
              for (Matter.Placed term : terms) {
                Integer number = known.get(term.text());
                if (number != null) {
                  present.set(number);
                }
              }
            });
    return present;
  }

  /** Groups of terms, of each of which a matching article has one. */
  private static List<Set<Condition.Term>> groups(Condition condition) {
    return switch (condition) {
      case Condition.Constant _, Condition.Not _ -> List.of();
      case Condition.Term term -> List.of(Set.of(term));
      case Condition.Phrase(String field, List<String> texts, _, _) -> {
        List<Set<Condition.Term>> each = new ArrayList<>();
        new LinkedHashSet<>(texts)
            .forEach(text -> each.add(Set.of(new Condition.Term(field, text))));
        yield each;
      }
      case Condition.All(List<Condition> parts) ->
          parts.stream().flatMap(part -> groups(part).stream()).toList();
      case Condition.Any(List<Condition> parts) -> {
        Set<Condition.Term> one = new LinkedHashSet<>();
        boolean bound = true;
        for (Condition part : parts) {
          List<Set<Condition.Term>> inner = groups(part);
          bound &= !inner.isEmpty();
          inner.stream().min((a, b) -> Integer.compare(a.size(), b.size())).ifPresent(one::addAll);
        }
        yield bound ? List.of(one) : List.of();
      }
    };
  }

  /** Whether groups and excluded terms say everything; collects the excluded terms. */
  private static boolean isDecided(Condition condition, Set<Condition.Term> excluded) {
    return switch (condition) {
      case Condition.Term _ -> true;
      case Condition.Any(List<Condition> parts) ->
          parts.stream().allMatch(Condition.Term.class::isInstance);
      case Condition.Not(Condition part) -> isExcluded(part, excluded);
      case Condition.All(List<Condition> parts) -> {
        boolean decided = true;
        for (Condition part : parts) {
          decided &= !(part instanceof Condition.All) && isDecided(part, excluded);
        }
        yield decided;
      }
      case Condition.Constant _, Condition.Phrase _ -> false;
    };
  }

  private static boolean isExcluded(Condition part, Set<Condition.Term> excluded) {
    return switch (part) {
      case Condition.Term term -> {
        excluded.add(term);
        yield true;
      }
      case Condition.Any(List<Condition> parts) -> {
        boolean all = true;
        for (Condition each : parts) {
          all &= isExcluded(each, excluded);
        }
        yield all;
      }
      case Condition.Constant _, Condition.Phrase _, Condition.All _, Condition.Not _ -> false;
    };
  }
}
