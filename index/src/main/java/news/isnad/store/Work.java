package news.isnad.store;

import org.jdbi.v3.core.Handle;

/**
 * Something done with the database, inside a transaction.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {
  /** Does it. The handle must neither be kept nor closed. */
  T with(Handle handle);
}
