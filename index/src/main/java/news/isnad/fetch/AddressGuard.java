package news.isnad.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * Which IP addresses may be connected to.
 *
 * <ul>
 *   <li>Ranges that the operator allows are allowed.
 *   <li>v4: everything but the special-purpose ranges of IANA's registry: this network, private,
 *       shared (carrier NAT), loopback, link-local, protocol assignments, documentation, the 6to4
 *       relay, AS112 and AMT, benchmarks, multicast, reserved, broadcast.
 *   <li>v6: only global unicast (2000::/3), and of it nothing that carries a v4 address inside
 *       (6to4, Teredo), is assigned to protocols, or is for documentation. Loopback, mapped, NAT64,
 *       unique local, link-local and multicast lie outside 2000::/3.
 * </ul>
 *
 * <p>Immutable.
 */
final class AddressGuard {
  private static final List<AddressRange> SPECIAL_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");
  private static final List<AddressRange> SPECIAL_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private final List<AddressRange> allowed;

  AddressGuard(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  boolean permits(InetAddress address) {
    if (isOwn(address)) {
      return true;
    }
    return address.getAddress().length == 4
        ? !isIn(SPECIAL_V4, address)
        : GLOBAL_V6.contains(address) && !isIn(SPECIAL_V6, address);
  }

  /** True where the operator has allowed an address in so many words. */
  boolean isOwn(InetAddress address) {
    return isIn(allowed, address);
  }

  private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return List.of(texts).stream().map(AddressRange::parse).toList();
  }
}
