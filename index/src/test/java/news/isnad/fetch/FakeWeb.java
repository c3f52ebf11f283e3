package news.isnad.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** A web that holds what a test puts into it. Safe for concurrent use. */
public final class FakeWeb implements Fetcher {
  private final Map<String, Fetched> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();

  /** Puts a document at an address, in UTF-8. */
  public FakeWeb put(String address, String contentType, String text) {
    Content content = new Content(text.getBytes(StandardCharsets.UTF_8), Optional.of(contentType));
    return put(
        address, new Fetched.Body(URI.create(address), content, Validators.NONE, Optional.empty()));
  }

  /** Puts any outcome at an address. */
  public FakeWeb put(String address, Fetched outcome) {
    pages.put(address, outcome);
    return this;
  }

  /** The addresses asked for so far, in order. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized Fetched fetch(String address, Validators known) {
    asked.add(address);
    return pages.getOrDefault(
        address,
        new Fetched.Failed(
            "the server answered 404", false, OptionalInt.of(404), Optional.empty()));
  }

  @Override
  public void close() {}
}
