package news.isnad.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.config.Tables;

/**
 * Names of outlets: by the address of a page, by any of their names, by the line that claims the
 * copyright, from the table {@code sites.tsv}. Immutable.
 */
public final class Outlets {
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?iU)©|\\(c\\)|\\bcopyright\\b|all rights reserved( (to|for|by))?|\\b(or|and)"
              + " (its|their) .*|(جميع|كل) (ال)?حقوق (النشر )?محفوظة?|حقوق النشر( محفوظة)?|الحقوق"
              + " محفوظة|\\b(19|20)\\d\\d\\b( ?[-–] ?(20)?\\d\\d\\b)?");
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?iU)\\b(FZ[- ]?LLC|LLC|Ltd|Limited|Inc|Corp|GmbH|S\\.A\\.L?|PLC)\\b\\.?"
              + "|^(by|to|for)\\b|(?<!\\S)(شركة|لشركة|لصالح|لـ|لدى|مؤسسة|لمؤسسة)(?!\\S)");

  /**
   * The kinds of publishers that Arabic puts before a name, with «ل» where rights are kept for
   * them.
   */
  private static final Pattern FOR =
      Pattern.compile(
          "^ل(?:ـ ?)?(?=صحيفة|جريدة|موقع|شبكة|وكالة|قناة|دار|مجموعة|بوابة|مجلة|هيئة|منصة)");

  /** Who made the program of a site, or its looks. */
  private static final Pattern MAKER =
      Pattern.compile(
          "(?iU)\\b(powered|designed|developed|hosted|theme) by\\b|^(تصميم|برمجة|تطوير)(?!\\p{L})");

  private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");
  private static final Pattern PARTS = Pattern.compile("\\s[-–—|]\\s|[.,،]");
  private static final int LONGEST = 60;
  private static final Outlets SHIPPED = new Outlets(Tables.shipped("sites.tsv"));

  /** Sites by their host, in the order of the table. */
  private final Map<String, List<Site>> byHost = new HashMap<>();

  private final Map<String, String> byName = new LinkedHashMap<>();

  private Outlets(List<List<String>> rows) {
    Map<String, String> byDomain = new LinkedHashMap<>();
    for (List<String> row : rows) {
      String shown = row.get(1);
      Tables.alternatives(row.get(0)).forEach(domain -> byDomain.put(domain, shown));
      List<String> names = new ArrayList<>(List.of(shown, row.get(2)));
      names.addAll(Tables.alternatives(row.get(3)));
      names.forEach(name -> byName.putIfAbsent(fold(name), shown));
    }
    byDomain.forEach(this::add);
  }

  /**
   * A site, and who publishes it.
   *
   * @param place among all sites: the first one of the table counts
   * @param path what the paths of its pages begin with
   */
  private record Site(int place, String path, String shown) {}

  private void add(String domain, String shown) {
    int slash = domain.indexOf('/');
    String host = slash < 0 ? domain : domain.substring(0, slash);
    String path = slash < 0 ? "" : domain.substring(slash);
    int place = byHost.values().stream().mapToInt(List::size).sum();
    byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(new Site(place, path, shown));
  }

  /** The table that ships. */
  public static Outlets shipped() {
    return SHIPPED;
  }

  /** The outlet whose site an address belongs to. */
  public Optional<String> ofAddress(URI address) {
    String host = address.getHost();
    if (host == null) {
      return Optional.empty();
    }
    String lower = host.toLowerCase(Locale.ROOT);
    String path = address.getPath() == null ? "" : address.getPath();
    Site first = null;
    for (int at = 0; at >= 0; at = next(lower, at)) {
      for (Site site : byHost.getOrDefault(lower.substring(at), List.of())) {
        if (path.startsWith(site.path()) && (first == null || site.place() < first.place())) {
          first = site;
        }
      }
    }
    return Optional.ofNullable(first).map(Site::shown);
  }

  /** Where the domain above begins; negative if there is none. */
  private static int next(String host, int from) {
    int dot = host.indexOf('.', from);
    return dot < 0 ? -1 : dot + 1;
  }

  /** The known form of a name, or the name itself, tidied. */
  public String known(String name) {
    String tidy = name.strip().replaceAll("\\s+", " ");
    return byName.getOrDefault(fold(tidy), tidy);
  }

  /** True where the table has this name. */
  public boolean knows(String name) {
    return byName.containsKey(fold(name));
  }

  /**
   * The outlet that a line such as "© 2026 Palm Media LLC. All rights reserved." names: a known one
   * where one of its parts is its name or its publisher's, else the first part.
   */
  public Optional<String> ofCopyright(String line) {
    List<String> holders = new ArrayList<>();
    for (String part : PARTS.split(CLAIM.matcher(line).replaceAll(" "), -1)) {
      String named = FOR.matcher(tidy(part)).replaceFirst("");
      String bare = tidy(COMPANY.matcher(named).replaceAll(" "));
      if (knows(named)) {
        return Optional.of(known(named));
      }
      if (knows(bare)) {
        return Optional.of(known(bare));
      }
      boolean isMakers = MAKER.matcher(bare).find();
      if (bare.length() > 2 && bare.length() <= LONGEST && hasLetter(bare) && !isMakers) {
        holders.add(bare);
      }
    }
    return holders.stream().findFirst();
  }

  private static String tidy(String part) {
    return EDGES.matcher(part).replaceAll("").replaceAll("\\s+", " ");
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[\\u064B-\\u065F\\u0640]|\\p{Cf}", "")
        .replaceAll("[أإآ]", "ا")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
