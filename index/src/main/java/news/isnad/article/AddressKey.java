package news.isnad.article;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What two addresses of one page have in common. Not an address: nothing is fetched by it.
 *
 * <ul>
 *   <li>http and https are one; so are a host with and without {@code www.}, in any case,
 *   <li>the part behind {@code #}, a port that is the scheme's own, and a slash at the end say
 *       nothing,
 *   <li>nor do parameters that only count where a reader came from ({@code utm_...}, {@code
 *       fbclid}).
 * </ul>
 *
 * <p>Stateless.
 */
final class AddressKey {
  private static final Pattern TRACKING =
      Pattern.compile("(?i)(utm_\\w+|at_\\w+|fbclid|gclid|igshid|mc_cid|mc_eid|ocid|cmpid)(=.*)?");

  private AddressKey() {}

  static String of(URI address) {
    if (address.getHost() == null) {
      return address.toString();
    }
    String named = address.getHost().toLowerCase(Locale.ROOT);
    String host = named.startsWith("www.") ? named.substring(4) : named;
    int port = address.getPort();
    String place = port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
    String path = withoutSlash(Optional.ofNullable(address.getRawPath()).orElse(""));
    String query =
        Optional.ofNullable(address.getRawQuery()).stream()
            .flatMap(all -> Arrays.stream(all.split("&")))
            .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
            .collect(Collectors.joining("&"));
    return "//" + place + path + (query.isEmpty() ? "" : "?" + query);
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
