package news.isnad.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import news.isnad.fetch.CheckedAddress.Judged;
import news.isnad.fetch.Fetched.Body;
import news.isnad.fetch.Fetched.Failed;
import news.isnad.fetch.Fetched.Reason;
import news.isnad.fetch.Fetched.Refused;
import news.isnad.fetch.Fetched.Unchanged;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over HTTP, with every check of the package. Redirects are followed here, not by the
 * client, so that each target is judged and the deadline is one for all. Safe for concurrent use.
 */
public final class HttpFetcher implements Fetcher {
  private static final String ACCEPT =
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
          + " application/feed+json, application/xml;q=0.9, */*;q=0.5";

  private static final Duration PROXIED_LOOKUP = Duration.ofSeconds(2);

  private final FetchSettings settings;
  private final InstantSource clock;
  private final CheckedAddress addresses;
  private final GuardedNames names;
  private final BodyReader bodies;
  private final OkHttpClient client;

  public HttpFetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, Dns.SYSTEM);
  }

  HttpFetcher(FetchSettings settings, InstantSource clock, Dns nameServer) {
    this.settings = settings;
    this.clock = clock;
    AddressGuard guard = new AddressGuard(settings.allow());
    addresses = new CheckedAddress(settings.ports(), guard);
    names = new GuardedNames(settings.hosts(), nameServer, guard, lookupTimeout(settings));
    bodies = new BodyReader(settings.maxBody());
    client = client(settings, guard, names);
  }

  /** Behind a proxy there may be no name server at all: asking it must not eat the deadline. */
  private static Duration lookupTimeout(FetchSettings settings) {
    Duration whole = settings.timeout();
    return settings.proxy().isPresent() && whole.compareTo(PROXIED_LOOKUP) > 0
        ? PROXIED_LOOKUP
        : whole;
  }

  private static OkHttpClient client(
      FetchSettings settings, AddressGuard guard, GuardedNames names) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .callTimeout(settings.timeout())
            .connectTimeout(settings.timeout())
            .readTimeout(settings.timeout())
            .writeTimeout(settings.timeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false);
    Optional<URI> proxy = settings.proxy();
    if (proxy.isPresent()) {
      // The only connection is to the proxy, which the operator has named.
      return builder.proxy(proxy(proxy.get())).build();
    }
    return builder
        .proxy(Proxy.NO_PROXY)
        .dns(names)
        .socketFactory(new GuardedSockets(guard))
        .build();
  }

  private static Proxy proxy(URI at) {
    Proxy.Type type = "socks".equals(at.getScheme()) ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    return new Proxy(type, new InetSocketAddress(at.getHost(), at.getPort()));
  }

  @Override
  public Fetched fetch(String address, Validators known) {
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    String next = address;
    boolean forGood = true;
    for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
      switch (addresses.judge(next)) {
        case Judged.Not(Refused refused) -> {
          return refused;
        }
        case Judged.Fine(HttpUrl url) -> {
          Step step = step(url, known, deadline, redirects > 0 && forGood);
          if (step.done() != null) {
            return step.done();
          }
          forGood &= step.forGood();
          next = step.next();
        }
      }
    }
    return new Refused(
        Reason.TOO_MANY_REDIRECTS, "redirected more than " + settings.maxRedirects() + " times");
  }

  /** One request ends the fetch or leads to the next address. */
  private record Step(@Nullable Fetched done, String next, boolean forGood) {
    static Step end(Fetched done) {
      return new Step(done, "", false);
    }
  }

  private Step step(HttpUrl url, Validators known, long deadline, boolean moved) {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      return Step.end(tooSlow());
    }
    Call call = client.newCall(request(url, known));
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    try {
      forbidBehindProxy(url.host());
      try (Response response = call.execute()) {
        Optional<String> target = Optional.ofNullable(response.header("Location"));
        if (isRedirect(response.code()) && target.isPresent()) {
          return redirect(url, response.code(), target.get());
        }
        return Step.end(outcome(url, response, known, moved));
      }
    } catch (IOException | RuntimeException e) {
      // The client reports a few hostile answers (headers it cannot hold) as RuntimeException.
      return Step.end(failure(e, url.host()));
    }
  }

  private Request request(HttpUrl url, Validators known) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", settings.userAgent())
            .header("Accept", ACCEPT)
            .header("Accept-Encoding", BodyReader.ACCEPTED);
    known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
    return request.build();
  }

  /** A proxy resolves names itself; what the name means here is judged all the same. */
  private void forbidBehindProxy(String host) throws IOException {
    if (settings.proxy().isEmpty()) {
      return;
    }
    try {
      names.lookup(host);
    } catch (UnknownHostException e) {
      if (isForbidden(e).isPresent()) {
        throw e;
      }
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static Step redirect(HttpUrl from, int status, String location) {
    // Anything but a relative address is judged as it stands: file:, gopher: and the like.
    boolean hasScheme = location.strip().matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    HttpUrl resolved = hasScheme ? null : from.resolve(location);
    String next = resolved == null ? location : resolved.toString();
    return new Step(null, next, status == 301 || status == 308);
  }

  private Fetched outcome(HttpUrl url, Response response, Validators known, boolean moved)
      throws IOException {
    int status = response.code();
    if (status == 304 && !known.equals(Validators.NONE)) {
      return new Unchanged();
    }
    if (status != 200 && status != 203) {
      return refusedByServer(response);
    }
    Optional<String> type = Optional.ofNullable(response.header("Content-Type"));
    if (type.filter(BodyReader::isNotText).isPresent()) {
      return new Refused(Reason.NOT_TEXT, "there is " + printable(type.get()) + ", not text");
    }
    byte[] bytes;
    try (InputStream raw = response.body().byteStream()) {
      bytes = bodies.read(raw, encodings(response));
    }
    Validators validators =
        new Validators(
            Optional.ofNullable(response.header("ETag")),
            Optional.ofNullable(response.header("Last-Modified")));
    URI address = url.newBuilder().fragment(null).build().uri();
    Optional<URI> movedTo = moved ? Optional.of(address) : Optional.empty();
    return new Body(address, new Content(bytes, type), validators, movedTo);
  }

  private Failed refusedByServer(Response response) {
    int status = response.code();
    boolean temporary = status >= 500 || status == 408 || status == 425 || status == 429;
    Instant now = clock.instant();
    Optional<Duration> wait =
        Optional.ofNullable(response.header("Retry-After")).flatMap(h -> RetryAfter.read(h, now));
    return new Failed("the server answered " + status, temporary, OptionalInt.of(status), wait);
  }

  private static List<String> encodings(Response response) {
    List<String> all = new ArrayList<>();
    for (String header : response.headers("Content-Encoding")) {
      all.addAll(List.of(header.split(",")));
    }
    return all;
  }

  private Fetched failure(Exception e, String host) {
    Optional<ForbiddenAddressException> forbidden = isForbidden(e);
    if (forbidden.isPresent()) {
      return new Refused(Reason.PRIVATE_ADDRESS, message(forbidden.get()));
    }
    return switch (e) {
      case BodyReader.TooLargeException large -> new Refused(Reason.TOO_LARGE, message(large));
      case UnknownHostException unknown -> Failed.temporarily("no such host: " + host);
      case InterruptedIOException slow -> tooSlow();
      case SSLException insecure ->
          Failed.temporarily("no safe connection to " + host + ": " + message(insecure));
      case SocketException broken ->
          Failed.temporarily("no connection to " + host + ": " + message(broken));
      default -> Failed.temporarily("the answer cannot be read: " + message(e));
    };
  }

  private Failed tooSlow() {
    return Failed.temporarily(
        "not finished within " + settings.timeout().toMillis() + " ms (fetch.timeout)");
  }

  /** The guard may have spoken at any depth: each tried address is a suppressed failure. */
  private static Optional<ForbiddenAddressException> isForbidden(Throwable e) {
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

  private static String printable(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", " ");
    return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
  }

  @Override
  public void close() {
    names.close();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
