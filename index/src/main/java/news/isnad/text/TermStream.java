package news.isnad.text;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/**
 * Terms that were made before Lucene asks for them. Filled by one thread, then read once by
 * another.
 */
final class TermStream extends TokenStream {
  private final BytesTermAttribute term;
  private final PositionIncrementAttribute position;
  private final TermFrequencyAttribute frequency;
  private final boolean counted;

  private BytesRef[] terms;
  private int[] steps;
  private int[] counts;
  private int size;
  private int next;

  /**
   * @param shared whose attributes it has: of streams that share them one is read after the other
   * @param expected about how many terms there will be
   * @param counted whether terms come once, with how often they stand in the text
   */
  TermStream(AttributeSource shared, int expected, boolean counted) {
    super(shared);
    this.term = addAttribute(BytesTermAttribute.class);
    this.position = addAttribute(PositionIncrementAttribute.class);
    this.terms = new BytesRef[Math.max(1, expected)];
    this.steps = new int[terms.length];
    this.counts = new int[counted ? terms.length : 0];
    this.counted = counted;
    this.frequency = addAttribute(TermFrequencyAttribute.class);
  }

  /**
   * Adds a term.
   *
   * @param step by how many words it stands behind the term before
   */
  void add(BytesRef added, int step, int count) {
    if (size == terms.length) {
      terms = ArrayUtil.grow(terms);
      steps = ArrayUtil.growExact(steps, terms.length);
      counts = counted ? ArrayUtil.growExact(counts, terms.length) : counts;
    }
    terms[size] = added;
    steps[size] = step;
    if (counted) {
      counts[size] = count;
    }
    size++;
  }

  @Override
  public boolean incrementToken() {
    if (next == size) {
      return false;
    }
    term.setBytesRef(terms[next]);
    position.setPositionIncrement(steps[next]);
    if (counted) {
      frequency.setTermFrequency(counts[next]);
    }
    next++;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
    frequency.setTermFrequency(1);
  }

  @Override
  public void end() {
    position.setPositionIncrement(0);
  }
}
