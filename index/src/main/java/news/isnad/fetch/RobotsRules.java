package news.isnad.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a site's {@code robots.txt} asks of us, by RFC 9309:
 *
 * <ul>
 *   <li>Groups begin with lines of user agents; all groups that name us count as one, else those of
 *       {@code *}, else everything is allowed. Names are compared without case, as far as letters,
 *       underscores and hyphens go.
 *   <li>The longest pattern that fits decides; of two equally long ones, the one that allows. In
 *       patterns {@code *} stands for anything and {@code $} at the end for the end.
 *   <li>Letters are compared as octets: percent-encoded or not is the same, except for what is
 *       reserved.
 *   <li>Only the first 500 KiB are read; lines that mean nothing are passed over.
 *   <li>{@code Crawl-delay} and {@code Sitemap} are no part of the standard, and are read all the
 *       same.
 * </ul>
 *
 * <p>Immutable.
 */
final class RobotsRules {
  /** So much of the file is read. */
  static final int LIMIT = 500 * 1024;

  static final RobotsRules ALLOW_ALL =
      new RobotsRules(List.of(), Optional.empty(), List.of(), false);
  private static final int MOST_RULES = 10_000;
  private static final int MOST_WILDCARDS = 300;
  private static final int MOST_SITEMAPS = 20;
  private static final int LONGEST_PATTERN = 500;
  private static final int LONGEST_TARGET = 2_000;
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final List<Rule> rules;
  private final Optional<Duration> crawlDelay;
  private final List<String> sitemaps;
  private final boolean closed;

  private record Rule(boolean allows, String pattern) {}

  private RobotsRules(
      List<Rule> rules, Optional<Duration> crawlDelay, List<String> sitemaps, boolean closed) {
    this.rules = List.copyOf(rules);
    this.crawlDelay = crawlDelay;
    this.sitemaps = List.copyOf(sitemaps);
    this.closed = closed;
  }

  /** Nothing may be asked, since the site could not say what may. */
  static RobotsRules closed() {
    return new RobotsRules(List.of(), Optional.empty(), List.of(), true);
  }

  /**
   * Reads a file.
   *
   * @param agent our name, such as {@code isnad}
   */
  static RobotsRules read(byte[] file, String agent) {
    String text =
        new String(file, 0, Math.min(file.length, LIMIT), StandardCharsets.UTF_8)
            .replace("\uFEFF", "");
    Reading reading = new Reading(agent.toLowerCase(Locale.ROOT));
    text.lines().forEach(reading::line);
    return reading.rules();
  }

  boolean isClosed() {
    return closed;
  }

  Optional<Duration> crawlDelay() {
    return crawlDelay;
  }

  /** Addresses of sitemaps, as they stand there. */
  List<String> sitemaps() {
    return sitemaps;
  }

  /**
   * Whether a page may be asked for.
   *
   * @param target path and query as in a request
   */
  boolean permits(String target) {
    if (closed) {
      return false;
    }
    String octets =
        octets(target.length() > LONGEST_TARGET ? target.substring(0, LONGEST_TARGET) : target);
    if (octets.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.pattern().length();
      boolean decides = length > longest || (length == longest && rule.allows());
      if (decides && fits(rule.pattern(), octets)) {
        longest = length;
        allowed = rule.allows();
      }
    }
    return allowed;
  }

  /** Whether a pattern fits the beginning of a target; takes no more than their product. */
  private static boolean fits(String pattern, String target) {
    boolean toTheEnd = pattern.endsWith("$");
    String body = toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] parts = body.split("\\*", -1);
    if (!target.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && toTheEnd) {
        return target.length() - parts[i].length() >= at && target.endsWith(parts[i]);
      }
      int found = target.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !toTheEnd || at == target.length();
  }

  /** All beyond ASCII percent-encoded, and nothing percent-encoded that need not be. */
  private static String octets(String path) {
    StringBuilder out = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xFF;
      boolean encoded = octet == '%' && i + 2 < bytes.length && hex(bytes, i + 1) >= 0;
      if (encoded) {
        octet = hex(bytes, i + 1);
        i += 2;
      }
      boolean plain = encoded ? isUnreserved(octet) : octet > 0x20 && octet < 0x7F;
      if (plain) {
        out.append((char) octet);
      } else {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 15]);
      }
    }
    return out.toString();
  }

  private static int hex(byte[] bytes, int at) {
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isUnreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }

  /** One reading of a file. Confined to one thread. */
  private static final class Reading {
    private final String agent;
    private final Group ours = new Group();
    private final Group anybodys = new Group();
    private final List<String> sitemaps = new ArrayList<>();
    private boolean named;
    private boolean forUs;
    private boolean forAnybody;
    private boolean inRules = true;

    private static final class Group {
      private final List<Rule> rules = new ArrayList<>();
      private Optional<Duration> delay = Optional.empty();
      private int wildcards;

      void add(Rule rule) {
        boolean wild = rule.pattern().contains("*");
        if (rules.size() < MOST_RULES && (!wild || wildcards++ < MOST_WILDCARDS)) {
          rules.add(rule);
        }
      }
    }

    Reading(String agent) {
      this.agent = agent;
    }

    void line(String raw) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return;
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "user-agent" -> agent(value);
        case "allow" -> rule(true, value);
        case "disallow" -> rule(false, value);
        case "crawl-delay" -> delay(value);
        case "sitemap" -> {
          if (sitemaps.size() < MOST_SITEMAPS && !value.isEmpty()) {
            sitemaps.add(value);
          }
        }
        default -> {}
      }
    }

    private void agent(String value) {
      if (inRules) {
        forUs = false;
        forAnybody = false;
        inRules = false;
      }
      String name = value.toLowerCase(Locale.ROOT);
      forAnybody |= name.equals("*");
      if (product(name).equals(agent)) {
        forUs = true;
        named = true;
      }
    }

    private static String product(String name) {
      int end = 0;
      while (end < name.length() && isOfName(name.charAt(end))) {
        end++;
      }
      return name.substring(0, end);
    }

    private static boolean isOfName(char c) {
      return (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }

    private void rule(boolean allows, String value) {
      inRules = true;
      if (value.isEmpty() || value.length() > LONGEST_PATTERN) {
        return;
      }
      Rule rule = new Rule(allows, octets(value));
      if (forUs) {
        ours.add(rule);
      }
      if (forAnybody) {
        anybodys.add(rule);
      }
    }

    private void delay(String value) {
      inRules = true;
      if (!value.matches("\\d{1,6}(\\.\\d{1,6})?")) {
        return;
      }
      Optional<Duration> delay =
          Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000)));
      if (forUs) {
        ours.delay = delay;
      }
      if (forAnybody) {
        anybodys.delay = delay;
      }
    }

    RobotsRules rules() {
      Group group = named ? ours : anybodys;
      return new RobotsRules(group.rules, group.delay, sitemaps, false);
    }
  }
}
