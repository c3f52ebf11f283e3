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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds out cheaply which topics an article may match, in one language.
 *
 * <p>Of each condition is kept, what it cannot do without: groups of words and runs of words, of
 * each of which one must be there, such as all that a thing may be called; and groups of which none
 * may be there. Many topics share a group, so an article is first reduced to the groups that it
 * has. A topic is listed under that of its groups that articles have most seldom; its other groups
 * are bits to be looked up. Conditions that say nothing else are decided here; names with something
 * between their words, and alternatives of several things each, are left to the monitor.
 *
 * <p>The more articles were seen, the better is known which group is rare: the topics are put in
 * order after 64, 512, 4,096 articles and so on. Not safe for changes while it is read; for reading
 * it is.
 */
final class Presearch {
  /** Articles after which is known what is rare. */
  private static final int FIRST_ORDER = 64;

  private static final int NO_GROUP = -1;

  private final Map<String, Map<String, Word>> words = new HashMap<>();
  private final Map<Set<Condition>, Integer> numbers = new HashMap<>();
  private final Map<Condition.Phrase, Run> runs = new HashMap<>();
  private int lastWord;
  private final List<Group> groups = new ArrayList<>();
  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Group everywhere = new Group();
  private final ReentrantLock counting = new ReentrantLock();
  private final AtomicLong seen = new AtomicLong();
  private volatile long nextOrder = FIRST_ORDER;

  /** What an article may match, by id. Immutable. */
  record Found(Set<String> decided, List<String> candidates) {}

  /** A topic by the numbers of its groups, rarest first. */
  private static final class Entry {
    final String id;
    final boolean decided;
    final int[] excluded;
    int[] needed;

    Entry(String id, boolean decided, int[] needed, int[] excluded) {
      this.id = id;
      this.decided = decided;
      this.needed = needed;
      this.excluded = excluded;
    }

    int second() {
      return needed.length > 1 ? needed[1] : NO_GROUP;
    }

    int firstExcluded() {
      return excluded.length > 0 ? excluded[0] : NO_GROUP;
    }

    /** Whether what does not stand in the list fits, too. */
    boolean fits(BitSet present) {
      for (int i = 2; i < needed.length; i++) {
        if (!present.get(needed[i])) {
          return false;
        }
      }
      for (int i = 1; i < excluded.length; i++) {
        if (present.get(excluded[i])) {
          return false;
        }
      }
      return true;
    }
  }

  /** A term: its number, the groups that it is of, and the runs that are listed under it. */
  private static final class Word {
    final int number;
    int[] groups = {};
    Run[] runs = {};
    boolean isOfRun;

    Word(int number) {
      this.number = number;
    }
  }

  /** Words one after the other, and the groups that they are of. */
  private static final class Run {
    final Word[] words;
    final int[] places;
    int[] groups = {};

    Run(Word[] words, int[] places) {
      this.words = words;
      this.places = places;
    }

    boolean isIn(Present present) {
      for (Word word : words) {
        if (!present.words.get(word.number)) {
          return false;
        }
      }
      for (int first : present.places(words[0])) {
        int start = first - places[0];
        int at = 1;
        while (at < words.length && isAt(start + places[at], present.places(words[at]))) {
          at++;
        }
        if (at == words.length) {
          return true;
        }
      }
      return false;
    }

    private static boolean isAt(int place, List<Integer> places) {
      return places.contains(place);
    }
  }

  /** The words of an article, and where those of runs stand. */
  private static final class Present {
    final BitSet words;
    final List<Word> found = new ArrayList<>();
    private final Map<Integer, List<Integer>> places = new HashMap<>();

    Present(int size) {
      words = new BitSet(size);
    }

    void add(Word word, int place) {
      if (!words.get(word.number)) {
        words.set(word.number);
        found.add(word);
      }
      if (word.isOfRun) {
        places.computeIfAbsent(word.number, _ -> new ArrayList<>(2)).add(place);
      }
    }

    List<Integer> places(Word word) {
      return places.getOrDefault(word.number, List.of());
    }
  }

  /**
   * The topics under a group: of each its place, the next group that it needs and the first that it
   * excludes. For most topics this says all.
   */
  private static final class Group {
    private static final int STEP = 3;

    private int[] topics = {};
    private int size;

    /** Articles that had the group. */
    private int seen;

