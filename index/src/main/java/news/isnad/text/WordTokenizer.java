package news.isnad.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Hands the words of a text to Lucene. Reads the whole text first. Confined to one thread. */
final class WordTokenizer extends Tokenizer {
  private static final int SHORTEST_KEPT = 200;
  private static final int LONGEST_KEPT = 5_000;

  /** The last chunk that a thread has read. */
  private static final ThreadLocal<@Nullable Read> LAST = new ThreadLocal<>();

  private record Read(String text, Language language, List<Word> words) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Language language;
  private final Terms terms;

  private final char[] buffer = new char[2048];
  private String text = "";
  private List<Word> words = List.of();
  private final Set<String> seen = new HashSet<>();
  private int nextWord;
  private List<String> pending = List.of();
  private int nextPending;
  private int skipped;

  WordTokenizer(Language language, Terms terms) {
    this.language = language;
    this.terms = terms;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    boolean same = true;
    while (nextPending == pending.size()) {
      if (nextWord == words.size()) {
        return false;
      }
      pending = terms.of(words.get(nextWord), text, language, seen);
      nextPending = 0;
      nextWord++;
      skipped++;
      same = false;
    }
    Word word = words.get(nextWord - 1);
    term.append(pending.get(nextPending));
    nextPending++;
    offset.setOffset(correctOffset(word.span().start()), correctOffset(word.span().end()));
    position.setPositionIncrement(same ? 0 : skipped);
    skipped = 0;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringBuilder all = new StringBuilder();
    for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
      all.append(buffer, 0, n);
    }
    text = all.toString();
    words = folded(text, language);
    seen.clear();
    nextWord = 0;
    pending = List.of();
    nextPending = 0;
    skipped = 0;
  }

  /** The words of a chunk serve its fields of stems, exact words, names and letters. */
  private static List<Word> folded(String text, Language language) {
    Read last = LAST.get();
    if (last != null && last.language() == language && last.text().equals(text)) {
      return last.words();
    }
    List<Word> words = List.copyOf(Words.folded(text, language));
    if (text.length() >= SHORTEST_KEPT && text.length() <= LONGEST_KEPT) {
      LAST.set(new Read(text, language, words));
    }
    return words;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(text.length());
    offset.setOffset(last, last);
    position.setPositionIncrement(skipped);
  }

  @Override
  public void close() throws IOException {
    super.close();
    text = "";
    words = List.of();
    seen.clear();
  }
}
