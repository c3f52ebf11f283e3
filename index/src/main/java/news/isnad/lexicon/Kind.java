package news.isnad.lexicon;

import java.util.Locale;

/** What a known name names. */
public enum Kind {
  PERSON,
  GOVERNMENT,
  INSTITUTION,
  BODY,
  AGENCY,
  OUTLET,
  PARTY,
  GROUP,
  COMPANY,
  PLACE,
  /** Taught by its names alone. No row of the table has it. */
  UNKNOWN;

  /**
   * The kind as the table writes it, in lower case.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  static Kind of(String word) {
    return valueOf(word.strip().toUpperCase(Locale.ROOT));
  }
}
