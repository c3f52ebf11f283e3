package news.isnad.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ways of writing addresses that must not be reached. Stateless. */
public final class ForbiddenForms {
  private static final List<String> V4 =
      List.of(
          "127.0.0.2", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.9", "192.168.1.1");
  private static final List<String> V4_RANGES =
      List.of(
          "0.0.0.0",
          "0.255.255.255",
          "10.255.255.255",
          "100.127.255.254",
          "127.255.255.254",
          "169.254.0.1",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.0.170",
          "192.0.2.7",
          "192.31.196.1",
          "192.52.193.1",
          "192.88.99.1",
          "192.168.255.255",
          "192.175.48.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.9",
          "203.0.113.200",
          "224.0.0.1",
          "239.255.255.250",
          "240.0.0.1",
          "255.255.255.255");
  private static final List<String> V6 =
      List.of(
          "[::]",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[::127.0.0.2]",
          "[::7f00:2]",
          "[::ffff:127.0.0.2]",
          "[::ffff:7f00:2]",
          "[0000:0000:0000:0000:0000:ffff:7f00:0002]",
          "[::ffff:10.1.2.3]",
          "[::ffff:0:127.0.0.2]",
          "[64:ff9b::127.0.0.2]",
          "[64:ff9b::a00:1]",
          "[64:ff9b:1::1]",
          "[64:ff9b:1:ffff::a9fe:a9fe]",
          "[100::1]",
          "[100:0:0:1::1]",
          "[2001::1]",
          "[2001:0:7f00:2::]",
          "[2001:1::1]",
          "[2001:2::1]",
          "[2001:3::1]",
          "[2001:4:112::1]",
          "[2001:10::1]",
          "[2001:20::1]",
          "[2001:30::1]",
          "[2001:db8::1]",
          "[2002:7f00:2::]",
          "[2002:a9fe:a9fe::1]",
          "[2620:4f:8000::1]",
          "[3fff::1]",
          "[4000::1]",
          "[5f00::1]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[fdff:ffff::1]",
          "[fe80::1]",
          "[fe80::1%25lo]",
          "[fe80::1%25eth0]",
          "[fe80::1%lo]",
          "[::1%25lo]",
          "[fec0::1]",
          "[feff::1]",
          "[ff01::1]",
          "[ff02::1]",
          "[ff05::2]",
          "[FF0E::1]");
  private static final List<String> NAMES =
      List.of(
          "localhost",
          "LOCALHOST",
          "localhost.",
          "LocalHost.",
          "a.localhost",
          "a.b.localhost.",
          "printer.local",
          "printer.LOCAL.",
          "metadata.google.internal",
          "metadata.internal.",
          "db.corp",
          "nas.lan",
          "nas.home.arpa",
          "wiki.intranet",
          "localhost.localdomain",
          "router",
          "ｌｏｃａｌｈｏｓｔ",
          "%6cocalhost",
          "loc%61lhost",
          "inside.example",
          "inside.example.",
          "INSIDE.example",
          "ⓛocalhost",
          "x.onion");

  private ForbiddenForms() {}

  /** Hosts, as they stand in an address. */
  public static List<String> hosts() {
    List<String> all = new ArrayList<>(V4_RANGES);
    V4.forEach(plain -> all.addAll(written(plain)));
    all.addAll(V6);
    all.addAll(NAMES);
    return all;
  }

  private static List<String> written(String plain) {
    byte[] b = InetAddress.ofLiteral(plain).getAddress();
    long[] n = {b[0] & 255, b[1] & 255, b[2] & 255, b[3] & 255};
    long whole = n[0] << 24 | n[1] << 16 | n[2] << 8 | n[3];
    long three = n[1] << 16 | n[2] << 8 | n[3];
    long two = n[2] << 8 | n[3];
    return List.of(
        plain,
        plain + ".",
        String.valueOf(whole),
        whole + ".",
        "0x" + Long.toHexString(whole),
        "0X" + Long.toHexString(whole).toUpperCase(Locale.ROOT),
        "0" + Long.toOctalString(whole),
        "00000" + Long.toOctalString(whole),
        n[0] + "." + three,
        n[0] + "." + n[1] + "." + two,
        format("0x%x.0x%x.0x%x.0x%x", n),
        format("0%o.0%o.0%o.0%o", n),
        format("000%o.%d.0x%x.%d", n),
        format("0x%x.", n) + three,
        format("0%o.%d.", n) + two,
        format("%d.%d.0x%x.0%o", n),
        fullWidth(plain),
        plain.replace('.', '。'),
        plain.replace('.', '．'),
        plain.replace('.', '｡'),
        plain.replace(".", "%2e"),
        percented(plain),
        circled(plain),
        "user@" + plain,
        "news.example:secret@" + plain,
        "news.example%40" + plain,
        "news.example%00@" + plain,
        plain + "\\@news.example",
        plain + "%00.news.example",
        plain + "#@news.example",
        plain + "?@news.example",
        "\t" + plain);
  }

  private static String format(String pattern, long... numbers) {
    Object[] boxed = {numbers[0], numbers[1], numbers[2], numbers[3]};
    return String.format(Locale.ROOT, pattern, boxed);
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c == '.' ? '.' : (char) (c - '0' + '０')));
    return wide.toString();
  }

  private static String circled(String text) {
    StringBuilder circles = new StringBuilder();
    text.chars()
        .forEach(c -> circles.append(c == '.' ? '.' : c == '0' ? '⓪' : (char) (c - '1' + '①')));
    return circles.toString();
  }

  private static String percented(String text) {
    StringBuilder octets = new StringBuilder();
    text.chars().forEach(c -> octets.append(String.format(Locale.ROOT, "%%%02x", c)));
    return octets.toString();
  }
}
