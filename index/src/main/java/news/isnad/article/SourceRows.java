package news.isnad.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads rows of sources, and what stands of their health beside them. Stateless. */
final class SourceRows {
  private static final int FEWEST_DAYS = 3;
  private static final int USUAL_DAYS = 14;
  private static final NavigableMap<Long, Long> NO_DAYS = Collections.emptyNavigableMap();

  private SourceRows() {}

  static List<SourceHealth> health(Handle handle, Query query, long today) {
    Map<Long, Map<ErrorKind, Long>> errors = errors(handle);
    Map<Long, NavigableMap<Long, Long>> days = days(handle);
    return query
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              return health(
                  row, errors.getOrDefault(id, Map.of()), days.getOrDefault(id, NO_DAYS), today);
            })
        .list();
  }

  private static Map<Long, Map<ErrorKind, Long>> errors(Handle handle) {
    Map<Long, Map<ErrorKind, Long>> errors = new HashMap<>();
    handle
        .createQuery("SELECT source, kind, times FROM source_error")
        .map(
            (row, context) ->
                errors
                    .computeIfAbsent(row.getLong(1), _ -> new EnumMap<>(ErrorKind.class))
                    .put(ErrorKind.valueOf(row.getString(2)), row.getLong(3)))
        .list();
    return errors;
  }

  private static Map<Long, NavigableMap<Long, Long>> days(Handle handle) {
    Map<Long, NavigableMap<Long, Long>> days = new HashMap<>();
    handle
        .createQuery("SELECT source, day, items FROM source_day")
        .map(
            (row, context) ->
                days.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                    .put(row.getLong(2), row.getLong(3)))
        .list();
    return days;
  }

  private static SourceHealth health(
      ResultSet row, Map<ErrorKind, Long> errors, NavigableMap<Long, Long> days, long today)
      throws SQLException {
    Optional<Long> lastDay = days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey());
    return new SourceHealth(
        source(row),
        instant(row, "last_good"),
        instant(row, "bad_since"),
        instant(row, "newest"),
        lastDay.map(day -> Instant.EPOCH.plus(Duration.ofDays(day + 1))),
        instant(row, "lag").map(lag -> Duration.ofMillis(lag.toEpochMilli())),
        days.getOrDefault(today, 0L),
        usual(days),
        row.getLong("empty_bodies"),
        row.getLong("repairs"),
        row.getLong("duplicates"),
        errors,
        Optional.ofNullable(row.getString("told")).map(SourceHealth.Trouble::valueOf),
        instant(row, "told_at"));
  }

  private static OptionalDouble usual(NavigableMap<Long, Long> days) {
    if (days.size() < FEWEST_DAYS) {
      return OptionalDouble.empty();
    }
    long last = days.lastKey();
    SortedMap<Long, Long> recent = days.tailMap(last - USUAL_DAYS + 1);
    double items = recent.values().stream().mapToLong(Long::longValue).sum();
    return OptionalDouble.of(items / (last - recent.firstKey() + 1));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  static Optional<Source> first(Query query) {
    return query.map((row, context) -> source(row)).findFirst();
  }

  static List<Source> all(Query query) {
    return query.map((row, context) -> source(row)).list();
  }

  private static Source source(ResultSet row) throws SQLException {
    double perDay = row.getDouble("per_day");
    OptionalDouble habit = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(perDay);
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
        instant(row, "last_polled"),
        Instant.ofEpochMilli(row.getLong("next_poll")),
        Optional.ofNullable(row.getString("last_outcome")),
        row.getInt("failures"),
        row.getLong("items"),
        habit,
        Optional.ofNullable(row.getString("language")).flatMap(Language::of),
        instant(row, "paused").isPresent());
  }
}
