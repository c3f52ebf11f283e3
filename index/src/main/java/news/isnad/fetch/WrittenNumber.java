package news.isnad.fetch;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses as old programs read them: one to four numbers, each decimal, octal (a leading 0) or
 * hexadecimal (0x), the last of them filling all bytes that are left. Some resolvers still do, so
 * that such a "name" leads somewhere. Stateless.
 */
final class WrittenNumber {
  private WrittenNumber() {}

  /**
   * The address that is meant.
   *
   * @param host such as {@code 0x7f.1} or {@code 2130706433}
   * @return empty where it is no such address, perhaps because a number is too large
   */
  static Optional<InetAddress> read(String host) {
    String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long number = number(parts[i]);
      int bytes = i == parts.length - 1 ? 5 - parts.length : 1;
      if (number < 0 || number >= 1L << (8 * bytes)) {
        return Optional.empty();
      }
      address = address << (8 * bytes) | number;
    }
    return Optional.of(
        InetAddress.ofLiteral(
            (address >> 24 & 255)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255)));
  }

  /** Negative where it is none. */
  private static long number(String part) {
    boolean hex = part.regionMatches(true, 0, "0x", 0, 2);
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : part;
    if (digits.isEmpty()) {
      return hex ? 0 : -1;
    }
    try {
      return digits.length() > 16 ? -1 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
