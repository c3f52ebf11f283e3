package news.isnad.text;

import java.util.Locale;
import java.util.Optional;

/** The two languages that are read and answered. Immutable. */
public enum Language {
  ARABIC("ar"),
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639-1 code: {@code ar} or {@code en}. */
  public String code() {
    return code;
  }

  /** The other of the two. */
  public Language other() {
    return this == ARABIC ? ENGLISH : ARABIC;
  }

  /** The language of a code such as {@code ar}, {@code AR} or {@code ar-EG}; empty for others. */
  public static Optional<Language> of(String code) {
    String primary = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return switch (primary) {
      case "ar" -> Optional.of(ARABIC);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }

  /**
   * The language whose script has the most letters in a text. A text without letters of either
   * script is English.
   */
  public static Language detect(CharSequence text) {
    int arabic = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isArabicLetter(c)) {
        arabic++;
      } else if (Character.isLetter(c) && c < 0x250) {
        latin++;
      }
    }
    return arabic > 0 && arabic >= latin ? ARABIC : ENGLISH;
  }

  private static boolean isArabicLetter(char c) {
    return (c >= 0x0620 && c <= 0x06D3 && Character.isLetter(c))
        || (c >= 0xFB50 && c <= 0xFDFF)
        || (c >= 0xFE70 && c <= 0xFEFC);
  }
}
