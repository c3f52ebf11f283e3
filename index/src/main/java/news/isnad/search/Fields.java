package news.isnad.search;

import news.isnad.text.Language;

/**
 * Names of the index's fields. Those that end in a language hold that language's text only.
 *
 * <p>History of {@link #VERSION}, which stands for fields and analysis: a new number means that the
 * index is rebuilt. With vectors the identity of their model is part of the version.
 *
 * <ul>
 *   <li>1: chunks with stemmed, exact, title, speaker and name-key fields
 *   <li>2: the stemmed field holds the title too; letter 3-grams
 *   <li>3: chunks in which somebody denies something are marked
 *   <li>5: sequence, time, language and outlet of each chunk's edition, to count articles by
 *   <li>6: where a chunk is found is a column, like the sequence; nothing is stored
 *   <li>7: chunks in which somebody denies something are marked by their moment
 *   <li>8: more keys of names: Abdelhakim also as Hakim, a German st, a silent b
 * </ul>
 */
final class Fields {
  static final String VERSION = "8";

  /** Article and language: what an edition replaces. */
  static final String ARTICLE = "article";

  /** The sequence of the edition. */
  static final String EDITION = "edition";

  static final String FIRST = "first";
  static final String LAST = "last";
  static final String PUBLISHED = "published";

  /** When it was published, or came in. */
  static final String MOMENT = "moment";

  static final String LANGUAGE = "language";

  /** As it is printed. */
  static final String OUTLET = "outlet";

  /** The moment once more, there where somebody denies something: such chunks are few. */
  static final String DENIED = "denied";

  private Fields() {}

  static String stemmed(Language language) {
    return "stem_" + language.code();
  }

  static String exact(Language language) {
    return "exact_" + language.code();
  }

  static String title(Language language) {
    return "title_" + language.code();
  }

  static String speaker(Language language) {
    return "said_" + language.code();
  }

  static String grams(Language language) {
    return "gram_" + language.code();
  }

  static boolean isGrams(String field) {
    return field.startsWith("gram_");
  }

  /** What the chunk means, where a model is installed. */
  static String vector(Language language) {
    return "vector_" + language.code();
  }

  static String names(Language language) {
    return "names_" + language.code();
  }
}
