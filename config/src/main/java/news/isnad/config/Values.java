package news.isnad.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How values are written. Each method reads one kind and throws {@link IllegalArgumentException}
 * whose message says what was expected.
 *
 * <ul>
 *   <li>durations: {@code 20s}, {@code 5m}, {@code 12h}, {@code 7d}
 *   <li>sizes: {@code 512KB}, {@code 10MB}
 *   <li>address ranges: CIDR, or a single address
 *   <li>lists: separated by commas
 * </ul>
 */
final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB|GB)");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  private Values() {}

  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is not a duration such as 20s, 5m, 12h or 7d");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
    if (duration.isZero()) {
      throw new IllegalArgumentException("must be longer than nothing");
    }
    return duration;
  }

  static long size(String text) {
    Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is not a size such as 512KB or 10MB");
    }
    long unit =
        switch (matcher.group(2)) {
          case "B" -> 1L;
          case "KB" -> 1L << 10;
          case "MB" -> 1L << 20;
          default -> 1L << 30;
        };
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }

  static int port(String text, int lowest) {
    try {
      int port = Integer.parseInt(text);
      if (port >= lowest && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new IllegalArgumentException("is not a port from " + lowest + " to 65535");
  }

  static Set<Integer> ports(List<String> items) {
    Set<Integer> ports = new LinkedHashSet<>();
    items.forEach(item -> ports.add(port(item, 1)));
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("needs at least one port");
    }
    return ports;
  }

  static Set<Long> ids(List<String> items) {
    Set<Long> ids = new LinkedHashSet<>();
    items.forEach(item -> ids.add(id(item)));
    return ids;
  }

  static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "holds " + text + ", which is not a Telegram id (a whole number)", e);
    }
  }

  static List<String> ranges(List<String> items) {
    items.forEach(Values::range);
    return List.copyOf(items);
  }

  private static void range(String item) {
    String[] parts = item.split("/", 2);
    try {
      int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
      int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
      if (prefix >= 0 && prefix <= bits) {
        return;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below
    }
    throw new IllegalArgumentException(
        "holds " + item + ", which is not an address range such as 10.0.0.0/8 or ::1/128");
  }

  static Map<String, String> hosts(List<String> items) {
    Map<String, String> hosts = new LinkedHashMap<>();
    for (String item : items) {
      String[] parts = item.split("=", 2);
      if (parts.length != 2 || !HOST.matcher(parts[0].strip()).matches()) {
        throw new IllegalArgumentException(
            "holds " + item + ", which is not name=address such as news.example=192.0.2.1");
      }
      try {
        InetAddress.ofLiteral(parts[1].strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "holds " + item + ", whose right side is not an address", e);
      }
      hosts.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return hosts;
  }

  static String proxy(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("is not host:port");
    }
    port(text.substring(colon + 1), 1);
    return text;
  }

  static URI httpUrl(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      String scheme = uri.getScheme();
      if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
        return uri;
      }
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    throw new IllegalArgumentException("is not an http or https address");
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is not a time zone such as Asia/Riyadh or UTC", e);
    }
  }

  static Path folder(String text, Path home) {
    return home.resolve(text).toAbsolutePath().normalize();
  }

  /** A file or folder that must be there; the ending of a dictionary's file may be left out. */
  static Path installed(String text, Path home) {
    Path path = folder(text, home);
    boolean there = Files.exists(path) || Files.exists(path.resolveSibling(name(path) + ".index"));
    if (!there) {
      throw new IllegalArgumentException(
          "names a file that does not exist. Install it, correct the path, or leave it empty");
    }
    return path;
  }

  /** A folder that must be there. */
  static Path installedFolder(String text, Path home) {
    Path path = folder(text, home);
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "is not a folder. Install it, correct the path, or leave it empty");
    }
    return path;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  static List<String> list(String text) {
    List<String> items = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