    void add(int place, Entry entry) {
      if (size == topics.length) {
        topics = Arrays.copyOf(topics, Math.max(STEP, size * 2));
      }
      topics[size] = place;
      topics[size + 1] = entry.second();
      topics[size + 2] = entry.firstExcluded();
      size += STEP;
    }

    void remove(int place) {
      for (int at = 0; at < size; at += STEP) {
        if (topics[at] == place) {
          size -= STEP;
          System.arraycopy(topics, size, topics, at, STEP);
          return;
        }
      }
    }
  }

  /** Adds a topic that is not there; true where the monitor has to decide about it. */
  boolean add(String id, Condition condition) {
    List<Set<Condition>> excluded = new ArrayList<>();
    boolean decided = isDecided(condition, excluded);
    Entry entry = new Entry(id, decided, byRarity(numbers(needed(condition))), numbers(excluded));
    int place = free.isEmpty() ? entries.size() : free.pop();
    if (place == entries.size()) {
      entries.add(entry);
    } else {
      entries.set(place, entry);
    }
    places.put(id, place);
    under(entry).add(place, entry);
    return !decided;
  }

  void remove(String id) {
    Integer place = places.remove(id);
    if (place == null) {
      return;
    }
    Entry entry = entries.set(place, null);
    if (entry != null) {
      under(entry).remove(place);
    }
    free.push(place);
  }

  private Group under(Entry entry) {
    return entry.needed.length == 0 ? everywhere : groups.get(entry.needed[0]);
  }

