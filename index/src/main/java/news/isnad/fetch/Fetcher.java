package news.isnad.fetch;

/**
 * From an address to what is there. Never throws for what the web may do. Safe for concurrent use;
 * a call blocks its thread until the deadline at most.
 */
public interface Fetcher extends AutoCloseable {
  /** What is at an address, or that it is still what the validators describe. */
  Fetched fetch(String address, Validators known);

  /** What is at an address. */
  default Fetched fetch(String address) {
    return fetch(address, Validators.NONE);
  }

  /** Ends calls under way and closes connections. */
  @Override
  void close();
}
