package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sources in the database. Safe for concurrent use; joins a transaction of the database. */
public final class SqlSourceCatalogue implements SourceCatalogue {

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
          Optional<Source> known = SourceLookup.byAddress(handle, address);
          if (known.isPresent()) {
            return new Addition.Known(known.get());
          }
          List<Long> removed = removedAt(handle, address);
          removed.forEach(id -> erase(handle, id));
          long now = clock.millis();
          String free = SourceLookup.freeName(handle, name.strip());
          handle
              .createUpdate(
                  "INSERT INTO source (name, name_key, address, address_key, kind, outlet,"
                      + " language, added, added_by, next_poll, failures, items) VALUES (:name,"
                      + " :nameKey, :address, :addressKey, :kind, :outlet, :language, :now,"
                      + " :addedBy, :now, 0, 0)")
              .bind("name", free)
              .bind("nameKey", SourceLookup.nameKey(free))
              .bind("address", address.toString())
              .bind("addressKey", AddressKey.of(address))
              .bind("kind", kind.name().toLowerCase(Locale.ROOT))
              .bind("outlet", outlet.orElse(null))
              .bind("language", language.map(Language::code).orElse(null))
              .bind("now", now)
              .bind("addedBy", addedBy)
              .execute();
          Source added = SourceLookup.byAddress(handle, address).orElseThrow();
          removed.forEach(id -> passOn(handle, id, added.id()));
          return new Addition.Added(added);
        });
  }

  @Override
  public String freeName(String wanted) {
    return database.reading(handle -> SourceLookup.freeName(handle, wanted.strip()));
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
          Optional<Source> found = SourceLookup.find(handle, nameOrAddress);
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
          Optional<Source> now = SourceLookup.byId(handle, source);
          if (name.isBlank() || now.isEmpty()) {
            return Optional.empty();
          }
          boolean same = SourceLookup.nameKey(now.get().name()).equals(SourceLookup.nameKey(name));
          String free = same ? name.strip() : SourceLookup.freeName(handle, name.strip());
          change(source, "name = :value", free);
          change(source, "name_key = :value", SourceLookup.nameKey(free));
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
          if (SourceLookup.byId(handle, source).isPresent()) {
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
    return database.reading(handle -> SourceLookup.byId(handle, source));
  }

  @Override
  public Optional<Source> find(String nameOrAddress) {
    return database.reading(handle -> SourceLookup.find(handle, nameOrAddress));
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
          Optional<Source> before = SourceLookup.byId(handle, source);
          before.ifPresent(known -> SourcePolls.record(handle, known, at, polled, next));
          return before.isPresent();
        });
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
                    SourcePolls.day(clock.instant()))
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
                SourcePolls.day(clock.instant())));
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
