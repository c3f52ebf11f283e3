package news.isnad.topic;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;

/** Hands the terms of an article to Lucene. Stateless. */
final class MatterFields {
  private MatterFields() {}

  /** A document for a memory index; good for one reading. */
  static Document document(Matter matter) {
    Document document = new Document();
    matter
        .fields()
        .forEach(
            (field, terms) -> {
              if (!terms.isEmpty()) {
                document.add(new TextField(field, new Terms(terms)));
              }
            });
    return document;
  }

  private static final class Terms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Matter.Placed> terms;
    private int next;

    Terms(List<Matter.Placed> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      Matter.Placed placed = terms.get(next++);
      term.append(placed.text());
      step.setPositionIncrement(placed.step());
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
