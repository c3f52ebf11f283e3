package news.isnad.fetch;

import java.util.List;

/**
 * Names that by their form belong to an inner network: of one label, or under a name that the
 * public name system keeps free for it. Stateless.
 */
final class InnerName {
  private static final List<String> ENDINGS =
      List.of(
          ".localhost",
          ".local",
          ".localdomain",
          ".internal",
          ".intranet",
          ".private",
          ".corp",
          ".home",
          ".lan",
          ".home.arpa",
          ".onion",
          ".alt");

  private InnerName() {}

  /**
   * Whether a name is one.
   *
   * @param host in lower case
   */
  static boolean is(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.indexOf('.') < 0 || ENDINGS.stream().anyMatch(name::endsWith);
  }
}
