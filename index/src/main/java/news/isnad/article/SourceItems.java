package news.isnad.article;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What feeds said of their items when they were polled last. Stateless. */
final class SourceItems {
  private SourceItems() {}

  static Map<String, Integer> of(Handle handle, long source) {
    Map<String, Integer> said = new HashMap<>();
    handle
        .createQuery("SELECT guid, said FROM source_item WHERE source = :source")
        .bind("source", source)
        .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(item -> said.put(item.getKey(), item.getValue()));
    return said;
  }

  /** Writes only what is different. */
  static void replace(Handle handle, long source, Map<String, Integer> said) {
    Map<String, Integer> before = of(handle, source);
    PreparedBatch gone =
        handle.prepareBatch("DELETE FROM source_item WHERE source = :source AND guid = :guid");
    before.keySet().stream()
        .filter(guid -> !said.containsKey(guid))
        .forEach(guid -> gone.bind("source", source).bind("guid", guid).add());
    PreparedBatch other =
        handle.prepareBatch(
            "INSERT INTO source_item (source, guid, said) VALUES (:source, :guid, :said) ON"
                + " CONFLICT (source, guid) DO UPDATE SET said = excluded.said");
    said.forEach(
        (guid, now) -> {
          if (!now.equals(before.get(guid))) {
            other.bind("source", source).bind("guid", guid).bind("said", now).add();
          }
        });
    execute(gone);
    execute(other);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  static void erase(Handle handle, long source) {
    handle.execute("DELETE FROM source_item WHERE source = ?", source);
  }
}
