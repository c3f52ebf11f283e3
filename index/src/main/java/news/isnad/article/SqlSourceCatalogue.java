package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sources in the database. Safe for concurrent use; joins a transaction of the database. */
public final class SqlSourceCatalogue implements SourceCatalogue {
  private static final int LONGEST_OUTCOME = 500;
  private static final double DAY = Duration.ofDays(1).toMillis();
  private static final double HABIT_DAYS = 1.5;
  private static final int DAYS_KEPT = 60;

  private final Database database;
  private final InstantSource clock;

  public SqlSourceCatalogue(Database database, InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Addition add(
      String name,
      URI address,
      Source.Kind kind,
      Optional<String> outlet,
      Optional<Language> language,
      String addedBy) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
    return database.inTransaction(
        handle -> {
          Optional<Source> known = byAddress(handle, address);
          if (known.isPresent()) {
            return new Addition.Known(known.get());
          }
          List<Long> removed = removedAt(handle, address);
          removed.forEach(id -> erase(handle, id));
          long now = clock.millis();
          String free = freeName(handle, name.strip());
          handle
              .createUpdate(
                  "INSERT INTO source (name, name_key, address, address_key, kind, outlet,"
                      + " language, added, added_by, next_poll, failures, items) VALUES (:name,"
                      + " :nameKey, :address, :addressKey, :kind, :outlet, :language, :now,"
                      + " :addedBy, :now, 0, 0)")
              .bind("name", free)
              .bind("nameKey", nameKey(free))
              .bind("address", address.toString())
              .bind("addressKey", AddressKey.of(address))
              .bind("kind", kind.name().toLowerCase(Locale.ROOT))
              .bind("outlet", outlet.orElse(null))
              .bind("language", language.map(Language::code).orElse(null))
              .bind("now", now)
              .bind("addedBy", addedBy)
              .execute();
          Source added = byAddress(handle, address).orElseThrow();
          removed.forEach(id -> passOn(handle, id, added.id()));
          return new Addition.Added(added);
        });
  }

  @Override
  public String freeName(String wanted) {
    return database.reading(handle -> freeName(handle, wanted.strip()));
  }

  /** A name that was removed may still come back. */
  private static String freeName(Handle handle, String wanted) {
    String free = wanted;
    for (int number = 2; isTaken(handle, free); number++) {
      free = wanted + " " + number;
    }
    return free;
  }

