package news.isnad.story;

import java.util.Optional;

/**
 * Where an edition belongs. Immutable.
 *
 * @param story the story as it is known now, after all merging
 * @param reprintOf sequence of an earlier edition that this one nearly repeats
 * @param isNew true where the story began with this edition's article, false where it joined one
 */
public record Placement(long story, Optional<Long> reprintOf, boolean isNew) {}
