package news.isnad.article;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds sources that are not removed, within a transaction. */
final class SourceLookup {
  private SourceLookup() {}

  /** A name that was removed may still come back. */
  static String freeName(Handle handle, String wanted) {
    return isTaken(handle, wanted)
        ? wanted + " " + FreeNumber.from(2, number -> isTaken(handle, wanted + " " + number))
        : wanted;
  }

  private static boolean isTaken(Handle handle, String name) {
    return handle
        .createQuery("SELECT 1 FROM source WHERE name_key = :key")
        .bind("key", nameKey(name))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static Optional<Source> byId(Handle handle, long source) {
    return SourceRows.first(
        handle
            .createQuery("SELECT * FROM source WHERE id = :id AND removed IS NULL")
            .bind("id", source));
  }

  /** By its name, else by its address. */
  static Optional<Source> find(Handle handle, String nameOrAddress) {
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
  static Optional<Source> byAddress(Handle handle, URI address) {
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

  /** Names are the same whatever their case. */
  static String nameKey(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
