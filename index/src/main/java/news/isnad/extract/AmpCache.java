package news.isnad.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Copies of AMP pages at caches, which stand for the pages that they name. Stateless. */
public final class AmpCache {
  private static final List<String> CACHES = List.of(".cdn.ampproject.org", ".bing-amp.com");

  private AmpCache() {}

  /**
   * True where an address is a cache's copy of a page. The cache names the page's host in its own
   * name ({@code palm-example.cdn.ampproject.org}), so no page there can claim another one.
   */
  public static boolean isCopyOf(URI copy, URI page) {
    String at = host(copy);
    String own = host(page);
    if (own.isEmpty()) {
      return false;
    }
    return CACHES.stream()
        .filter(at::endsWith)
        .map(cache -> at.substring(0, at.length() - cache.length()))
        .anyMatch(name -> name.equals(own.replace("-", "--").replace('.', '-')));
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
