package news.isnad.speaker;

import java.util.Locale;

/** How a statement is given. */
public enum Speech {
  /** In the speaker's own words, between quotation marks. */
  DIRECT,
  /** In the outlet's words: "he said that ...". */
  REPORTED,
  /** Reported, with a quoted part: said it was "concerning". */
  MIXED,
  /** The outlet's own words; nobody else speaks. */
  NONE;

  /** The name used in JSON: {@code direct}, {@code reported}, {@code mixed}, {@code none}. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
