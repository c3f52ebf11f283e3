package news.isnad.speaker;

import java.util.List;
import news.isnad.speaker.Credits.Credit;

/** Finds the media that a sentence of one language credits. */
interface CreditReader {

  /** What is credited by name, in the order of the sentence. */
  List<Credit> read(Line line);

  /**
   * Where a credit begins whose medium is only pointed at, by a word like "the newspaper" at a
   * token; -1 without one.
   */
  int pointing(Line line, int at);
}
