package news.isnad.speaker;

import java.util.Optional;

/**
 * Who said something. Immutable.
 *
 * @param name the fullest name that the article prints for this person, institution or anonymous
 *     source ("a White House official" stays as printed); never blank
 * @param role the role as printed, without the name: "foreign minister", «المتحدث باسم الكرملين»
 * @param entity id of the known name that matches, such as {@code donald-trump}
 * @param institution id of the known institution that an official, a spokesperson or an anonymous
 *     source speaks for, such as {@code white-house}
 * @param anonymous true for sources without a name: officials, people familiar with the matter
 */
public record Speaker(
    String name,
    Optional<String> role,
    Optional<String> entity,
    Optional<String> institution,
    boolean anonymous) {
  public Speaker {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
  }
}
