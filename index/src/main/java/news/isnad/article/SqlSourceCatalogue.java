package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sources in the database. Safe for concurrent use; joins a transaction of the database. */
public final class SqlSourceCatalogue implements SourceCatalogue {
  private static final int LONGEST_OUTCOME = 500;

  private final Database database;
  private final InstantSource clock;

  public SqlSourceCatalogue(Database database, InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Addition add(
      String name, URI address, Source.Kind kind, Optional<String> outlet, String addedBy) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
    return database.inTransaction(
        handle -> {
          Optional<Source> known = byAddress(handle, address);
          if (known.isPresent()) {
            return new Addition.Known(known.get());
          }
          long now = clock.millis();
          String free = freeName(handle, name.strip());
          handle
              .createUpdate(
                  "INSERT INTO source (name, name_key, address, address_key, kind, outlet, added,"
                      + " added_by, next_poll, failures, items) VALUES (:name, :nameKey, :address,"
                      + " :addressKey, :kind, :outlet, :now, :addedBy, :now, 0, 0)")
              .bind("name", free)
              .bind("nameKey", nameKey(free))
              .bind("address", address.toString())
              .bind("addressKey", AddressKey.of(address))
              .bind("kind", kind.name().toLowerCase(Locale.ROOT))
              .bind("outlet", outlet.orElse(null))
              .bind("now", now)
              .bind("addedBy", addedBy)
              .execute();
          return new Addition.Added(byAddress(handle, address).orElseThrow());
        });
  }

  private static String freeName(Handle handle, String wanted) {
    String free = wanted;
    for (int number = 2; byName(handle, free).isPresent(); number++) {
      free = wanted + " " + number;
    }
    return free;
  }

  @Override
  public Optional<Source> remove(String nameOrAddress) {
    return database.inTransaction(
        handle -> {
          Optional<Source> found = find(handle, nameOrAddress);
          found.ifPresent(source -> handle.execute("DELETE FROM source WHERE id = ?", source.id()));
          return found;
        });
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
    return first(
        handle
            .createQuery("SELECT * FROM source WHERE name_key = :key")
            .bind("key", nameKey(name)));
  }

  private static Optional<Source> byAddress(Handle handle, URI address) {
    return first(
        handle
            .createQuery("SELECT * FROM source WHERE address_key = :key")
            .bind("key", AddressKey.of(address)));
  }

  private static String nameKey(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Source> list() {
    return database.reading(
        handle -> all(handle.createQuery("SELECT * FROM source ORDER BY name_key")));
  }

  @Override
  public List<Source> due(Instant now) {
    return database.reading(
        handle ->
            all(
                handle
                    .createQuery(
                        "SELECT * FROM source WHERE next_poll <= :now ORDER BY next_poll, id")
                    .bind("now", now.toEpochMilli())));
  }

  @Override
  public void record(long source, Instant at, Polled polled, Instant next) {
    database.<Integer>inTransaction(
        handle ->
            switch (polled) {
              case Polled.Success success ->
                  handle
                      .createUpdate(
                          "UPDATE source SET etag = :etag, last_modified = :lastModified, failures"
                              + " = 0, items = items + :items, last_outcome = :outcome,"
                              + " last_polled = :at, next_poll = :next WHERE id = :id")
                      .bind("etag", success.etag().orElse(null))
                      .bind("lastModified", success.lastModified().orElse(null))
                      .bind("items", success.newItems())
                      .bind("outcome", success.newItems() + " new")
                      .bind("at", at.toEpochMilli())
                      .bind("next", next.toEpochMilli())
                      .bind("id", source)
                      .execute();
              case Polled.Unchanged() ->
                  update(handle, "failures = 0", "unchanged", at, next, source);
              case Polled.Failure(String why) ->
                  update(handle, "failures = failures + 1", why, at, next, source);
            });
  }

  private static int update(
      Handle handle, String failures, String outcome, Instant at, Instant next, long source) {
    return handle
        .createUpdate(
            "UPDATE source SET "
                + failures
                + ", last_outcome = :outcome, last_polled = :at, next_poll = :next WHERE id = :id")
        .bind("outcome", outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)))
        .bind("at", at.toEpochMilli())
        .bind("next", next.toEpochMilli())
        .bind("id", source)
        .execute();
  }

  private static Optional<Source> first(Query query) {
    return query.map((row, context) -> source(row)).findFirst();
  }

  private static List<Source> all(Query query) {
    return query.map((row, context) -> source(row)).list();
  }

  private static Source source(ResultSet row) throws SQLException {
    long polled = row.getLong("last_polled");
    Optional<Instant> lastPolled =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(polled));
    return new Source(
        row.getLong("id"),
        row.getString("name"),
        URI.create(row.getString("address")),
        Source.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("outlet")),
        Instant.ofEpochMilli(row.getLong("added")),
        row.getString("added_by"),
        Optional.ofNullable(row.getString("etag")),
        Optional.ofNullable(row.getString("last_modified")),
        lastPolled,
        Instant.ofEpochMilli(row.getLong("next_poll")),
        Optional.ofNullable(row.getString("last_outcome")),
        row.getInt("failures"),
        row.getLong("items"));
  }
}
