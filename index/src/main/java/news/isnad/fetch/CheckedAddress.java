package news.isnad.fetch;

import static news.isnad.fetch.Fetched.Reason.CREDENTIALS;
import static news.isnad.fetch.Fetched.Reason.NOT_AN_ADDRESS;
import static news.isnad.fetch.Fetched.Reason.PORT;
import static news.isnad.fetch.Fetched.Reason.PRIVATE_ADDRESS;
import static news.isnad.fetch.Fetched.Reason.SCHEME;

import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.fetch.Fetched.Refused;
import okhttp3.HttpUrl;

/**
 * Judges an address as it is written, before anything is asked.
 *
 * <ul>
 *   <li>http or https;
 *   <li>no user name, no password;
 *   <li>an allowed port;
 *   <li>a literal IP address that the guard permits, and written in the usual way: the decimal,
 *       octal and hexadecimal forms exist to slip past guards.
 * </ul>
 *
 * <p>Immutable.
 */
final class CheckedAddress {
  private static final Pattern SCHEME_PART = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(0x[0-9a-f]*|\\d+)\\.?");
  private static final int LONGEST = 8_000;

  private final Set<Integer> ports;
  private final AddressGuard guard;

  CheckedAddress(Set<Integer> ports, AddressGuard guard) {
    this.ports = ports;
    this.guard = guard;
  }

  /** What a text turned out to be. */
  sealed interface Judged {
    record Fine(HttpUrl url) implements Judged {}

    record Not(Refused refused) implements Judged {}
  }

  Judged judge(String text) {
    if (text.length() > LONGEST) {
      return no(NOT_AN_ADDRESS, "the address is longer than " + LONGEST + " characters");
    }
    Matcher scheme = SCHEME_PART.matcher(text);
    if (!scheme.find()) {
      return no(NOT_AN_ADDRESS, "an address begins with http:// or https://");
    }
    if (!scheme.group(1).matches("(?i)https?")) {
      return no(SCHEME, "only http and https are fetched, not " + scheme.group(1));
    }
    HttpUrl url = HttpUrl.parse(text.strip());
    return url == null ? no(NOT_AN_ADDRESS, "the address cannot be read") : judge(url);
  }

  private Judged judge(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return no(CREDENTIALS, "an address with a user name or password is not fetched");
    }
    if (!ports.contains(url.port())) {
      return no(PORT, "port " + url.port() + " is not allowed (fetch.ports)");
    }
    String host = url.host();
    try {
      if (host.contains(":") || AddressRange.isDottedQuad(host)) {
        InetAddress literal = InetAddress.ofLiteral(host);
        if (!guard.permits(literal)) {
          return forbidden(host, literal);
        }
      } else if (NUMBER.matcher(host).matches()) {
        return WrittenNumber.read(host)
            .filter(meant -> !guard.permits(meant))
            .map(meant -> forbidden(host, meant))
            .orElseGet(() -> no(NOT_AN_ADDRESS, host + " is a number, not the name of a host"));
      }
    } catch (IllegalArgumentException e) {
      return no(NOT_AN_ADDRESS, host + " is not the name of a host");
    }
    return new Judged.Fine(url);
  }

  private static Judged forbidden(String host, InetAddress address) {
    String why = new ForbiddenAddressException(host, address).getMessage();
    return no(PRIVATE_ADDRESS, why == null ? host : why);
  }

  private static Judged no(Fetched.Reason reason, String why) {
    return new Judged.Not(new Refused(reason, why));
  }
}
