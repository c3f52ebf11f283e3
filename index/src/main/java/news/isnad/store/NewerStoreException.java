package news.isnad.store;

/** The store was written by a newer version of the program, which alone can read it. */
public final class NewerStoreException extends RuntimeException {
  NewerStoreException(String message) {
    super(message);
  }
}
