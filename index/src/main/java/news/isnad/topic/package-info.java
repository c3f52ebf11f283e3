/**
 * Topics: standing queries that every new edition is held against.
 *
 * <pre>{@code
 * Topics topics = engine.topics();
 * switch (topics.parse("Fed rate decision -crypto")) {
 *   case Parsed.Understood(Topic topic) -> topics.register(Map.of("9f3c", topic));
 *   case Parsed.Refused(Parsed.Problem problem, String at) -> ...
 * }
 * for (String id : topics.match(edition, attribution)) { ... }
 * }</pre>
 *
 * <p>{@link TopicParser} reads what somebody typed; {@link TopicText} writes a topic so that it is
 * read as the same. For each language a topic becomes a {@link Condition} on the terms of an
 * article: a known name under all its names, a word in any inflection or translated, a name that
 * nobody knows as whatever spells it in the other script ({@link OpenNames}). {@link Presearch}
 * finds the few topics whose terms are there; where the order of words decides, a Lucene Monitor
 * does.
 *
 * <p>Nothing is stored: whoever owns the topics registers them again at start. What the index holds
 * has no influence, so that nothing has to be registered again when it grows. Safe for concurrent
 * use.
 */
@NullMarked
package news.isnad.topic;

import org.jspecify.annotations.NullMarked;
