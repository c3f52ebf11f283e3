package news.isnad.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/** Resolves relative addresses, however badly they are written. */
final class Addresses {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.\\-]*:.*");

  private Addresses() {}

  /** The address against a base; itself where it is absolute or cannot be resolved. */
  static String resolve(Optional<String> base, String address) {
    if (base.isEmpty() || address.isEmpty() || ABSOLUTE.matcher(address).matches()) {
      return address;
    }
    String resolved = StringUtil.resolve(base.get(), address);
    return resolved.isEmpty() ? address : resolved;
  }
}
