package news.isnad.bot.translation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.isnad.bot.conversation.Translations;
import news.isnad.config.Secret;
import news.isnad.text.Language;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service with LibreTranslate's interface: {@code POST /translate}.
 *
 * <p>Only the host that the operator named is ever asked, wherever it is: no redirect is followed,
 * no other name is looked up, and no address comes from outside. Words and answers are limited in
 * size and time; a few requests run at once, further ones fail. Neither key nor words are logged.
 *
 * <p>Safe for concurrent use.
 */
public final class LibreTranslate implements Translations {
  private static final Logger log = LoggerFactory.getLogger(LibreTranslate.class);

  static final int MOST_WORDS = 2_000;
  static final long MOST_ANSWER = 65_536;
  private static final Duration MOST_TIME = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofHours(6);
  private static final int MOST_KEPT = 500;
  private static final int MOST_AT_ONCE = 4;

  private static final MediaType BODY = MediaType.get("application/json; charset=utf-8");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpUrl address;
  private final Optional<Secret> key;
  private final OkHttpClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Cache<Asked, String> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  private record Asked(String words, Language from, Language to) {}

  private LibreTranslate(URI service, Optional<Secret> key, Duration mostTime) {
    HttpUrl root = requireNonNull(HttpUrl.get(service), "service is no web address");
    this.address = root.newBuilder().addPathSegment("translate").build();
    this.key = requireNonNull(key, "key is null");
    this.client =
        new OkHttpClient.Builder()
            .dns(new OnlyHost(root.host()))
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .callTimeout(mostTime)
            .build();
  }

  /** The service at an address, which may have a path. */
  public static LibreTranslate at(URI service, Optional<Secret> key) {
    return new LibreTranslate(service, key, MOST_TIME);
  }

  static LibreTranslate at(URI service, Optional<Secret> key, Duration mostTime) {
    return new LibreTranslate(service, key, mostTime);
  }

  /** Looks up one name, and no other. */
  private record OnlyHost(String host) implements Dns {
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
      if (!name.equals(host)) {
        throw new UnknownHostException("not the service that is configured");
      }
      return Dns.SYSTEM.lookup(name);
    }
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Outcome translate(String words, Language from, Language to) {
    if (words.isBlank() || words.length() > MOST_WORDS) {
      return new Failed();
    }
    Asked asked = new Asked(words, from, to);
    String before = known.getIfPresent(asked);
    if (before != null) {
      return new Translated(before);
    }
    if (!places.tryAcquire()) {
      return new Failed();
    }
    try {
      Optional<String> translated = ask(asked);
      translated.ifPresent(found -> known.put(asked, found));
      return translated.<Outcome>map(Translated::new).orElseGet(Failed::new);
    } finally {
      places.release();
    }
  }

  private Optional<String> ask(Asked asked) {
    ObjectNode body = JSON.createObjectNode();
    body.put("q", asked.words());
    body.put("source", asked.from().code());
    body.put("target", asked.to().code());
    body.put("format", "text");
    key.ifPresent(secret -> body.put("api_key", secret.reveal()));
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(body.toString(), BODY)).build();
    try (Response response = client.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (response.code() != 200 || source.request(MOST_ANSWER + 1)) {
        log.warn("The translation service answered {}, which is no translation.", response.code());
        return Optional.empty();
      }
      return read(source.readUtf8());
    } catch (IOException | RuntimeException failure) {
      log.warn("The translation service fails: {}", failure.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Optional<String> read(String answer) throws IOException {
    JsonNode translated = JSON.readTree(answer).path("translatedText");
    return Optional.of(translated.asText(""))
        .map(String::strip)
        .filter(text -> translated.isTextual() && !text.isEmpty());
  }
}
