package news.isnad.text;

import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Light stems: the part of a word that its forms share.
 *
 * <p>English: a table of irregular forms (said, met, children), else Porter's second stemmer.
 *
 * <p>Arabic: see {@link ArabicStem}.
 *
 * <p>Stateless, safe for concurrent use.
 */
public final class Stemming {
  private static final int MAX_LENGTH = 40;
  private static final Map<String, String> IRREGULAR = Lists.pairs("english-irregular.txt");
  private static final ThreadLocal<EnglishStemmer> STEMMERS =
      ThreadLocal.withInitial(EnglishStemmer::new);

  private static final Remembered<String> ARABIC = new Remembered<>(ArabicStem::of);
  private static final Remembered<String> ENGLISH = new Remembered<>(Stemming::english);

  private Stemming() {}

  /** The stem of a folded word. */
  public static String stem(String folded, Language language) {
    return switch (language) {
      case ARABIC -> ARABIC.of(folded);
      case ENGLISH -> ENGLISH.of(folded);
    };
  }

  private static String english(String folded) {
    if (folded.length() < 3 || folded.length() > MAX_LENGTH) {
      return folded;
    }
    // A stemmer is dear to make and cheap to use again, but by one thread at a time.
    EnglishStemmer stemmer = STEMMERS.get();
    stemmer.setCurrent(IRREGULAR.getOrDefault(folded, folded));
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
