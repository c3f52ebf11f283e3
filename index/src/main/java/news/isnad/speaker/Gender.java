package news.isnad.speaker;

/** Grammatical gender as far as the text shows it. */
enum Gender {
  MASCULINE,
  FEMININE,
  UNKNOWN;

  boolean fits(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
