package news.isnad.bot.access;

import java.util.Optional;

/** Who has which role now. Asked anew for everything that somebody wants to do. */
@FunctionalInterface
public interface Roles {
  /** Nobody has one. */
  Roles NONE = _ -> Optional.empty();

  /** The role of a person, if they have one. */
  Optional<Role> of(long person);
}
