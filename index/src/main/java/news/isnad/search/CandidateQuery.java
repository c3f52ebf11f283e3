package news.isnad.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/**
 * Makes the query for the chunks of one language: for each thing wanted, its single words as one
 * synonym group (one document frequency for all, so that many translations do not outweigh one) and
 * its phrases beside it, in the text and, weaker, in the title and the speakers' names.
 */
final class CandidateQuery {
  private static final float TITLE = 0.6f;
  private static final float EXACT = 0.25f;
  private static final float SPEAKER = 1.2f;
  private static final float SPEAKER_IN_TEXT = 0.4f;

  private final Language language;
  private final BooleanQuery.Builder query = new BooleanQuery.Builder();
  private Optional<NewsIndex.Published> published = Optional.empty();

  CandidateQuery(Language language) {
    this.language = language;
  }

  CandidateQuery topic(List<Wanted> wanted) {
    for (Wanted one : wanted) {
      List<Form> forms = one.in(language);
      add(group(Fields.stemmed(language), forms, false), 1);
      add(group(Fields.title(language), forms, false), TITLE);
      add(group(Fields.exact(language), forms, true), EXACT);
    }
    return this;
  }

  CandidateQuery speaker(List<Wanted> wanted) {
    for (Wanted one : wanted) {
      List<Form> forms = one.in(language);
      add(group(Fields.speaker(language), forms, false), SPEAKER);
      add(group(Fields.stemmed(language), forms, false), SPEAKER_IN_TEXT);
    }
    return this;
  }

  CandidateQuery within(Optional<NewsIndex.Published> published) {
    this.published = published;
    return this;
  }

  Optional<Query> build() {
    BooleanQuery built = query.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(dated(built));
  }

  private Query dated(Query found) {
    if (published.isEmpty()) {
      return found;
    }
    long from = published.get().from().toEpochMilli();
    long to = published.get().to().toEpochMilli() - 1;
    return new BooleanQuery.Builder()
        .add(found, Occur.MUST)
        .add(LongPoint.newRangeQuery(Fields.PUBLISHED, from, to), Occur.FILTER)
        .build();
  }

  private void add(Optional<Query> group, float boost) {
    group.ifPresent(found -> query.add(new BoostQuery(found, boost), Occur.SHOULD));
  }

  private static Optional<Query> group(String field, List<Form> forms, boolean exact) {
    SynonymQuery.Builder words = new SynonymQuery.Builder(field);
    List<Query> parts = new ArrayList<>();
    boolean any = false;
    for (Form form : forms) {
      List<String> terms = exact ? form.folded() : form.stems();
      if (terms.size() == 1) {
        words.addTerm(new Term(field, terms.getFirst()), (float) form.weight());
        any = true;
      } else {
        PhraseQuery phrase = new PhraseQuery(2, field, terms.toArray(String[]::new));
        parts.add(new BoostQuery(phrase, (float) form.weight()));
      }
    }
    if (any) {
      parts.add(words.build());
    }
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(new DisjunctionMaxQuery(parts, 0.1f));
    };
  }
}
