package news.isnad.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The client of a fetcher, with its deadlines and its proxy. */
final class HttpClients {
  private static final Duration PROXIED_LOOKUP = Duration.ofSeconds(2);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int IDLE_CONNECTIONS = 100;

  private HttpClients() {}

  /** Behind a proxy there may be no name server at all: asking it must not eat the deadline. */
  static Duration lookupTimeout(FetchSettings settings) {
    Duration whole = settings.timeout();
    return settings.proxy().isPresent() && whole.compareTo(PROXIED_LOOKUP) > 0
        ? PROXIED_LOOKUP
        : whole;
  }

  /** A client that follows nothing by itself and connects only where it is allowed. */
  static OkHttpClient client(FetchSettings settings, GuardedNames names, GuardedSockets sockets) {
    Duration connect =
        settings.timeout().compareTo(LONGEST_CONNECT) < 0 ? settings.timeout() : LONGEST_CONNECT;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .callTimeout(settings.timeout())
            .connectTimeout(connect)
            .readTimeout(settings.timeout())
            .writeTimeout(settings.timeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES));
    Optional<URI> proxy = settings.proxy();
    if (proxy.isPresent()) {
      // The only connection is to the proxy, which the operator has named.
      return builder.proxy(proxy(proxy.get())).build();
    }
    return builder.proxy(Proxy.NO_PROXY).dns(names).socketFactory(sockets).build();
  }

  private static Proxy proxy(URI at) {
    Proxy.Type type = "socks".equals(at.getScheme()) ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    return new Proxy(type, new InetSocketAddress(at.getHost(), at.getPort()));
  }
}
