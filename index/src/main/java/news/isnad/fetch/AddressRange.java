package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

/**
 * A range of IP addresses in CIDR form. Immutable.
 *
 * @param network first address of the range, a v4 or a v6 address
 * @param prefix number of leading bits that all addresses of the range share: 0 to 32 or 0 to 128
 */
public record AddressRange(InetAddress network, int prefix) {
  public AddressRange {
    requireNonNull(network, "network is null");
    if (prefix < 0 || prefix > network.getAddress().length * 8) {
      throw new IllegalArgumentException("prefix is out of range: " + prefix);
    }
  }

  /**
   * Reads {@code 127.0.0.0/8}, {@code fd00::/8}; a single address is a range of one.
   *
   * @throws IllegalArgumentException if it is neither; names are not resolved
   */
  public static AddressRange parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress network = literal(parts[0]);
    int bits = network.getAddress().length * 8;
    if (parts.length == 1) {
      return new AddressRange(network, bits);
    }
    try {
      return new AddressRange(network, Integer.parseInt(parts[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not an address range: " + text, e);
    }
  }

  private static InetAddress literal(String text) {
    if (!text.matches("[0-9A-Fa-f:.]+") || !(text.contains(":") || isDottedQuad(text))) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    return InetAddress.ofLiteral(text);
  }

  /** Numbers that begin with a zero are octal to some and decimal to others: they are none. */
  static boolean isDottedQuad(String text) {
    return text.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
  }

  /** True where an address lies in this range. A v4 range holds no v6 address, nor the reverse. */
  public boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % 8;
    return rest == 0 || ((mine[whole] ^ other[whole]) & (0xFF00 >> rest) & 0xFF) == 0;
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }
}
