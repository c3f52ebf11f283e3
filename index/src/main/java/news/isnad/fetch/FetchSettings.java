package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator decides about fetching. Immutable.
 *
 * @param timeout for a whole fetch, redirects and body included; positive
 * @param maxBody largest body in bytes after decompression; 1 to {@link #LARGEST_BODY}
 * @param maxRedirects 0 or more
 * @param ports the ports that may be connected to
 * @param allow address ranges allowed in spite of the guard
 * @param hosts fixed addresses for host names, instead of asking a name server; the guard judges
 *     them as well
 * @param proxy {@code http://host:port} or {@code socks://host:port}. A proxy that is named here
 *     may be at a private address. Behind a proxy the guard judges what the name resolves to here;
 *     the proxy must refuse private targets itself if it resolves names differently
 * @param contact how the people behind this installation are reached: an address or a mail; goes
 *     into the User-Agent. Printable ASCII
 */
public record FetchSettings(
    Duration timeout,
    int maxBody,
    int maxRedirects,
    Set<Integer> ports,
    List<AddressRange> allow,
    Map<String, List<InetAddress>> hosts,
    Optional<URI> proxy,
    String contact) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);
  public static final int DEFAULT_MAX_BODY = 10_000_000;
  public static final int DEFAULT_MAX_REDIRECTS = 5;
  public static final Set<Integer> DEFAULT_PORTS = Set.of(80, 443);
  public static final int LARGEST_BODY = 200_000_000;

  public FetchSettings {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is not positive: " + timeout);
    }
    if (maxBody < 1 || maxBody > LARGEST_BODY) {
      throw new IllegalArgumentException("maxBody is out of range: " + maxBody);
    }
    if (maxRedirects < 0) {
      throw new IllegalArgumentException("maxRedirects is negative: " + maxRedirects);
    }
    ports = Set.copyOf(ports);
    for (int port : ports) {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("not a port: " + port);
      }
    }
    allow = List.copyOf(allow);
    Map<String, List<InetAddress>> lower = new HashMap<>();
    hosts.forEach((host, at) -> lower.put(host.toLowerCase(Locale.ROOT), List.copyOf(at)));
    hosts = Map.copyOf(lower);
    requireNonNull(proxy, "proxy is null");
    proxy.ifPresent(FetchSettings::checkProxy);
    if (!contact.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
      throw new IllegalArgumentException("contact is not printable ASCII");
    }
  }

  /** The defaults, without a contact. */
  public static FetchSettings standard() {
    return new FetchSettings(
        DEFAULT_TIMEOUT,
        DEFAULT_MAX_BODY,
        DEFAULT_MAX_REDIRECTS,
        DEFAULT_PORTS,
        List.of(),
        Map.of(),
        Optional.empty(),
        "");
  }

  private static void checkProxy(URI proxy) {
    String scheme = proxy.getScheme();
    if (!("http".equals(scheme) || "socks".equals(scheme))
        || proxy.getHost() == null
        || proxy.getPort() < 1) {
      throw new IllegalArgumentException("proxy is not http://host:port or socks://host:port");
    }
  }

  String userAgent() {
    return contact.isBlank() ? "isnad/1.0" : "isnad/1.0 (+" + contact.strip() + ")";
  }
}
