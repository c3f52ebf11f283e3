package news.isnad.fetch;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names: fixed addresses first, then the name server; keeps the addresses that the guard
 * permits. A name server that does not answer costs no more than the deadline: the lookup runs on a
 * thread of its own, since nothing can interrupt it. Safe for concurrent use.
 */
final class GuardedNames implements Dns, AutoCloseable {
  private final Map<String, List<InetAddress>> fixed;
  private final Dns server;
  private final AddressGuard guard;
  private final Duration timeout;
  private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();

  GuardedNames(
      Map<String, List<InetAddress>> fixed, Dns server, AddressGuard guard, Duration timeout) {
    this.fixed = fixed;
    this.server = server;
    this.guard = guard;
    this.timeout = timeout;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = fixed.containsKey(host) ? fixed.get(host) : asked(host);
    List<InetAddress> permitted = found.stream().filter(guard::permits).toList();
    if (permitted.isEmpty() && !found.isEmpty()) {
      throw withCause(host, new ForbiddenAddressException(host, found.getFirst()));
    }
    return permitted;
  }

  private List<InetAddress> asked(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer = lookups.submit(() -> server.lookup(host));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw withCause(host, e);
    } catch (ExecutionException e) {
      throw withCause(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw withCause(host, new InterruptedIOException());
    }
  }

  private static UnknownHostException withCause(String host, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }
}
