package news.isnad.search;

import java.util.List;
import news.isnad.search.KnownTerms.Word;
import org.apache.lucene.search.PhraseQuery;

/**
 * What a chunk may say, to be scored by {@link ChunkScores}. Immutable.
 *
 * <p>Lucene has queries for each of these. They are made for a million chunks, and for few the
 * making takes longer than the scoring.
 */
sealed interface Says {
  /**
   * Any of some words of one field that mean the same: they have one frequency in a chunk, and are
   * as rare as the commonest of them.
   *
   * @param weights how much each counts
   */
  record Words(String field, List<Word> any, List<Float> weights) implements Says {
    public Words {
      any = List.copyOf(any);
      weights = List.copyOf(weights);
    }

    static Words word(Word word) {
      return new Words(word.term().field(), List.of(word), List.of(1f));
    }
  }

  /** Words that stand together. */
  record Together(PhraseQuery phrase, List<Word> words) implements Says {
    public Together {
      words = List.copyOf(words);
    }
  }

  /** The one that says most, and a share of what the others say. */
  record Best(List<Says> of, float share) implements Says {
    public Best {
      of = List.copyOf(of);
    }
  }

  /** All that is said of these. */
  record Sum(List<Says> of) implements Says {
    public Sum {
      of = List.copyOf(of);
    }
  }

  /** The same, that many times as much. */
  record Times(Says one, float times) implements Says {}
}
