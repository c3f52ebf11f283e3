package news.isnad.bot.telegram;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Around every request: notes whether it left before it failed, keeps the HTTP status that the
 * library drops, and puts the path of {@code telegram.api-url} in front.
 *
 * <p>Safe for concurrent use.
 */
final class Delivery implements Interceptor {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private final List<String> prefix;

  Delivery(@Nullable String path) {
    prefix =
        path == null
            ? List.of()
            : Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  /** Set by {@link #depart} when a connection stands and the request goes out on it. */
  private record Departure(AtomicBoolean left) {}

  @Override
  public Response intercept(Chain chain) throws IOException {
    Departure departure = new Departure(new AtomicBoolean());
    Request request =
        chain
            .request()
            .newBuilder()
            .url(prefixed(chain.request().url()))
            .tag(Departure.class, departure)
            .build();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException failure) {
      throw departure.left().get() ? failure : new NeverLeftException(failure);
    }
    if (!isJsonObject(response)) {
      NotJsonException page = new NotJsonException(response.code(), retryAfter(response));
      response.close();
      throw page;
    }
    return response;
  }

  /** The network interceptor. */
  static Response depart(Chain chain) throws IOException {
    Departure departure = chain.request().tag(Departure.class);
    if (departure != null) {
      departure.left().set(true);
    }
    return chain.proceed(chain.request());
  }

  /** The address with the path of {@code telegram.api-url} in front. */
  HttpUrl prefixed(HttpUrl url) {
    if (prefix.isEmpty()) {
      return url;
    }
    HttpUrl.Builder builder = url.newBuilder().encodedPath("/");
    prefix.forEach(builder::addPathSegment);
    url.pathSegments().forEach(builder::addPathSegment);
    return builder.build();
  }

  private static boolean isJsonObject(Response response) throws IOException {
    BufferedSource source = response.body().source();
    for (long index = 0; source.request(index + 1); index++) {
      byte next = source.getBuffer().getByte(index);
      if (!Character.isWhitespace(next)) {
        return next == '{';
      }
    }
    return false;
  }

  private static Duration retryAfter(Response response) {
    String header = response.header("Retry-After", "");
    try {
      return Duration.ofSeconds(Math.max(1, Long.parseLong(header)));
    } catch (NumberFormatException absentOrDate) {
      return USUAL_WAIT;
    }
  }

  /** The request did not leave: there was no connection to send it on. */
  static final class NeverLeftException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    NeverLeftException(IOException cause) {
      super("not sent", cause);
    }
  }

  /** Something between us and Telegram answered with a page. */
  static final class NotJsonException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final int status;
    private final Duration retryAfter;

    NotJsonException(int status, Duration retryAfter) {
      super("HTTP " + status + " without JSON");
      this.status = status;
      this.retryAfter = retryAfter;
    }

    int status() {
      return status;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }
}
