package news.isnad.topic;

/** What came of reading a topic. Immutable. */
public sealed interface Parsed {
  /** It can be watched for. */
  record Understood(Topic topic) implements Parsed {}

  /**
   * It cannot.
   *
   * @param at the words that it is about; may be empty
   */
  record Refused(Problem problem, String at) implements Parsed {}

  /** Why a topic cannot be watched for. */
  enum Problem {
    /** No word says what it is about. */
    NOTHING,
    /** More than anybody reads. */
    TOO_LONG,
    /** Only says what it is not about, or only names a language. */
    TOO_WIDE,
    /** A quotation mark is not closed. */
    QUOTATION,
    /** A bracket is not closed, or was not opened. */
    BRACKET,
    /** Nothing stands beside "or". */
    ALTERNATIVE,
    /** A filter without a value. */
    FILTER,
    /** No language that is read here. */
    LANGUAGE
  }
}
