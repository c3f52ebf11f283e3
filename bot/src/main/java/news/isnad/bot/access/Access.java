package news.isnad.bot.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * The rules of who may do what.
 *
 * <ul>
 *   <li>Owners, named in the configuration, may do everything everywhere.
 *   <li>Operators and editors are made by an owner in the chat. Their role is read anew for
 *       everything that they want to do, and they may ask where others may not.
 *   <li>Where {@code telegram.allowed} names anybody, only these people and the members of these
 *       chats may do anything.
 *   <li>What a group is sent is for its administrators to arrange; a private chat is its person's
 *       own.
 *   <li>What is kept about somebody is theirs to see and delete, also when they may not ask any
 *       more.
 *   <li>Whoever posts in a group's name is an administrator of it, and never an owner: who it was
 *       is not known.
 * </ul>
 *
 * <p>Immutable.
 */
public final class Access {
  private final Set<Long> allowed;
  private final Set<Long> owners;
  private final GroupAdministrators administrators;
  private final Roles roles;

  /**
   * @param allowed user and chat ids; empty for everybody
   * @param owners user ids
   */
  public Access(
      Set<Long> allowed, Set<Long> owners, GroupAdministrators administrators, Roles roles) {
    this.allowed = Set.copyOf(allowed);
    this.owners = Set.copyOf(owners);
    this.administrators = requireNonNull(administrators, "administrators is null");
    this.roles = requireNonNull(roles, "roles is null");
  }

  /** Whether somebody may do something. May ask Telegram, where a group's administrators decide. */
  public boolean may(Asker asker, Action action) {
    if (isOwner(asker)) {
      return true;
    }
    return switch (action) {
      case ASK -> isAllowed(asker);
      case ARRANGE -> isAllowed(asker) && arranges(asker);
      case OWN -> true;
      case EDIT -> role(asker).isPresent();
      case OPERATE -> role(asker).filter(Role.OPERATOR::equals).isPresent();
      case GRANT -> false;
    };
  }

  /** Whether somebody may be an administrator of a group of which that is not known just now. */
  public boolean isUnsure(Asker asker) {
    return asker.chat().isGroup() && !administrators.isKnown(asker.chat().id());
  }

  /** Whether somebody is named as an owner in the configuration. */
  public boolean isOwner(Asker asker) {
    return !asker.anonymousAdministrator() && owners.contains(asker.person().id());
  }

  /** User ids of the owners; each is also the id of the private chat with them. */
  public Set<Long> owners() {
    return owners;
  }

  /** Whether anything is told in a chat because of somebody: where they could ask themselves. */
  public boolean serves(long chat, long person) {
    return allowed.isEmpty()
        || allowed.contains(chat)
        || allowed.contains(person)
        || owners.contains(person)
        || roles.of(person).isPresent();
  }

  private boolean isAllowed(Asker asker) {
    return allowed.isEmpty()
        || allowed.contains(asker.chat().id())
        || (!asker.anonymousAdministrator() && allowed.contains(asker.person().id()))
        || role(asker).isPresent();
  }

  private Optional<Role> role(Asker asker) {
    return asker.anonymousAdministrator() ? Optional.empty() : roles.of(asker.person().id());
  }

  private boolean arranges(Asker asker) {
    return asker.chat().isPrivate()
        || asker.anonymousAdministrator()
        || administrators.administers(asker.person().id(), asker.chat().id());
  }
}
