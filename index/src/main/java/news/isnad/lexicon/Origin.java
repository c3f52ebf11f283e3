package news.isnad.lexicon;

/** Where a translation came from. */
public enum Origin {
  /** An operator taught it. */
  ALIAS,
  /** The bilingual lexicon. */
  LEXICON,
  /** The dictionary that an operator has installed. */
  DICTIONARY,
  /** A country, language, currency or city of the Unicode locale data. */
  CLDR,
  /** The table of known names. */
  KNOWN_NAME,
  /** A word of the index that is spelled as the name would be. */
  NAME_MATCH,
  /** A number, or a word that the other language's texts hold as it is. */
  DIGITS,
  /** Nobody knows the word. */
  NONE
}
