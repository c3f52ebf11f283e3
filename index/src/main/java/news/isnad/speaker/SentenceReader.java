package news.isnad.speaker;

import java.util.List;

/** Finds the cues of one sentence and who they announce. Safe for concurrent use. */
interface SentenceReader {

  /** What was found, in the order of the text. */
  List<Find> read(Line line);
}
