package news.isnad.speaker;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import news.isnad.lexicon.KnownName;
import news.isnad.speaker.Mention.Kind;

/** Somebody who is named in an article, as far as the reading has come. Confined to one thread. */
final class Person {
  private final String name;
  private final Kind kind;
  private final Optional<KnownName> known;
  private final boolean plural;
  private final Set<String> roles = new LinkedHashSet<>();
  private Optional<String> role;
  private Gender gender;
  private boolean confirmed;

  Person(Mention mention, Optional<KnownName> known) {
    this.name = mention.name();
    this.kind = mention.kind();
    this.role = mention.role();
    mention.role().ifPresent(roles::add);
    roles.addAll(mention.also());
    this.gender = mention.gender();
    this.plural = mention.plural();
    this.known = known;
    this.confirmed =
        known.filter(other -> other.kind() == news.isnad.lexicon.Kind.PERSON).isPresent()
            || role.isPresent()
            || gender != Gender.UNKNOWN;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  Optional<KnownName> known() {
    return known;
  }

  Optional<String> role() {
    return role;
  }

  /** Every role that the text gives them, in the order of the text. */
  Set<String> roles() {
    return roles;
  }

  /** Takes note of a role that the text does not print with the name. */
  void has(String other) {
    roles.add(other);
  }

  Gender gender() {
    return gender;
  }

  boolean isPlural() {
    return plural;
  }

  boolean isBody() {
    return kind == Kind.BODY || kind == Kind.BODY_NOUN;
  }

  /**
   * True where something says that it is a person: a role, a given name, a cue, the known names.
   */
  boolean isConfirmed() {
    return confirmed;
  }

  void confirm() {
    confirmed = true;
  }

  void learn(Mention mention) {
    mention.role().ifPresent(roles::add);
    roles.addAll(mention.also());
    if (role.isEmpty() && mention.role().isPresent()) {
      role = mention.role();
      confirmed = true;
    }
    learn(mention.gender());
  }

  /** The verb that the person is the subject of says more than a given name. */
  void isSpokenOfAs(Gender seen) {
    gender = seen;
  }

  void learn(Gender seen) {
    if (gender == Gender.UNKNOWN) {
      gender = seen;
    }
  }
}
