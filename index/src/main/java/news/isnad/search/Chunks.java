package news.isnad.search;

import java.util.ArrayList;
import java.util.List;
import news.isnad.article.Edition;
import news.isnad.text.Sentences;
import news.isnad.text.Span;

/**
 * Cuts an edition into chunks: neighbouring sentences of about {@value #LENGTH} UTF-16 units, long
 * enough to hold what a question names, short enough to tell one place of an article from another.
 */
final class Chunks {
  static final int LENGTH = 900;

  private Chunks() {}

  /**
   * A chunk.
   *
   * @param first ordinal of its first sentence
   * @param last ordinal of its last sentence
   * @param span where it stands in the text
   */
  record Chunk(int first, int last, Span span) {}

  static List<Chunk> of(Edition edition) {
    List<Span> sentences = Sentences.of(edition.text(), edition.language());
    List<Chunk> chunks = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int start = sentences.get(first).start();
      boolean last = i == sentences.size() - 1;
      if (last || sentences.get(i + 1).end() - start > LENGTH) {
        chunks.add(new Chunk(first, i, new Span(start, sentences.get(i).end())));
        first = i + 1;
      }
    }
    return chunks;
  }
}