  private static boolean isTaken(Handle handle, String name) {
    return handle
        .createQuery("SELECT 1 FROM source WHERE name_key = :key")
        .bind("key", nameKey(name))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Sources that may still come back, and stand in the way of one at the same address. */
  private static List<Long> removedAt(Handle handle, URI address) {
    return handle
        .createQuery("SELECT id FROM source WHERE address_key = :key AND removed IS NOT NULL")
        .bind("key", AddressKey.of(address))
        .mapTo(Long.class)
        .list();
  }

  @Override
  public Optional<Source> remove(String nameOrAddress) {
    return database.inTransaction(
        handle -> {
          Optional<Source> found = find(handle, nameOrAddress);
          found.ifPresent(source -> erase(handle, source.id()));
          return found;
        });
  }

  @Override
  public void remove(long source, Instant at) {
    change(source, "removed = coalesce(removed, :value)", at.toEpochMilli());
  }

  @Override
  public boolean isRemoved(long source) {
    return database.reading(handle -> isRemoved(handle, source));
  }

  private static boolean isRemoved(Handle handle, long source) {
    return handle
        .createQuery("SELECT 1 FROM source WHERE id = :id AND removed IS NOT NULL")
        .bind("id", source)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public boolean restore(long source) {
    return change(source, "removed = :value", null);
  }

  @Override
  public void erase(long source) {
    database.inTransaction(
        handle -> {
          boolean gone = isRemoved(handle, source);
          if (gone) {
            erase(handle, source);
          }
          return gone;
        });
  }

  @Override
  public void pause(long source, boolean paused) {
    change(source, "paused = :value", paused ? clock.millis() : null);
  }

  @Override
  public Optional<String> rename(long source, String name) {
    return database.inTransaction(
        handle -> {
          Optional<Source> now = byId(handle, source);
          if (name.isBlank() || now.isEmpty()) {
            return Optional.empty();
          }
          boolean same = nameKey(now.get().name()).equals(nameKey(name));
          String free = same ? name.strip() : freeName(handle, name.strip());
          change(source, "name = :value", free);
          change(source, "name_key = :value", nameKey(free));
          return Optional.of(free);
        });
  }

  @Override
  public void moveTo(long source, Optional<String> outlet) {
    change(source, "outlet = :value", outlet.map(String::strip).orElse(null));
  }

  private boolean change(long source, String what, @Nullable Object value) {
    return database.inTransaction(
            handle ->
                handle
                    .createUpdate("UPDATE source SET " + what + " WHERE id = :id")
                    .bind("value", value)
                    .bind("id", source)
                    .execute())
        > 0;
  }

  private static void erase(Handle handle, long id) {
    handle.execute("DELETE FROM source WHERE id = ?", id);
    handle.execute("DELETE FROM source_former_address WHERE source = ?", id);
    handle.execute("DELETE FROM source_day WHERE source = ?", id);
    handle.execute("DELETE FROM source_error WHERE source = ?", id);
    SourceItems.erase(handle, id);
  }

  /** What a removed source brought is brought by the one that was added in its place. */
  private static void passOn(Handle handle, long from, long to) {
    handle.execute("UPDATE OR IGNORE article_source SET source = ? WHERE source = ?", to, from);
    handle.execute("DELETE FROM article_source WHERE source = ?", from);
  }

  @Override
  public Map<String, Integer> said(long source) {
    return database.reading(handle -> SourceItems.of(handle, source));
  }

  @Override
  public void remember(long source, Map<String, Integer> said) {
    database.together(
        handle -> {
          if (byId(handle, source).isPresent()) {
            SourceItems.replace(handle, source, said);
          }
          return said.size();
        });
  }

  @Override
  public Optional<Brought> lastBrought(long source) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT a.outlet, a.language FROM article_source s JOIN article a ON a.id ="
                        + " s.article WHERE s.source = :source ORDER BY s.article DESC LIMIT 1")
                .bind("source", source)
                .map(
                    (row, context) ->
                        new Brought(
                            row.getString(1),
                            Language.of(row.getString(2)).orElse(Language.ENGLISH)))
                .findOne());
  }

  @Override
  public Optional<Source> find(long source) {
    return database.reading(handle -> byId(handle, source));
  }

  private static Optional<Source> byId(Handle handle, long source) {
    return SourceRows.first(
        handle
            .createQuery("SELECT * FROM source WHERE id = :id AND removed IS NULL")
            .bind("id", source));
  }

  @Override
  public Optional<Source> find(String nameOrAddress) {
    return database.reading(handle -> find(handle, nameOrAddress));
  }

  private static Optional<Source> find(Handle handle, String nameOrAddress) {
    return byName(handle, nameOrAddress)
        .or(() -> address(nameOrAddress).flatMap(address -> byAddress(handle, address)));
  }

  private static Optional<URI> address(String typed) {
    try {
      return Optional.of(URI.create(typed.strip()));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Source> byName(Handle handle, String name) {
    return SourceRows.first(
        handle
            .createQuery("SELECT * FROM source WHERE name_key = :key AND removed IS NULL")
            .bind("key", nameKey(name)));
  }

  /** The source that has an address, else the one that has moved from there. */
  private static Optional<Source> byAddress(Handle handle, URI address) {
    return SourceRows.first(
            handle
                .createQuery("SELECT * FROM source WHERE address_key = :key AND removed IS NULL")
                .bind("key", AddressKey.of(address)))
        .or(
            () ->
                SourceRows.first(
                    handle
                        .createQuery(
                            "SELECT * FROM source WHERE removed IS NULL AND id ="
                                + " (SELECT source FROM source_former_address"
                                + " WHERE address_key = :key)")
                        .bind("key", AddressKey.of(address))));
  }

  private static String nameKey(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Source> list() {
    return database.reading(
        handle ->
            SourceRows.all(
                handle.createQuery(
                    "SELECT * FROM source WHERE removed IS NULL ORDER BY name_key")));
  }

  @Override
  public List<Source> due(Instant now) {
    return database.reading(
        handle ->
            SourceRows.all(
                handle
                    .createQuery(
                        "SELECT * FROM source WHERE next_poll <= :now AND paused IS NULL AND"
                            + " removed IS NULL ORDER BY next_poll, id")
                    .bind("now", now.toEpochMilli())));
  }

  @Override
  public void record(long source, Instant at, Polled polled, Instant next) {
    database.<Boolean>together(
        handle -> {
          Optional<Source> before = byId(handle, source);
          if (before.isEmpty()) {
            return false;
          }
          switch (polled) {
            case Polled.Success success -> success(handle, before.get(), at, success, next);
            case Polled.Unchanged() -> {
              habit(handle, before.get(), at, 0, OptionalDouble.empty());
              good(handle, before.get(), "unchanged", at, next);
            }
            case Polled.Failure failure -> failure(handle, source, at, failure, next);
          }
          return true;
        });
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
    if (to.isPresent() && timesMoved(handle, source) >= MOVES) {
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
    Optional<Source> there = byAddress(handle, to);
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

  private static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  private static int update(
      Handle handle, String also, String outcome, Instant at, Instant next, long source) {
    return handle
        .createUpdate(
            "UPDATE source SET "
                + also
                + ", last_outcome = :outcome, last_polled = :at, next_poll = :next WHERE id = :id")
        .bind("outcome", outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)))
        .bind("at", at.toEpochMilli())
        .bind("next", next.toEpochMilli())
        .bind("id", source)
        .execute();
  }

  // ---- health

  @Override
  public Optional<SourceHealth> health(long source) {
    return database.reading(
        handle ->
            SourceRows.health(
                    handle,
                    handle
                        .createQuery("SELECT * FROM source WHERE id = :id AND removed IS NULL")
                        .bind("id", source),
                    day(clock.instant()))
                .stream()
                .findFirst());
  }

  @Override
  public List<SourceHealth> health() {
    return database.reading(
        handle ->
            SourceRows.health(
                handle,
                handle.createQuery("SELECT * FROM source WHERE removed IS NULL ORDER BY name_key"),
                day(clock.instant())));
  }

  @Override
  public void told(long source, Optional<SourceHealth.Trouble> trouble, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("UPDATE source SET told = :told, told_at = :at WHERE id = :id")
                .bind("told", trouble.map(SourceHealth.Trouble::name).orElse(null))
                .bind("at", at.toEpochMilli())
                .bind("id", source)
                .execute());
  }
}
