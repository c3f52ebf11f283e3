package news.isnad.speaker;

import java.util.Optional;

/**
 * Somebody as a phrase names or describes them. Immutable.
 *
 * @param name the name; the whole description where there is no name
 * @param role the role as printed
 */
record Mention(String name, Optional<String> role, Kind kind, Gender gender, boolean plural) {

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
