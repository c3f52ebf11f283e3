package news.isnad.fetch;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;

/** The guard forbade a connection. Carries the address for the message to the operator. */
final class ForbiddenAddressException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host, InetAddress address) {
    super(host + " leads to " + address.getHostAddress() + ", a private or special address");
  }
}
