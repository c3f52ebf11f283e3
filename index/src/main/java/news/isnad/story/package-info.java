/**
 * Stories: which articles report the same event, in whatever outlet and language, and which of them
 * are reprints.
 *
 * <pre>{@code
 * Stories stories = new Stories(database, new TraitReader(names, translator));
 * stories.follow(batch, statements);                  // moves the cursor "stories"
 * stories.of(sequence).ifPresent(placement -> ... placement.story() ... placement.reprintOf() ...);
 * stories.articles(story)                             // its articles, oldest first
 * }</pre>
 *
 * <p>Articles of the last days are held in memory: their terms, their shingles and lists of who has
 * which term. What a new article has in common with them is looked for in the lists of its rarest
 * terms only, so that the time for one article does not grow with their number.
 *
 * <p>Placements follow the editions under a cursor that moves in the transaction that stores them.
 * Later articles may show that two stories are one, or that one is two: then the greater part keeps
 * the id, and the id of a story that was merged goes on resolving. Safe for concurrent use.
 */
@NullMarked
package news.isnad.story;

import org.jspecify.annotations.NullMarked;
