package news.isnad.store;

/**
 * The store cannot be used at the moment: the disk is full or read-only, or another process holds
 * the store for too long. Nothing was stored. Repeating later may succeed, so a loop that meets
 * this goes on.
 */
public final class StoreUnavailableException extends RuntimeException {
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
