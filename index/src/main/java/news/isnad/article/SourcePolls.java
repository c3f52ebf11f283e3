package news.isnad.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.article.SourceCatalogue.Noticed;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.text.Graphemes;
import org.jdbi.v3.core.Handle;

/** Records what came of polls of sources, within a transaction. */
final class SourcePolls {
  private static final int LONGEST_OUTCOME = 500;
  private static final double DAY = Duration.ofDays(1).toMillis();
  private static final double HABIT_DAYS = 1.5;
  private static final int DAYS_KEPT = 60;

  private SourcePolls() {}

  /** Records a poll of a source, as it was before. */
  static void record(Handle handle, Source source, Instant at, Polled polled, Instant next) {
    switch (polled) {
      case Polled.Success success -> success(handle, source, at, success, next);
      case Polled.Unchanged() -> {
        habit(handle, source, at, 0, OptionalDouble.empty());
        good(handle, source, "unchanged", at, next);
      }
      case Polled.Failure failure -> failure(handle, source.id(), at, failure, next);
    }
  }

  private static void success(
      Handle handle, Source source, Instant at, Polled.Success success, Instant next) {
    habit(handle, source, at, success.newItems(), success.noticed().perDay());
    good(handle, source, success.newItems() + " new", at, next);
    Noticed noticed = success.noticed();
    handle
        .createUpdate(
            "UPDATE source SET etag = :etag, last_modified = :lastModified,"
                + " items = items + :items, empty_bodies = empty_bodies + :empty,"
                + " repairs = repairs + :repairs, duplicates = duplicates + :duplicates,"
                + " newest = coalesce(:newest, newest), lag = coalesce(:lag, lag) WHERE id = :id")
        .bind("etag", success.etag().orElse(null))
        .bind("lastModified", success.lastModified().orElse(null))
        .bind("items", success.newItems())
        .bind("empty", noticed.emptyBodies())
        .bind("repairs", noticed.repairs())
        .bind("duplicates", noticed.duplicates())
        .bind("newest", noticed.newest().map(Instant::toEpochMilli).orElse(null))
        .bind("lag", noticed.lag().map(Duration::toMillis).orElse(null))
        .bind("id", source.id())
        .execute();
    if (success.newItems() > 0) {
      handle.execute("DELETE FROM source_day WHERE day < ?", day(at) - DAYS_KEPT);
      handle
          .createUpdate(
              "INSERT INTO source_day (source, day, items) VALUES (:source, :day, :items)"
                  + " ON CONFLICT (source, day) DO UPDATE SET items = source_day.items + :items")
          .bind("source", source.id())
          .bind("day", day(at))
          .bind("items", success.newItems())
          .execute();
    }
    moved(handle, source, success.movedTo());
  }

  private static void good(Handle handle, Source source, String what, Instant at, Instant next) {
    update(handle, "failures = 0, bad_since = NULL, last_good = :at", what, at, next, source.id());
  }

  private static void failure(
      Handle handle, long source, Instant at, Polled.Failure failure, Instant next) {
    update(
        handle,
        "failures = failures + 1, bad_since = coalesce(bad_since, :at)",
        failure.why(),
        at,
        next,
        source);
    handle
        .createUpdate(
            "INSERT INTO source_error (source, kind, times, last) VALUES (:source, :kind, 1, :at)"
                + " ON CONFLICT (source, kind) DO UPDATE"
                + " SET times = source_error.times + 1, last = :at")
        .bind("source", source)
        .bind("kind", failure.kind().name())
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /**
   * The habit follows what is seen, and forgets by halves in about a day. What the dates of the
   * items speak of is where it begins, since the first poll finds what came in days.
   */
  private static void habit(
      Handle handle, Source source, Instant at, int items, OptionalDouble dated) {
    OptionalDouble habit = dated;
    Optional<Instant> lastGood = lastGood(handle, source);
    if (source.itemsPerDay().isPresent() && lastGood.isPresent()) {
      double days = Math.max(0, Duration.between(lastGood.get(), at).toMillis()) / DAY;
      double kept = Math.exp(-days / HABIT_DAYS);
      double fresh = days == 0 ? 0 : items / days * (1 - kept);
      habit = OptionalDouble.of(source.itemsPerDay().getAsDouble() * kept + fresh);
    } else if (dated.isEmpty() && lastGood.isPresent()) {
      habit = OptionalDouble.of(0);
    }
    if (habit.isPresent()) {
      handle
          .createUpdate("UPDATE source SET per_day = :habit WHERE id = :id")
          .bind("habit", habit.getAsDouble())
          .bind("id", source.id())
          .execute();
    }
  }

  private static Optional<Instant> lastGood(Handle handle, Source source) {
    return handle
        .createQuery("SELECT last_good FROM source WHERE id = :id AND last_good IS NOT NULL")
        .bind("id", source.id())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static void moved(Handle handle, Source source, Optional<URI> to) {
    handle
        .createUpdate(
            "UPDATE source SET moved_seen = CASE WHEN :to IS NULL THEN 0"
                + " WHEN moved_to = :to THEN moved_seen + 1 ELSE 1 END, moved_to = :to"
                + " WHERE id = :id")
        .bind("to", to.map(URI::toString).orElse(null))
        .bind("id", source.id())
        .execute();
    if (to.isPresent() && timesMoved(handle, source) >= SourceCatalogue.MOVES) {
      move(handle, source, to.get());
    }
  }

  private static int timesMoved(Handle handle, Source source) {
    return handle
        .createQuery("SELECT moved_seen FROM source WHERE id = :id")
        .bind("id", source.id())
        .mapTo(Integer.class)
        .one();
  }

  /** Another source may be there already: then this one stays where it is. */
  private static void move(Handle handle, Source source, URI to) {
    Optional<Source> there = SourceLookup.byAddress(handle, to);
    if (there.filter(other -> other.id() != source.id()).isPresent()) {
      return;
    }
    handle
        .createUpdate(
            "INSERT INTO source_former_address (address_key, source) VALUES (:key, :id)"
                + " ON CONFLICT (address_key) DO UPDATE SET source = :id")
        .bind("key", AddressKey.of(source.address()))
        .bind("id", source.id())
        .execute();
    handle
        .createUpdate(
            "UPDATE source SET address = :address, address_key = :key, moved_to = NULL,"
                + " moved_seen = 0 WHERE id = :id")
        .bind("address", to.toString())
        .bind("key", AddressKey.of(to))
        .bind("id", source.id())
        .execute();
  }

  /** The number of a day. */
  static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  private static int update(
      Handle handle, String also, String outcome, Instant at, Instant next, long source) {
    return handle
        .createUpdate(
            "UPDATE source SET "
                + also
                + ", last_outcome = :outcome, last_polled = :at, next_poll = :next WHERE id = :id")
        .bind("outcome", Graphemes.beginning(outcome, LONGEST_OUTCOME))
        .bind("at", at.toEpochMilli())
        .bind("next", next.toEpochMilli())
        .bind("id", source)
        .execute();
  }
}
