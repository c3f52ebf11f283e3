package news.isnad.text;

import java.util.Set;

/**
 * Words that say nothing about what a text is about. Stateless, safe for concurrent use.
 *
 * <p>{@code us} is not among the English ones: it is a country more often than a pronoun.
 */
public final class StopWords {
  private static final Set<String> ARABIC = Lists.words("arabic-stop-words.txt");
  private static final Set<String> ENGLISH = Lists.words("english-stop-words.txt");

  private StopWords() {}

  /** Whether a folded word is a stop word; an Arabic one also behind و or ف. */
  public static boolean contains(Language language, String folded) {
    return switch (language) {
      case ENGLISH -> ENGLISH.contains(folded);
      case ARABIC ->
          ARABIC.contains(folded)
              || (folded.length() > 2
                  && (folded.charAt(0) == 'و' || folded.charAt(0) == 'ف')
                  && ARABIC.contains(folded.substring(1)));
    };
  }
}
