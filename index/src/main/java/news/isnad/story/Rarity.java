package news.isnad.story;

/** How rare terms are. */
@FunctionalInterface
interface Rarity {
  /** The more telling a term, the greater; above 0. */
  double of(int term);
}
