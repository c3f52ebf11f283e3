package news.isnad.text;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The words of a text as numbers, to compare many texts with a few words: for each word, in order,
 * the id of its folded form and of its stem, as {@link Words#of} has them. Made several times
 * faster than the words, and in a fiftieth of their room. Different words have different ids, but
 * for one pair in four thousand millions. Immutable.
 */
public final class WordIds {
  private static final int[] NONE = new int[0];
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** What single letters and marks of the Arabic block fold to. */
  private static final char[] ARABIC = new char[0x100];

  /** Folds to nothing. */
  private static final char IGNORED = 0;

  /** May fold together with its neighbours. */
  private static final char OTHERWISE = 1;

  private static final Stems ENGLISH_STEMS = new Stems(Language.ENGLISH);
  private static final Stems ARABIC_STEMS = new Stems(Language.ARABIC);

  static {
    for (int i = 0; i < ARABIC.length; i++) {
      char c = (char) (0x600 + i);
      String alone = Folding.fold(String.valueOf(c));
      boolean stable = !Folding.needsComposing(String.valueOf(c)) && alone.length() < 2;
      ARABIC[i] = !stable ? OTHERWISE : alone.isEmpty() ? IGNORED : alone.charAt(0);
    }
  }

  private final int[] folded;
  private final int[] stems;
  private final long bits;

  private WordIds(int[] folded, int[] stems) {
    this.folded = folded;
    this.stems = stems;
    long set = 0;
    for (int id : folded) {
      set |= 1L << id;
    }
    for (int id : stems) {
      set |= 1L << id;
    }
    this.bits = set;
  }

  /** The id of a folded word or a stem. */
  public static int id(String foldedOrStem) {
    long hash = 0;
    for (int i = 0; i < foldedOrStem.length(); i++) {
      hash = with(hash, foldedOrStem.charAt(i));
    }
    return id(hash);
  }

  private static long with(long hash, char c) {
    return (hash ^ c) * FACTOR + (hash >>> 29);
  }

  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  private static int id(long hash) {
    return (int) (mixed(hash) >>> 32);
  }

  /** The ids of the words of a part of a text. */
  public static WordIds of(String text, Span part, Language language) {
    Reader reader = new Reader(part.of(text), language);
    reader.read();
    return reader.ids();
  }

  /** How many words there are. */
  public int size() {
    return folded.length;
  }

  /** The id of the folded form of a word. */
  public int folded(int word) {
    return folded[word];
  }

  /** The id of the stem of a word. */
  public int stem(int word) {
    return stems[word];
  }

  /** Whether any word has this id as its folded form. */
  public boolean hasFolded(int id) {
    return (bits & (1L << id)) != 0 && indexOf(folded, id, 0) >= 0;
  }

  /** Whether any word is one of these in its folded form. */
  public boolean hasAnyFolded(IdSet words) {
    if (words.mayHave(bits)) {
      for (int id : folded) {
        if (words.has(id)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether any word has this id as its stem. */
  public boolean hasStem(int id) {
    return (bits & (1L << id)) != 0 && indexOf(stems, id, 0) >= 0;
  }

  /** The first word from a place on whose stem has this id; -1 for none. */
  public int indexOfStem(int id, int from) {
    return (bits & (1L << id)) == 0 ? -1 : indexOf(stems, id, from);
  }

  private static int indexOf(int[] ids, int id, int from) {
    for (int i = from; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** Reads a text. Confined to one thread. */
  private static final class Reader {
    private final String text;
    private final Language language;
    private int[] folded;
    private int[] stems;
    private int size;

    Reader(String text, Language language) {
      this.text = text;
      this.language = language;
      this.folded = new int[text.length() / 5 + 4];
      this.stems = new int[folded.length];
    }

    WordIds ids() {
      return size == 0
          ? new WordIds(NONE, NONE)
          : new WordIds(
              java.util.Arrays.copyOf(folded, size), java.util.Arrays.copyOf(stems, size));
    }

    void read() {
      int at = 0;
      while (at < text.length()) {
        int point = text.codePointAt(at);
        Words.Kind kind = Words.Kind.of(point);
        if (kind == Words.Kind.NONE) {
          at += Character.charCount(point);
          continue;
        }
        int end = Words.end(text, at, kind);
        if (!isPlain(at, end, kind)) {
          word(Words.folded(text.substring(at, end), kind));
        }
        at = end;
      }
    }

    /** Adds a word whose letters fold one by one; false, and nothing, for any other. */
    private boolean isPlain(int from, int to, Words.Kind kind) {
      if (to - from > Words.MAX_LENGTH) {
        return false;
      }
      long hash = 0;
      char last = 0;
      for (int i = from; i < to; i++) {
        char c = plain(text.charAt(i), kind);
        if (c == OTHERWISE) {
          return false;
        }
        if (c != IGNORED) {
          hash = with(hash, c);
          last = c;
        }
      }
      boolean own =
          switch (language) {
            case ARABIC -> kind == Words.Kind.ARABIC;
            case ENGLISH -> last >= 'a' && last <= 'z';
          };
      if (last == 0) {
        return false;
      }
      if (own) {
        add(id(hash), stems(language).of(hash, text, from, to, kind));
      } else {
        add(id(hash), id(hash));
      }
      return true;
    }

    private static char plain(char c, Words.Kind kind) {
      return switch (kind) {
        case LETTER ->
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                ? c
                : c >= 'A' && c <= 'Z' ? (char) (c + 32) : OTHERWISE;
        case DIGIT -> (c >= '0' && c <= '9') || c == '.' ? c : OTHERWISE;
        case ARABIC -> c >= 0x600 && c < 0x700 ? ARABIC[c - 0x600] : OTHERWISE;
        case NONE -> OTHERWISE;
      };
    }

    private void word(String word) {
      if (!word.isEmpty()) {
        add(WordIds.id(word), WordIds.id(Words.stem(word, language)));
      }
    }

    private void add(int word, int stem) {
      if (size == folded.length) {
        folded = java.util.Arrays.copyOf(folded, 2 * size);
        stems = java.util.Arrays.copyOf(stems, 2 * size);
      }
      folded[size] = word;
      stems[size] = stem;
      size++;
    }
  }

  private static Stems stems(Language language) {
    return language == Language.ARABIC ? ARABIC_STEMS : ENGLISH_STEMS;
  }

  /**
   * The ids of the stems of words that were met before, by the hash of the word: its lower bits say
   * where, others whether it is this word. A word that falls on the place of another takes it.
   */
  private static final class Stems {
    private static final int PLACES = 1 << 16;

    private final AtomicLongArray known = new AtomicLongArray(PLACES);
    private final Language language;

    Stems(Language language) {
      this.language = language;
    }

    int of(long hash, String text, int from, int to, Words.Kind kind) {
      long mixed = mixed(hash);
      int place = (int) mixed & (PLACES - 1);
      long check = (mixed >>> 16) << 32;
      long found = known.getPlain(place);
      if (found != 0 && (found & 0xFFFFFFFF00000000L) == check) {
        return (int) found;
      }
      String folded = Words.folded(text.substring(from, to), kind);
      int stem = WordIds.id(Words.stem(folded, language));
      known.setPlain(place, check | (stem & 0xFFFFFFFFL));
      return stem;
    }
  }
}
