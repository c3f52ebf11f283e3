package news.isnad.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1"
      })
  void address_privateOrSpecial_isForbidden(String address) {
    assertThat(guard.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "2001:4860:4860::8888"
      })
  void address_public_isPermitted(String address) {
    assertThat(guard.permits(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void address_inAllowedRange_isPermitted() {
    AddressGuard opened =
        new AddressGuard(
            List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("fd00::/12")));

    assertThat(opened.permits(InetAddress.ofLiteral("127.9.9.9"))).isTrue();
    assertThat(opened.permits(InetAddress.ofLiteral("fd0f::1"))).isTrue();
    assertThat(opened.permits(InetAddress.ofLiteral("fd10::1"))).isFalse();
    assertThat(opened.permits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.1/8", "10.0.0.0/33", "10.0.0.0/x", "", "fe80::/129"})
  void range_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void range_ofOneAddress_needsNoPrefix() {
    assertThat(AddressRange.parse(" 192.168.0.7 ").toString()).isEqualTo("192.168.0.7/32");
  }
}
