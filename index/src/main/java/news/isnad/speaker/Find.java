package news.isnad.speaker;

/**
 * A cue with its speaker, before the speaker is known by name. Immutable.
 *
 * @param rule the row that matched
 * @param cueFrom first token of the cue
 * @param cueTo token behind the cue
 * @param from first token of speaker and cue together
 * @param to token behind both
 * @param contentAfter true where what was said stands behind the cue
 */
record Find(
    Rule rule, Subject subject, int cueFrom, int cueTo, int from, int to, boolean contentAfter) {

  /** Who is announced. */
  sealed interface Subject {
    /** Token behind its words; 0 where it has none. */
    int end();

    /**
     * Named or described: tokens, and those of an apposition (equal where there is none).
     *
     * @param attached true where the first word carries the ل of the cue
     */
    record Phrase(int from, int to, int asideFrom, int asideTo, boolean attached)
        implements Subject {
      Phrase(int from, int to, int asideFrom, int asideTo) {
        this(from, to, asideFrom, asideTo, false);
      }

      /** Token behind the phrase and its apposition. */
      @Override
      public int end() {
        return Math.max(to, asideTo);
      }

      static Phrase of(int from, int to) {
        return new Phrase(from, to, to, to, false);
      }
    }

    /** He, she, they; the person in an Arabic verb without a subject. */
    record Pronoun(Gender gender, boolean plural, boolean thing) implements Subject {
      @Override
      public int end() {
        return 0;
      }
    }
  }
}
