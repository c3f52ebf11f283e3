package news.isnad.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
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
 *       nothing; nor does the order of parameters,
 *   <li>a letter and its escape ({@code %D8%A7}, {@code %d8%a7}, «ا») are one,
 *   <li>nor do parameters that only count where a reader came from ({@code utm_...}, {@code
 *       fbclid}).
 * </ul>
 *
 * <p>An article is the same for every device, too: {@link #ofArticle}.
 *
 * <p>Stateless.
 */
final class AddressKey {
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_\\w+|at_\\w+|ns_\\w+|mtm_\\w+|pk_\\w+|hsa_\\w+|_hs\\w+|guc\\w+|[gdfy]clid"
              + "|fbclid|msclkid|twclid|ttclid|gclsrc|gbraid|wbraid|igshid|igsh|_ga|_gl|mc_cid"
              + "|mc_eid|mkt_tok|ocid|cmpid|cmp|icid|ito|xtor|srnd|sref|smid|smtyp|taid|cvid|ref"
              + "|ref_\\w+|referrer|referer|traffic_source|rss|share)(=.*)?"
              + "|(source|src|via|from)=[^=]*(rss|feed|twitter|facebook|whatsapp|telegram|google"
              + "|social|newsletter|e?mail|app)[^=]*");

  private static final int FIRST_ESCAPED = 128;
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  /** What hosts for telephones and for pages in a reduced form are called. */
  private static final Pattern DEVICE = Pattern.compile("^(m|mobile|touch|wap|amp)\\.(?=.*\\.)");

  private static final Pattern REDUCED_PARAMETER =
      Pattern.compile(
          "(?i)(amp|print|printable)(=(1|true|y|yes)?)?|(output|outputtype|view|format)=(amp|print)");
  private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.(html?|php|aspx?)$");
  private static final Pattern REDUCED_NAME = Pattern.compile("(?i)\\.amp(?=(\\.html?)?$)");

  private AddressKey() {}

  static String of(URI address) {
    return address.getHost() == null
        ? address.toString()
        : key(host(address), path(address), parameters(address));
  }

  /** The key of an article's page, which is one for every device it is made for, and for paper. */
  static String ofArticle(URI address) {
    if (address.getHost() == null) {
      return address.toString();
    }
    String host = DEVICE.matcher(host(address)).replaceFirst("");
    String path = INDEX.matcher(path(address)).replaceFirst("");
    String whole =
        Arrays.stream(REDUCED_NAME.matcher(path).replaceFirst("").split("/", -1))
            .filter(segment -> !segment.equalsIgnoreCase("amp"))
            .collect(Collectors.joining("/"));
    String parameters =
        Arrays.stream(parameters(address).split("&"))
            .filter(part -> !REDUCED_PARAMETER.matcher(part).matches())
            .collect(Collectors.joining("&"));
    return key(host, withoutPrint(whole), parameters);
  }

  private static String withoutPrint(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith("/print")
        ? path.substring(0, path.length() - "/print".length())
        : path;
  }

  private static String key(String host, String path, String parameters) {
    return "//" + host + path + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private static String host(URI address) {
    String named = address.getHost().toLowerCase(Locale.ROOT);
    String host = named.startsWith("www.") ? named.substring(4) : named;
    int port = address.getPort();
    return port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
  }

  private static String path(URI address) {
    return withoutSlash(plain(Optional.ofNullable(address.getRawPath()).orElse("")));
  }

  private static String parameters(URI address) {
    return Optional.ofNullable(address.getRawQuery()).stream()
        .flatMap(all -> Arrays.stream(all.split("&")))
        .map(part -> part.startsWith("amp;") ? part.substring("amp;".length()) : part)
        .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
        .map(AddressKey::plain)
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /** One form for what may be escaped in several: what must be is, in capitals, nothing else. */
  private static String plain(String part) {
    return ESCAPE
        .matcher(part.chars().allMatch(c -> c < FIRST_ESCAPED) ? part : escaped(part))
        .replaceAll(
            escape -> {
              int c = Integer.parseInt(escape.group(1), 16);
              boolean free =
                  c < FIRST_ESCAPED && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
              return free ? String.valueOf((char) c) : escape.group().toUpperCase(Locale.ROOT);
            });
  }

  private static String escaped(String part) {
    StringBuilder escaped = new StringBuilder();
    for (byte unit : part.getBytes(UTF_8)) {
      if (unit >= 0) {
        escaped.append((char) unit);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return escaped.toString();
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
