package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.access.Role;
import news.isnad.bot.access.Roles;
import news.isnad.bot.conversation.Audience;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * The roles that were given in the chat, read from the store each time. Safe for concurrent use.
 */
public final class GrantedRoles implements Roles {
  private static final String NOTHING = "NONE";

  private final Database database;

  public GrantedRoles(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  @Override
  public Optional<Role> of(long person) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT role FROM role WHERE person = :person AND role <> :nothing")
                .bind("person", person)
                .bind("nothing", NOTHING)
                .mapTo(String.class)
                .findOne()
                .map(Role::valueOf));
  }

  /** Whose private chats have which menu; of those who lost their role too. */
  public Map<Long, Audience> menus() {
    return database.reading(
        handle -> {
          Map<Long, Audience> menus = new LinkedHashMap<>();
          handle
              .createQuery("SELECT person, role FROM role ORDER BY person")
              .map((row, context) -> Map.entry(row.getLong(1), audience(row.getString(2))))
              .forEach(entry -> menus.put(entry.getKey(), entry.getValue()));
          return menus;
        });
  }

  private static Audience audience(String role) {
    if (role.equals(NOTHING)) {
      return Audience.PRIVATE_CHATS;
    }
    return switch (Role.valueOf(role)) {
      case OPERATOR -> Audience.OPERATORS;
      case EDITOR -> Audience.EDITORS;
    };
  }

  void give(Handle handle, long person, Optional<Role> role, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO role (person, role, changed) VALUES (:person, :role, :now)"
                + " ON CONFLICT (person) DO UPDATE SET role = :role, changed = :now")
        .bind("person", person)
        .bind("role", role.map(Role::name).orElse(NOTHING))
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
