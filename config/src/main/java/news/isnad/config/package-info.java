/**
 * Everything that an operator may change, and the code that reads it.
 *
 * <p>Depends on nothing else of the project. Values are immutable.
 */
@NullMarked
package news.isnad.config;

import org.jspecify.annotations.NullMarked;
