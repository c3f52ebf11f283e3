package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * The {@code robots.txt} of every site that was asked, kept for a day, or for ten minutes where the
 * site could not say.
 *
 * <ul>
 *   <li>An answer of the kind 4xx, or none that can be text: everything may be asked.
 *   <li>An answer of the kind 5xx, or no answer at all: nothing may.
 * </ul>
 *
 * <p>Many who want to know of one site ask it once. Safe for concurrent use.
 */
final class Robots {
  static final String AGENT = "isnad";

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration KEPT_CLOSED = Duration.ofMinutes(10);
  private static final int MOST_SITES = 20_000;

  private final Function<HttpUrl, Fetched> web;
  private final InstantSource clock;
  private final Cache<String, CompletableFuture<Known>> sites =
      Caffeine.newBuilder().maximumSize(MOST_SITES).build();

  private record Known(RobotsRules rules, Instant until) {}

  /**
   * @param web fetches a file, cut at {@link RobotsRules#LIMIT}
   */
  Robots(Function<HttpUrl, Fetched> web, InstantSource clock) {
    this.web = requireNonNull(web, "web is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** What the site of an address asks of us. Blocks while it is asked. */
  RobotsRules of(HttpUrl address) {
    HttpUrl file =
        address.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    String site = file.toString();
    CompletableFuture<Known> mine = new CompletableFuture<>();
    CompletableFuture<Known> before = sites.asMap().putIfAbsent(site, mine);
    if (before != null && !isStale(before)) {
      return known(before).rules();
    }
    if (before != null && !sites.asMap().replace(site, before, mine)) {
      return of(address);
    }
    Known asked;
    try {
      asked = asked(file);
    } catch (RuntimeException | Error defect) {
      sites.asMap().remove(site, mine);
      mine.completeExceptionally(defect);
      throw defect;
    }
    mine.complete(asked);
    return asked.rules();
  }

  private boolean isStale(CompletableFuture<Known> future) {
    return future.isDone()
        && (future.isCompletedExceptionally() || !clock.instant().isBefore(future.join().until()));
  }

  private static Known known(CompletableFuture<Known> future) {
    try {
      return future.join();
    } catch (CompletionException defect) {
      return new Known(RobotsRules.closed(), Instant.EPOCH);
    }
  }

  private Known asked(HttpUrl file) {
    Instant now = clock.instant();
    return switch (web.apply(file)) {
      case Fetched.Body body ->
          new Known(RobotsRules.read(body.content().bytes(), AGENT), now.plus(KEPT));
      case Fetched.Failed failed when isUnreachable(failed) ->
          new Known(RobotsRules.closed(), now.plus(KEPT_CLOSED));
      case Fetched.Failed _, Fetched.Refused _, Fetched.Unchanged _ ->
          new Known(RobotsRules.ALLOW_ALL, now.plus(KEPT));
    };
  }

  private static boolean isUnreachable(Fetched.Failed failed) {
    return failed.status().isEmpty()
        || failed.status().getAsInt() >= 500
        || failed.status().getAsInt() == 429;
  }
}
