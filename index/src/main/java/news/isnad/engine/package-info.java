/**
 * The engine as a whole, over one data folder.
 *
 * <pre>{@code
 * try (Engine engine = Engine.open(folder, List.of(), KnownNames.shipped(), clock)) {
 *   engine.articles().store(draft);
 *   engine.catchUp();                              // statements, stories, then the index
 *   engine.answers().answer("What did ... say?", asking);
 * }
 * }</pre>
 *
 * <p>The store is the truth. Statements, stories and index follow it, each from where it stood, so
 * that a crash at any moment costs time and nothing else. Safe for concurrent use.
 */
@NullMarked
package news.isnad.engine;

import org.jspecify.annotations.NullMarked;
