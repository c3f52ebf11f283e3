package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.isnad.bot.telegram.SendOutcome.Sent;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import news.isnad.config.Secret;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Telegram over HTTP, by the library's client.
 *
 * <p>Every call is made once: OkHttp's silent repetition is off, since a repeated POST is a message
 * said twice. The token is part of every address, so neither requests nor addresses are ever
 * printed, and what the network says is searched for it.
 *
 * <p>Safe for concurrent use. {@link #close} ends what is under way and leaves no thread.
 */
public final class HttpTelegramApi implements TelegramApi, Updates, SentFiles, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  /** What a poll may take beyond the time that Telegram was asked to hold it. */
  private static final Duration POLL_MARGIN = Duration.ofSeconds(15);

  private static final Duration LONGEST_POLL = Duration.ofSeconds(50);

  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");
  private static final MediaType PNG = MediaType.get("image/png");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String token;
  private final ExecutorService threads;
  private final Dispatcher dispatcher;
  private final ConnectionPool connections = new ConnectionPool();
  private final OkHttpClient plain;
  private final OkHttpClient fetching;
  private final HttpUrl address;
  private final Delivery prefix;
  private final TelegramClient sending;
  private final TelegramClient polling;
  private volatile boolean closed;

  /**
   * @param token the bot's token
   * @param apiUrl the Bot API server: http or https, with or without port and path
   * @param proxy an HTTP proxy as {@code host:port}
   * @throws IllegalArgumentException if the address or the proxy has another form
   */
  public HttpTelegramApi(Secret token, URI apiUrl, Optional<String> proxy) {
    this(token, apiUrl, proxy, CALL_TIMEOUT);
  }

  HttpTelegramApi(Secret token, URI apiUrl, Optional<String> proxy, Duration callTimeout) {
    this.token = requireNonNull(token, "token is null").reveal();
    TelegramUrl url = readUrl(apiUrl);
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-", 0).factory());
    dispatcher = new Dispatcher(threads);
    prefix = new Delivery(apiUrl.getPath());
    // The library's calls are all "asynchronous" to one host; five at a time is OkHttp's default.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(connections)
            .proxy(proxy.map(HttpTelegramApi::readProxy).orElse(Proxy.NO_PROXY))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(callTimeout)
            .writeTimeout(callTimeout)
            .callTimeout(callTimeout)
            .addInterceptor(prefix)
            .addNetworkInterceptor(Delivery::depart)
            .build();
    Duration pollTimeout = LONGEST_POLL.plus(POLL_MARGIN);
    OkHttpClient patient =
        client.newBuilder().readTimeout(pollTimeout).callTimeout(pollTimeout).build();
    plain = client;
    OkHttpClient.Builder forFiles = client.newBuilder();
    forFiles.interceptors().clear();
    forFiles.networkInterceptors().clear();
    fetching = forFiles.build();
    address = root(apiUrl);
    sending = new OkHttpTelegramClient(JSON, client, this.token, url);
    polling = new OkHttpTelegramClient(JSON, patient, this.token, url);
  }

  @Override
  public SendOutcome call(Call call) {
    if (call instanceof Call.SendDocument document) {
      return upload(
          call, "document", document.name(), RequestBody.create(document.content(), TEXT));
    }
    if (call instanceof Call.SendPhoto photo) {
      return upload(call, "photo", "picture.png", RequestBody.create(photo.picture().bytes(), PNG));
    }
    SendOutcome outcome = ask(sending, Methods.of(call));
    return call instanceof Call.GetMe ? noSuchBot(outcome) : outcome;
  }

  /** Only a form can carry a file, and the library's own would read the answer too strictly. */
  private SendOutcome upload(Call call, String field, String name, RequestBody file) {
    if (closed) {
      return new Unreachable(true, "closed");
    }
    RawMethod method = Methods.of(call);
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    method
        .body()
        .properties()
        .forEach(
            each ->
                form.addFormDataPart(
                    each.getKey(),
                    each.getValue().isValueNode()
                        ? each.getValue().asText()
                        : each.getValue().toString()));
    form.addFormDataPart(field, name, file);
    Request request =
        new Request.Builder()
            .url(
                address
                    .newBuilder()
                    .addPathSegment("bot" + token)
                    .addPathSegment(method.getMethod())
                    .build())
            .post(form.build())
            .build();
    try (Response response = plain.newCall(request).execute()) {
      return OutcomeReader.read(response.body().string());
    } catch (IOException failure) {
      return readFailure(failure);
    } catch (RuntimeException broken) {
      return new Unreachable(true, describe(broken));
    }
  }

  @Override
  public Optional<byte[]> bytes(String fileId, int most) {
    if (closed
        || !(call(new Call.GetFile(fileId)) instanceof Sent(JsonNode file))
        || file.path("file_size").asLong(0) > most
        || file.path("file_path").asText().isEmpty()) {
      return Optional.empty();
    }
    HttpUrl.Builder place =
        address.newBuilder().addPathSegment("file").addPathSegment("bot" + token);
    for (String part : file.path("file_path").asText().split("/", -1)) {
      place.addPathSegment(part);
    }
    Request request = new Request.Builder().url(prefix.prefixed(place.build())).build();
    try (Response response = fetching.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (response.code() != 200 || source.request(most + 1L)) {
        return Optional.empty();
      }
      return Optional.of(source.readByteArray());
    } catch (IOException | RuntimeException failure) {
      return Optional.empty();
    }
  }

  @Override
  public Polled poll(long offset, int limit, Duration wait) {
    Duration held = wait.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : wait;
    Answer answer = exchange(polling, Methods.getUpdates(offset, limit, held));
    return switch (answer) {
      case Answer.None none -> new Polled.Failed(none.why());
      case Answer.Text(String text) -> readPolled(text);
    };
  }

  private static Polled readPolled(String text) {
    SendOutcome outcome = OutcomeReader.read(text);
    if (outcome instanceof Sent(JsonNode result) && result.isArray()) {
      List<JsonNode> updates = new ArrayList<>();
      result.forEach(updates::add);
      return new Polled.Batch(updates);
    }
    boolean brokenInside =
        outcome instanceof Sent
            || (outcome instanceof Unreachable && text.stripLeading().startsWith("{\"ok\":true"));
    return brokenInside ? new Polled.Unreadable(text) : new Polled.Failed(noSuchBot(outcome));
  }

  /** Telegram answers 404, not 401, where the token has never been one. */
  private static SendOutcome noSuchBot(SendOutcome outcome) {
    return outcome instanceof Unreachable unreachable && unreachable.why().startsWith("404 ")
        ? new Unauthorized()
        : outcome;
  }

  private SendOutcome ask(TelegramClient client, RawMethod method) {
    return switch (exchange(client, method)) {
      case Answer.None none -> none.why();
      case Answer.Text(String text) -> OutcomeReader.read(text);
    };
  }

  /** What came back for a request: text, or why none did. */
  private sealed interface Answer {
    record Text(String text) implements Answer {}

    record None(SendOutcome why) implements Answer {}
  }

  private Answer exchange(TelegramClient client, RawMethod method) {
    try {
      return new Answer.Text(client.execute(method));
    } catch (TelegramApiException failure) {
      return new Answer.None(readFailure(failure));
    } catch (RuntimeException closed) {
      // OkHttp after close: its executor takes nothing more.
      return new Answer.None(new Unreachable(true, describe(closed)));
    }
  }

  private SendOutcome readFailure(Exception failure) {
    boolean left = true;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return new Unreachable(false, "interrupted while waiting for the answer");
      }
      if (cause instanceof Delivery.NotJsonException page) {
        return page.status() == 429
            ? new TooFast(page.retryAfter())
            : new Unreachable(false, "HTTP " + page.status() + " without JSON");
      }
      left &= !(cause instanceof Delivery.NeverLeftException);
      if (cause.getCause() == null) {
        return new Unreachable(!left, describe(cause));
      }
    }
    throw new AssertionError("unreachable");
  }

  private String describe(Throwable cause) {
    String words =
        cause.getMessage() == null
            ? cause.getClass().getSimpleName()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return words.replace(token, "(token)");
  }

  /** Ends calls under way; later ones are {@link Unreachable}. */
  @Override
  public void close() {
    closed = true;
    dispatcher.cancelAll();
    threads.shutdown();
    connections.evictAll();
  }

  @Override
  public String toString() {
    return "HttpTelegramApi";
  }

  private static TelegramUrl readUrl(URI url) {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("apiUrl is not an http or https address");
    }
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return new TelegramUrl(scheme, url.getHost(), port, false);
  }

  private static HttpUrl root(URI url) {
    HttpUrl whole = HttpUrl.get(url);
    if (whole == null) {
      throw new IllegalArgumentException("apiUrl is not an http or https address");
    }
    return whole.newBuilder().encodedPath("/").query(null).build();
  }

  private static Proxy readProxy(String proxy) {
    int colon = proxy.lastIndexOf(':');
    try {
      return new Proxy(
          Proxy.Type.HTTP,
          InetSocketAddress.createUnresolved(
              proxy.substring(0, Math.max(0, colon)),
              Integer.parseInt(proxy.substring(colon + 1))));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("proxy is not host:port", malformed);
    }
  }
}
