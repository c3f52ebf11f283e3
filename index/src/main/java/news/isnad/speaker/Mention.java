package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody as a phrase names or describes them. Immutable.
 *
 * @param name the name; the whole description where there is no name
 * @param role the role as printed
 * @param also what else the text beside the name says that they are
 */
record Mention(
    String name,
    Optional<String> role,
    Kind kind,
    Gender gender,
    boolean plural,
    List<String> also) {

  Mention(String name, Optional<String> role, Kind kind, Gender gender, boolean plural) {
    this(name, role, kind, gender, plural, List.of());
  }

  /** The same, with what else the text says beside the name. */
  Mention with(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(also);
    all.addAll(more);
    return new Mention(name, role, kind, gender, plural, all);
  }

  enum Kind {
    /** A person with a name. */
    PERSON,
    /** A person known by the role only: "the minister". */
    ROLE,
    /** An institution, a company, a place that speaks. */
    BODY,
    /** "The company", "the airline": an institution named elsewhere. */
    BODY_NOUN,
    /** A source without a name. */
    ANONYMOUS,
    /** "The actor": some person of the article. */
    SOMEBODY
  }
}
