package news.isnad.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A folded word with what was found out about it. News use the same words again and again: most
 * that are met are one and the same object, so that what is remembered of it is at hand without
 * looking the word up. Equal where the words are equal. Safe for concurrent use.
 */
public final class Folded {
  /** How many functions have a place of their own for their results, as most do. */
  static final int OWN_PLACES = 24;

  /** How many places there are for the others, which take them from one another. */
  static final int SHARED_PLACES = 8;

  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(Object[].class);

  private static final Remembered<Folded> MET = new Remembered<>(Folded::new, 30, 1 << 15);

  private final String text;
  private final boolean empty;
  private final boolean arabic;
  private final boolean stopsEnglish;
  private final boolean stopsArabic;
  private volatile @Nullable String englishStem;
  private volatile @Nullable String arabicStem;
  private volatile @Nullable Object @Nullable [] known;

  private Folded(String text) {
    this.text = text;
    this.empty = text.isEmpty();
    this.arabic = NameKeys.isArabic(text);
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

  /** Whether nothing is left of the word: then it is none. */
  boolean isEmpty() {
    return empty;
  }

  /** Whether it begins with an Arabic letter. */
  boolean isArabic() {
    return arabic;
  }

  /** Its stem; itself where it is not in the language's script. */
  public String stem(Language language) {
    return switch (language) {
      case ENGLISH -> {
        String stem = englishStem;
        if (stem == null) {
          stem = same(Words.stem(text, language));
          englishStem = stem;
        }
        yield stem;
      }
      case ARABIC -> {
        String stem = arabicStem;
        if (stem == null) {
          stem = same(Words.stem(text, language));
          arabicStem = stem;
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
    @Nullable Object[] all = known;
    return all == null ? null : PLACES.getAcquire(all, place);
  }

  void know(int place, Object value) {
    @Nullable Object[] all = known;
    if (all == null) {
      all = new Object[OWN_PLACES + SHARED_PLACES];
      known = all;
    }
    PLACES.setRelease(all, place, value);
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
