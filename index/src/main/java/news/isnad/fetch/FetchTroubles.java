package news.isnad.fetch;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import news.isnad.fetch.Fetched.Failed;
import news.isnad.fetch.Fetched.Reason;
import news.isnad.fetch.Fetched.Refused;
import news.isnad.fetch.Fetched.Trouble;
import news.isnad.text.Graphemes;

/** Says what went wrong with a request. */
final class FetchTroubles {
  private FetchTroubles() {}

  /** What an exception means. */
  static Fetched of(Exception e, String host, Duration timeout) {
    Optional<ForbiddenAddressException> forbidden = forbidden(e);
    if (forbidden.isPresent()) {
      return new Refused(Reason.PRIVATE_ADDRESS, message(forbidden.get()));
    }
    return switch (e) {
      case BodyReader.TooLargeException large -> new Refused(Reason.TOO_LARGE, message(large));
      case UnknownHostException unknown ->
          Failed.temporarily(Trouble.NAME, "no such host: " + host);
      case InterruptedIOException slow -> tooSlow(timeout);
      case SSLException insecure ->
          Failed.temporarily(
              Trouble.CONNECTION, "no safe connection to " + host + ": " + message(insecure));
      case SocketException broken ->
          Failed.temporarily(
              Trouble.CONNECTION, "no connection to " + host + ": " + message(broken));
      default -> Failed.temporarily(Trouble.ANSWER, "the answer cannot be read: " + message(e));
    };
  }

  static Failed tooSlow(Duration timeout) {
    return Failed.temporarily(
        Trouble.SLOW, "not finished within " + timeout.toMillis() + " ms (fetch.timeout)");
  }

  /** The guard may have spoken at any depth: each tried address is a suppressed failure. */
  static Optional<ForbiddenAddressException> forbidden(Throwable e) {
    List<Throwable> open = new ArrayList<>(List.of(e));
    for (int i = 0; i < open.size() && i < 50; i++) {
      Throwable next = open.get(i);
      if (next instanceof ForbiddenAddressException forbidden) {
        return Optional.of(forbidden);
      }
      open.addAll(List.of(next.getSuppressed()));
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return Optional.empty();
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : printable(message);
  }

  /** Words from outside, as a line of a log may hold them. */
  static String printable(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", " ");
    return Graphemes.shortened(shown, 200);
  }
}
