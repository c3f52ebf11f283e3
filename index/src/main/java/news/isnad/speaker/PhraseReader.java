package news.isnad.speaker;

import java.util.List;
import java.util.Optional;

/** Reads who is named or described by a phrase. Safe for concurrent use. */
interface PhraseReader {

  /** Who the phrase stands for; empty if nobody. */
  Optional<Mention> mention(Line line, Find.Subject.Phrase phrase);

  /** The body whose name begins at a token; empty if none does. */
  Optional<Mention> bodyAt(Line line, int from);

  /** The person whose words a paper was, up to a verb: «كلمة | لسامي درويش»; empty if none. */
  default Optional<Mention> ownerAt(Line line, int from, int verb) {
    return Optional.empty();
  }

  /** The people without a name that a token begins to describe: «محامو رونالدو»; empty if none. */
  default Optional<Mention> peopleAt(Line line, int from) {
    return Optional.empty();
  }

  /** The people and bodies that a sentence names in full, wherever they stand. */
  List<Mention> named(Line line);
}
