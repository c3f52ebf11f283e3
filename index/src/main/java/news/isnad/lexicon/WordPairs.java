package news.isnad.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.isnad.text.Language;
import news.isnad.text.Stemming;

/**
 * Very many pairs of an English and an Arabic term in little memory: one array of UTF-8, and for
 * each direction that is asked for a sorted array of the terms' hashes with their places. A term is
 * found by the stems of its words. Filled by one thread, then safe for concurrent use.
 */
final class WordPairs {
  private byte[] pool = new byte[1 << 16];
  private int used;
  private int size;
  private final Map<Language, long[]> sides = new ConcurrentHashMap<>();

  /** Adds a pair of terms: folded words with single spaces between them. */
  void add(String english, String arabic) {
    append(english);
    append(arabic);
    size++;
  }

  int size() {
    return size;
  }

  /** Adds all of others. */
  void add(WordPairs others) {
    grow(others.used);
    System.arraycopy(others.pool, 0, pool, used, others.used);
    used += others.used;
    size += others.size;
  }

  private void append(String term) {
    byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
    grow(bytes.length + 1);
    System.arraycopy(bytes, 0, pool, used, bytes.length);
    used += bytes.length + 1;
    pool[used - 1] = '\n';
  }

  private void grow(int more) {
    if (used + more > pool.length) {
      pool = Arrays.copyOf(pool, Math.addExact(pool.length, Math.max(pool.length, more)));
    }
  }

  /**
   * What a term means in the other language, each once: first what terms mean that are spelled
   * exactly so, then what terms with the same stems mean.
   *
   * @param folded its folded words
   * @param stems their stems, as many
   */
  List<String> of(List<String> folded, List<String> stems, Language from) {
    long hash = hash(stems);
    long[] side = sides.computeIfAbsent(from, this::side);
    int at = Arrays.binarySearch(side, hash << 32);
    String typed = String.join(" ", folded);
    Set<String> exact = new LinkedHashSet<>();
    Set<String> kin = new LinkedHashSet<>();
    for (int i = at < 0 ? -at - 1 : at; i < side.length && side[i] >>> 32 == hash; i++) {
      int start = (int) side[i];
      int middle = end(start) + 1;
      String english = text(start);
      String arabic = text(middle);
      String term = from == Language.ENGLISH ? english : arabic;
      if (stems(term, from).equals(stems)) {
        (term.equals(typed) ? exact : kin).add(from == Language.ENGLISH ? arabic : english);
      }
    }
    exact.addAll(kin);
    return new ArrayList<>(exact);
  }

  private long[] side(Language from) {
    long[] side = new long[size];
    int start = 0;
    String last = "";
    long hash = 0;
    for (int i = 0; i < size; i++) {
      int middle = end(start) + 1;
      String term = text(from == Language.ENGLISH ? start : middle);
      if (!term.equals(last)) {
        hash = hash(stems(term, from));
        last = term;
      }
      side[i] = hash << 32 | start;
      start = end(middle) + 1;
    }
    Arrays.sort(side);
    return side;
  }

  private static List<String> stems(String term, Language language) {
    List<String> stems = new ArrayList<>(3);
    for (String word : term.split(" ", -1)) {
      stems.add(Stemming.stem(word, language));
    }
    return stems;
  }

  /** Never negative, so that sorted places are in the order of their hashes. */
  private static long hash(List<String> stems) {
    return stems.hashCode() & Integer.MAX_VALUE;
  }

  private String text(int start) {
    return new String(pool, start, end(start) - start, StandardCharsets.UTF_8);
  }

  private int end(int start) {
    int end = start;
    while (pool[end] != '\n') {
      end++;
    }
    return end;
  }
}
