package news.isnad.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of the index that {@link Analyzers} would make of a text, from words that are at hand.
 * Where the index keeps positions the terms have theirs. One for each document: its streams share
 * their attributes, as Lucene reads field after field. Confined to one thread at a time.
 */
public final class TermStreams {
  private static final OfWord<BytesRef> WORD = new OfWord<>(word -> new BytesRef(word.text()));
  private static final OfWord<BytesRef> ENGLISH_STEM =
      new OfWord<>(word -> new BytesRef(word.stem(Language.ENGLISH)));
  private static final OfWord<BytesRef> ARABIC_STEM =
      new OfWord<>(word -> new BytesRef(word.stem(Language.ARABIC)));
  private static final OfWord<List<BytesRef>> NAMES =
      new OfWord<>(word -> bytes(Terms.keyed(word.text())));
  private static final OfWord<Gram[]> GRAMS = new OfWord<>(TermStreams::grams);

  /** Most words share their letters with others. */
  private static final Remembered<Gram> SAME = new Remembered<>(Gram::new);

  private static final int FEWEST_PLACES = 512;

  private final AttributeSource attributes = new AttributeSource();

  /** Letters of words, and a number for them. */
  private static final class Gram {
    final BytesRef bytes;
    final int hash;

    Gram(String letters) {
      this.bytes = new BytesRef(letters);
      this.hash = letters.hashCode() * 0x9E3779B9;
    }
  }

  private static Gram[] grams(Folded word) {
    return Terms.letters(word.text()).stream().map(SAME::of).toArray(Gram[]::new);
  }

  private static List<BytesRef> bytes(List<String> terms) {
    return terms.stream().map(BytesRef::new).toList();
  }

  /** As {@link Analyzers#exact}. */
  public TokenStream exact(List<Word> words) {
    TermStream stream = new TermStream(attributes, words.size(), false);
    for (Word word : words) {
      stream.add(WORD.of(word.form()), 1, 1);
    }
    return stream;
  }

  /** As {@link Analyzers#stemmed}. */
  public TokenStream stemmed(List<Word> words, Language language) {
    OfWord<BytesRef> stems = language == Language.ARABIC ? ARABIC_STEM : ENGLISH_STEM;
    TermStream stream = new TermStream(attributes, words.size(), false);
    int step = 1;
    for (Word word : words) {
      if (word.form().isStopWord(language)) {
        step++;
      } else {
        stream.add(stems.of(word.form()), step, 1);
        step = 1;
      }
    }
    return stream;
  }

  /** As {@link Analyzers#names}, without positions. */
  public TokenStream names(String text, List<Word> words) {
    TermStream stream = new TermStream(attributes, words.size(), false);
    Set<Folded> seen = new HashSet<>();
    for (Word word : words) {
      if (Terms.mayBeName(word, text) && seen.add(word.form())) {
        NAMES.of(word.form()).forEach(key -> stream.add(key, 1, 1));
      }
    }
    return stream;
  }

  /**
   * As {@link Analyzers#grams}, without positions: each term once, with its frequency. The last
   * position is that of the last word which has terms, from 0.
   */
  public TokenStream grams(List<Word> words, Language language) {
    List<Gram[]> all = new ArrayList<>(words.size());
    int many = 0;
    for (Word word : words) {
      if (!word.form().isStopWord(language)) {
        Gram[] grams = GRAMS.of(word.form());
        all.add(grams);
        many += grams.length;
      }
    }
    Counts counts = new Counts(many);
    for (Gram[] grams : all) {
      for (Gram gram : grams) {
        counts.add(gram);
      }
    }
    return counts.stream(attributes, all.size());
  }

  /** How often grams stand in a text. Confined to one thread. */
  private static final class Counts {
    private final Gram[] different;
    private final int[] often;
    private final int[] places;
    private int size;

    Counts(int most) {
      different = new Gram[most];
      often = new int[most];
      places = new int[Math.max(FEWEST_PLACES, Integer.highestOneBit(most + 1) * 2)];
      Arrays.fill(places, -1);
    }

    void add(Gram gram) {
      int place = (gram.hash >>> 8) & (places.length - 1);
      int at = places[place];
      while (at >= 0 && !isSame(different[at], gram)) {
        place = (place + 1) & (places.length - 1);
        at = places[place];
      }
      if (at < 0) {
        at = size++;
        places[place] = at;
        different[at] = gram;
      }
      often[at]++;
    }

    private static boolean isSame(Gram one, Gram other) {
      return one == other || (one.hash == other.hash && one.bytes.bytesEquals(other.bytes));
    }

    /** The first term has stepped over all words: nobody but the field's length sees it. */
    TokenStream stream(AttributeSource attributes, int words) {
      TermStream stream = new TermStream(attributes, size, true);
      for (int i = 0; i < size; i++) {
        stream.add(different[i].bytes, i == 0 ? words : 0, often[i]);
      }
      return stream;
    }
  }
}
