package news.isnad.fetch;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Function;
import news.isnad.fetch.CheckedAddress.Judged;
import news.isnad.fetch.Fetched.Body;
import news.isnad.fetch.Fetched.Failed;
import news.isnad.fetch.Fetched.Reason;
import news.isnad.fetch.Fetched.Refused;
import news.isnad.fetch.Fetched.Trouble;
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

  /** What somebody hands in may be as large as a file in a chat. */
  private static final int LARGEST_DOCUMENT = 20_000_000;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration USUAL_RETRY = Duration.ofMinutes(1);

  private final FetchSettings settings;
  private final InstantSource clock;
  private final CheckedAddress addresses;
  private final GuardedNames names;
  private final BodyReader bodies;
  private final BodyReader robotFiles = BodyReader.cutting(RobotsRules.LIMIT);
  private final BodyPlaces places;
  private final BodyReader documents;
  private final HostLanes lanes;
  private final Robots robots;
  private final OkHttpClient client;

  /** What a test may look at or replace. */
  record Seams(Dns nameServer, HostLanes.Sleeper sleeper, GuardedSockets.Watch watch) {
    static final Seams REAL = new Seams(Dns.SYSTEM, Thread::sleep, GuardedSockets.Watch.NOBODY);
  }

  public HttpFetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, Seams.REAL);
  }

  HttpFetcher(FetchSettings settings, InstantSource clock, Dns nameServer) {
    this(settings, clock, new Seams(nameServer, Thread::sleep, GuardedSockets.Watch.NOBODY));
  }

  HttpFetcher(FetchSettings settings, InstantSource clock, Seams seams) {
    this.settings = settings;
    this.clock = clock;
    AddressGuard guard = new AddressGuard(settings.allow());
    addresses = new CheckedAddress(settings.ports(), guard);
    names =
        new GuardedNames(
            settings.hosts(), seams.nameServer(), guard, HttpClients.lookupTimeout(settings));
    bodies = new BodyReader(settings.maxBody());
    documents = new BodyReader(Math.max(settings.maxBody(), LARGEST_DOCUMENT));
    places = BodyPlaces.inHeap(settings.maxBody());
    lanes = new HostLanes(clock, seams.sleeper());
    robots = new Robots(this::robotsFile, clock);
    client = HttpClients.client(settings, names, new GuardedSockets(guard, seams.watch()));
  }

  @Override
  public Optional<Fetched.Refused> refusal(String address) {
    return switch (addresses.judge(address)) {
      case Judged.Not(Fetched.Refused refused) -> Optional.of(refused);
      case Judged.Fine _ -> Optional.empty();
    };
  }

  @Override
  public Fetched fetch(String address, Validators known) {
    return read(address, known, Purpose.NAMED, fetched -> fetched);
  }

  @Override
  public <T> T read(
      String address, Validators known, Purpose purpose, Function<Fetched, T> reader) {
    BodyReader wanted = purpose == Purpose.HANDED_IN ? documents : bodies;
    try (Exchange exchange = new Exchange(known, purpose, wanted)) {
      return reader.apply(exchange.fetch(address));
    }
  }

  @Override
  public <T> T readBeginning(
      String address,
      Validators known,
      Purpose purpose,
      Function<Content, Wanted> wanted,
      Function<Fetched, T> reader) {
    BodyReader beginnings = BodyReader.asking(settings.maxBody(), wanted);
    try (Exchange exchange = new Exchange(known, purpose, beginnings)) {
      return reader.apply(exchange.fetch(address));
    }
  }

  @Override
  public List<String> sitemaps(URI address) {
    return switch (addresses.judge(address.toString())) {
      case Judged.Fine(HttpUrl url) -> robots.of(url).sitemaps();
      case Judged.Not _ -> List.of();
    };
  }

  /** A site's {@code robots.txt}, cut where it is too long. */
  private Fetched robotsFile(HttpUrl file) {
    try (Exchange exchange = new Exchange(Validators.NONE, Purpose.NAMED, robotFiles)) {
      return exchange.fetch(file.toString());
    }
  }

  /** One request ends the fetch or leads to the next address. */
  private record Step(@Nullable Fetched done, String next, boolean forGood) {
    static Step end(Fetched done) {
      return new Step(done, "", false);
    }
  }

  /** One fetch, from its first address to its last body. Confined to one thread. */
  private final class Exchange implements AutoCloseable {
    private final Validators known;
    private final Purpose purpose;
    private final BodyReader reader;
    private BodyPlaces.@Nullable Place place;

    /**
     * What is left of the deadline. Waiting for a turn or for {@code robots.txt} is not counted.
     */
    private long left = settings.timeout().toNanos();

    Exchange(Validators known, Purpose purpose, BodyReader reader) {
      this.known = known;
      this.purpose = purpose;
      this.reader = reader;
    }

    Fetched fetch(String address) {
      String next = address;
      boolean forGood = true;
      for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
        switch (addresses.judge(next)) {
          case Judged.Not(Refused refused) -> {
            return refused;
          }
          case Judged.Fine(HttpUrl url) -> {
            Optional<Fetched> unwanted = unwanted(url);
            if (unwanted.isPresent()) {
              return unwanted.get();
            }
            Step step = inTurn(url, redirects > 0 && forGood);
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

    /** What the site asks of us by its {@code robots.txt}. */
    private Optional<Fetched> unwanted(HttpUrl url) {
      if (purpose != Purpose.PAGE) {
        return Optional.empty();
      }
      RobotsRules rules = robots.of(url);
      rules.crawlDelay().ifPresent(delay -> lanes.slowDown(lane(url), delay));
      if (rules.isClosed()) {
        return Optional.of(
            Failed.temporarily(
                Trouble.CONNECTION,
                "robots.txt of " + url.host() + " cannot be read, so nothing is asked there"));
      }
      return rules.permits(target(url))
          ? Optional.empty()
          : Optional.of(
              new Refused(
                  Reason.ROBOTS, "robots.txt of " + url.host() + " asks not to fetch this"));
    }

    private static String target(HttpUrl url) {
      String query = url.encodedQuery();
      return query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
    }

    private Step inTurn(HttpUrl url, boolean moved) {
      try {
        return switch (lanes.turn(lane(url), names.isOwn(url.host()), LONGEST_WAIT)) {
          case HostLanes.Asked.Turn turn -> {
            try (turn) {
              yield step(url, moved, turn);
            }
          }
          case HostLanes.Asked.Closed(Duration closed) ->
              Step.end(
                  new Failed(
                      url.host() + " asked to be left alone",
                      true,
                      OptionalInt.empty(),
                      Optional.of(closed),
                      Trouble.STATUS));
          case HostLanes.Asked.Busy _ ->
              Step.end(
                  Failed.temporarily(
                      Trouble.SLOW, "others of our requests to " + url.host() + " take too long"));
        };
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Step.end(Failed.temporarily(Trouble.CONNECTION, "interrupted"));
      }
    }

    private Step step(HttpUrl url, boolean moved, HostLanes.Asked.Turn turn) {
      if (left <= 0) {
        return Step.end(FetchTroubles.tooSlow(settings.timeout()));
      }
      long begun = System.nanoTime();
      BodyPlaces.Place mine = places.place(begun + left);
      place = mine;
      Call call = client.newCall(request(url, known));
      call.timeout().timeout(left, TimeUnit.NANOSECONDS);
      try {
        forbidBehindProxy(url.host());
        try (Response response = call.execute()) {
          Optional<String> target = Optional.ofNullable(response.header("Location"));
          if (isRedirect(response.code()) && target.isPresent()) {
            return redirect(url, response.code(), target.get());
          }
          return Step.end(outcome(url, response, moved, turn, mine, call));
        }
      } catch (IOException | RuntimeException e) {
        // The client reports a few hostile answers (headers it cannot hold) as RuntimeException.
        return Step.end(FetchTroubles.of(e, url.host(), settings.timeout()));
      } finally {
        left -= System.nanoTime() - begun;
      }
    }

    private Fetched outcome(
        HttpUrl url,
        Response response,
        boolean moved,
        HostLanes.Asked.Turn turn,
        BodyPlaces.Place place,
        Call call)
        throws IOException {
      int status = response.code();
      if (status == 304 && !known.equals(Validators.NONE)) {
        return new Unchanged();
      }
      if (status != 200 && status != 203) {
        return refusedByServer(response, turn);
      }
      Optional<String> type = Optional.ofNullable(response.header("Content-Type"));
      if (type.filter(this::isUnwanted).isPresent()) {
        return new Refused(
            Reason.NOT_TEXT, "there is " + FetchTroubles.printable(type.get()) + ", not text");
      }
      BodyReader.Read read = content(response, type, place, call);
      Content content = read.content();
      Validators validators =
          read.broken()
              ? Validators.NONE
              : new Validators(
                  Optional.ofNullable(response.header("ETag")),
                  Optional.ofNullable(response.header("Last-Modified")));
      URI address = url.newBuilder().fragment(null).build().uri();
      Optional<URI> movedTo = moved ? Optional.of(address) : Optional.empty();
      return new Body(address, content, validators, movedTo);
    }

    private boolean isUnwanted(String type) {
      return BodyReader.isNotText(type)
          && !(purpose == Purpose.HANDED_IN && BodyReader.isPaper(type));
    }

    /** Of what is not wanted nothing more is taken, not even to use the connection again. */
    private BodyReader.Read content(
        Response response, Optional<String> type, BodyPlaces.Place place, Call call)
        throws IOException {
      boolean whole = false;
      try (InputStream raw = response.body().byteStream()) {
        BodyReader.Read read = reader.read(raw, encodings(response), type, place);
        whole = !read.cut();
        return read;
      } finally {
        if (!whole) {
          call.cancel();
        }
      }
    }

    @Override
    public void close() {
      if (place != null) {
        place.close();
      }
    }
  }

  private static String lane(HttpUrl url) {
    return url.host() + ":" + url.port();
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
      if (FetchTroubles.forbidden(e).isPresent() || InnerName.is(host)) {
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

  private Failed refusedByServer(Response response, HostLanes.Asked.Turn turn) {
    int status = response.code();
    boolean temporary = status >= 500 || status == 408 || status == 425 || status == 429;
    Instant now = clock.instant();
    Optional<Duration> wait =
        Optional.ofNullable(response.header("Retry-After")).flatMap(h -> RetryAfter.read(h, now));
    if (status == 429 || (status == 503 && wait.isPresent())) {
      turn.closeFor(wait.orElse(USUAL_RETRY));
    }
    return new Failed("the server answered " + status, temporary, OptionalInt.of(status), wait);
  }

  private static List<String> encodings(Response response) {
    List<String> all = new ArrayList<>();
    for (String header : response.headers("Content-Encoding")) {
      all.addAll(List.of(header.split(",")));
    }
    return all;
  }

  @Override
  public void close() {
    names.close();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
