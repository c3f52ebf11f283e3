package news.isnad.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A folded word with what was found out about it. News use the same words again and again: most
 * that are met are one and the same object, so that what is remembered of it is at hand without
 * looking the word up. Equal where the words are equal. Safe for concurrent use.
 */
public final class Folded {
  /** How many functions a word remembers the results of; more take one another's places. */
  private static final int PLACES = 24;

  private static final Remembered<Folded> MET = new Remembered<>(Folded::new, 30, 1 << 15);

  private final String text;
  private final boolean stopsEnglish;
  private final boolean stopsArabic;
  private volatile @Nullable String english;
  private volatile @Nullable String arabic;
  private volatile @Nullable AtomicReferenceArray<@Nullable Object> known;

  private Folded(String text) {
    this.text = text;
    this.stopsEnglish = StopWords.contains(Language.ENGLISH, text);
    this.stopsArabic = StopWords.contains(Language.ARABIC, text);
  }

  /** A word that is folded already. */
  public static Folded of(String folded) {
    return MET.of(folded);
  }

  /** The word itself. */
  public String text() {
    return text;
  }

  /** Its stem; itself where it is not in the language's script. */
  public String stem(Language language) {
    return switch (language) {
      case ENGLISH -> {
        String stem = english;
        if (stem == null) {
          stem = same(Words.stem(text, language));
          english = stem;
        }
        yield stem;
      }
      case ARABIC -> {
        String stem = arabic;
        if (stem == null) {
          stem = same(Words.stem(text, language));
          arabic = stem;
        }
        yield stem;
      }
    };
  }

  /** One text for what is equal, so that comparing it reads no letters. */
  private String same(String stem) {
    return stem.equals(text) ? text : stem;
  }

  /** Whether it is a stop word of a language. */
  public boolean isStopWord(Language language) {
    return switch (language) {
      case ENGLISH -> stopsEnglish;
      case ARABIC -> stopsArabic;
    };
  }

  /** What is remembered at a place; null for nothing. */
  @Nullable Object known(int place) {
    AtomicReferenceArray<@Nullable Object> all = known;
    return all == null ? null : all.get(place % PLACES);
  }

  void know(int place, Object value) {
    AtomicReferenceArray<@Nullable Object> all = known;
    if (all == null) {
      all = new AtomicReferenceArray<>(PLACES);
      known = all;
    }
    all.set(place % PLACES, value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Folded folded && text.equals(folded.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