  /** The groups, first that which articles have most seldom. */
  private int[] byRarity(int[] numbered) {
    return Arrays.stream(numbered)
        .boxed()
        .sorted((a, b) -> Long.compare(frequency(a), frequency(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** In how many articles a group was seen; until enough were, how many topics it has. */
  private long frequency(int number) {
    Group group = groups.get(number);
    return seen.get() < FIRST_ORDER ? group.size : group.seen;
  }

  /** Whether enough articles were seen since the last order to arrange the topics anew. */
  boolean isOutOfOrder() {
    return seen.get() >= nextOrder;
  }

  /** Lists the topics by how often their groups were seen. A change. */
  void putInOrder() {
    nextOrder = seen.get() * 8;
    groups.forEach(group -> group.size = 0);
    everywhere.size = 0;
    for (int place = 0; place < entries.size(); place++) {
      Entry entry = entries.get(place);
      if (entry != null) {
        entry.needed = byRarity(entry.needed);
        under(entry).add(place, entry);
      }
    }
  }

  private int[] numbers(Collection<Set<Condition>> all) {
    return all.stream().mapToInt(this::number).distinct().toArray();
  }

  private int number(Set<Condition> parts) {
    Integer known = numbers.get(parts);
    if (known != null) {
      return known;
    }
    int number = groups.size();
    groups.add(new Group());
    numbers.put(Set.copyOf(parts), number);
    for (Condition part : parts) {
      switch (part) {
        case Condition.Term(String field, String text) -> {
          Word word = word(field, text);
          word.groups = with(word.groups, number);
        }
        case Condition.Phrase phrase -> {
          Run run = run(phrase);
          run.groups = with(run.groups, number);
        }
        case Condition.Constant _, Condition.All _, Condition.Any _, Condition.Not _ ->
            throw new IllegalArgumentException("no part of a group: " + part);
      }
    }
    return number;
  }

  private static int[] with(int[] numbers, int number) {
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    more[numbers.length] = number;
    return more;
  }

  private Word word(String field, String text) {
    return words
        .computeIfAbsent(field, _ -> new HashMap<>())
        .computeIfAbsent(text, _ -> new Word(lastWord++));
  }

  /** Lists a run under the word that has fewest runs so far. */
  private Run run(Condition.Phrase phrase) {
    Run known = runs.get(phrase);
    if (known != null) {
      return known;
    }
    Word[] of =
        phrase.texts().stream().map(text -> word(phrase.field(), text)).toArray(Word[]::new);
    int[] places = phrase.places().stream().mapToInt(Integer::intValue).toArray();
    Run run = new Run(of, places);
    Word under = of[0];
    for (Word word : of) {
      word.isOfRun = true;
      under = word.runs.length < under.runs.length ? word : under;
    }
    under.runs = Arrays.copyOf(under.runs, under.runs.length + 1);
    under.runs[under.runs.length - 1] = run;
    runs.put(phrase, run);
    return run;
  }

  /** The topics that an article matches or may match. */
  Found of(Matter matter) {
    BitSet present = present(matter);
    count(present);
    Set<String> decided = new HashSet<>();
    List<String> candidates = new ArrayList<>();
    for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
      collect(groups.get(at), present, decided, candidates);
    }
    collect(everywhere, present, decided, candidates);
    return new Found(decided, candidates);
  }

  private void count(BitSet present) {
    if (counting.tryLock()) {
      try {
        seen.incrementAndGet();
        for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
          groups.get(at).seen++;
        }
      } finally {
        counting.unlock();
      }
    }
  }

  private void collect(Group group, BitSet present, Set<String> decided, List<String> candidates) {
    for (int at = 0; at < group.size; at += Group.STEP) {
      int needed = group.topics[at + 1];
      int excluded = group.topics[at + 2];
      if ((needed < 0 || present.get(needed)) && (excluded < 0 || !present.get(excluded))) {
        Entry entry = entries.get(group.topics[at]);
        if (entry != null && entry.fits(present)) {
          (entry.decided ? decided : candidates).add(entry.id);
        }
      }
    }
  }

  /** The groups that an article has. */
  private BitSet present(Matter matter) {
    Present present = new Present(lastWord);
    matter
        .fields()
        .forEach(
            (field, terms) -> {
              Map<String, Word> known = words.getOrDefault(field, Map.of());
              int place = 0;
              for (Matter.Placed term : terms) {
                place += term.step();
                Word word = known.get(term.text());
                if (word != null) {
                  present.add(word, place);
                }
              }
            });
    BitSet found = new BitSet(groups.size());
    for (Word word : present.found) {
      for (int group : word.groups) {
        found.set(group);
      }
      for (Run run : word.runs) {
        if (run.isIn(present)) {
          for (int group : run.groups) {
            found.set(group);
          }
        }
      }
    }
    return found;
  }

  /** Whether something is found by looking at its words and their places alone. */
  private static boolean isPlain(Condition condition) {
    return condition instanceof Condition.Term
        || (condition instanceof Condition.Phrase phrase && phrase.slop() == 0);
  }

  /** Groups, of each of which a matching article has one. */
  private static List<Set<Condition>> needed(Condition condition) {
    return switch (condition) {
      case Condition.Constant _, Condition.Not _ -> List.of();
      case Condition.Term term -> List.of(Set.of(term));
      case Condition.Phrase phrase when isPlain(phrase) -> List.of(Set.of(phrase));
      case Condition.Phrase(String field, List<String> texts, _, _) -> {
        List<Set<Condition>> each = new ArrayList<>();
        new LinkedHashSet<>(texts)
            .forEach(text -> each.add(Set.of(new Condition.Term(field, text))));
        yield each;
      }
      case Condition.All(List<Condition> parts) ->
          parts.stream().flatMap(part -> needed(part).stream()).toList();
      case Condition.Any(List<Condition> parts) -> {
        Set<Condition> one = new LinkedHashSet<>();
        boolean bound = true;
        for (Condition part : parts) {
          List<Set<Condition>> inner = needed(part);
          bound &= !inner.isEmpty();
          inner.stream().min((a, b) -> Integer.compare(a.size(), b.size())).ifPresent(one::addAll);
        }
        yield bound ? List.of(one) : List.of();
      }
    };
  }

  /** Whether the groups say everything; collects the groups of which none may be there. */
  private static boolean isDecided(Condition condition, List<Set<Condition>> excluded) {
    return switch (condition) {
      case Condition.Term _ -> true;
      case Condition.Any(List<Condition> parts) -> parts.stream().allMatch(Presearch::isPlain);
      case Condition.Not(Condition part) -> isExcluded(part, excluded);
      case Condition.All(List<Condition> parts) -> {
        boolean decided = true;
        for (Condition part : parts) {
          decided &= !(part instanceof Condition.All) && isDecided(part, excluded);
        }
        yield decided;
      }
      case Condition.Phrase _ -> isPlain(condition);
      case Condition.Constant _ -> false;
    };
  }

  /** What is plain excludes by itself; whether it is all that excludes. */
  private static boolean isExcluded(Condition part, List<Set<Condition>> excluded) {
    List<Condition> parts =
        part instanceof Condition.Any(List<Condition> any) ? any : List.of(part);
    Set<Condition> terms = new LinkedHashSet<>();
    for (Condition each : parts) {
      if (isPlain(each)) {
        terms.add(each);
      }
    }
    if (!terms.isEmpty()) {
      excluded.add(terms);
    }
    return terms.size() == parts.size();
  }
}
