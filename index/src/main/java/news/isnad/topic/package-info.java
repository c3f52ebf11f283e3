/**
 * Topics: standing queries that every new edition is held against.
 *
 * <pre>{@code
 * Topics topics = new MonitorTopics(new LexiconWords(translator, vocabulary));
 * topics.register("9f3c", "Coral Port strike", Language.ENGLISH);
 * for (String id : topics.match(edition)) { ... }
 * }</pre>
 *
 * <p>A topic matches an article that has all its words, in any inflection, in any order: in its own
 * language, or, where every word has a translation, in the other. Analysis is that of the search
 * index. Inside, Lucene Monitor keeps the queries and finds out cheaply which of them could match.
 *
 * <p>Nothing is stored: whoever owns the topics registers them again at start, and again when names
 * or the vocabulary have grown. Safe for concurrent use.
 */
@NullMarked
package news.isnad.topic;

import org.jspecify.annotations.NullMarked;
