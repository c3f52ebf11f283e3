package news.isnad.fetch;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names: fixed addresses first, then the name server; keeps the addresses that the guard
 * permits. A name that by its form belongs to an inner network ({@link InnerName}) leads to what
 * the operator has allowed or fixed, and nowhere else. A name server that does not answer costs no
 * more than the deadline: the lookup runs on a thread of its own, since nothing can interrupt it.
 * Safe for concurrent use.
 */
final class GuardedNames implements Dns, AutoCloseable {
  private static final int MOST_AT_ONCE = 64;

  private final Map<String, List<InetAddress>> fixed;
  private final Dns server;
  private final AddressGuard guard;
  private final Duration timeout;

  /** Of the platform: a lookup holds its thread, and virtual ones would hold up everybody. */
  private final ExecutorService lookups =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("lookup-", 0).factory());

  GuardedNames(
      Map<String, List<InetAddress>> fixed, Dns server, AddressGuard guard, Duration timeout) {
    this.fixed = fixed;
    this.server = server;
    this.guard = guard;
    this.timeout = timeout;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> stated = fixed.get(host);
    List<InetAddress> found = stated == null ? asked(host) : stated;
    boolean inner = stated == null && InnerName.is(host);
    List<InetAddress> permitted =
        found.stream().filter(inner ? guard::isOwn : guard::permits).toList();
    if (permitted.isEmpty() && !found.isEmpty()) {
      throw withCause(host, new ForbiddenAddressException(host, found.getFirst()));
    }
    return permitted;
  }

  private List<InetAddress> asked(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer;
    try {
      answer = lookups.submit(() -> server.lookup(host));
    } catch (RejectedExecutionException e) {
      throw withCause(host, e);
    }
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

  /** Whether a host is the operator's own, as far as that is known without asking anybody. */
  boolean isOwn(String host) {
    List<InetAddress> stated = fixed.get(host);
    if (stated != null) {
      return stated.stream().anyMatch(guard::isOwn);
    }
    boolean literal = host.contains(":") || AddressRange.isDottedQuad(host);
    return literal ? guard.isOwn(InetAddress.ofLiteral(host)) : host.equals("localhost");
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
