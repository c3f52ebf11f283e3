package news.isnad.topic;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Conditions as queries. Stateless. */
final class ConditionQuery {
  private ConditionQuery() {}

  static Query of(Condition condition) {
    return switch (condition) {
      case Condition.Constant(boolean holds) ->
          holds ? MatchAllDocsQuery.INSTANCE : MatchNoDocsQuery.INSTANCE;
      case Condition.Term(String field, String text) -> new TermQuery(new Term(field, text));
      case Condition.Phrase phrase -> phrase(phrase);
      case Condition.All(List<Condition> parts) -> all(parts);
      case Condition.Any(List<Condition> parts) -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(of(part), Occur.SHOULD));
        yield any.build();
      }
      case Condition.Not(Condition part) -> all(List.of(new Condition.Not(part)));
    };
  }

  private static Query all(List<Condition> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Condition part : parts) {
      if (part instanceof Condition.Not(Condition excluded)) {
        all.add(of(excluded), Occur.MUST_NOT);
      } else {
        all.add(of(part), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return all.build();
  }

  private static Query phrase(Condition.Phrase phrase) {
    PhraseQuery.Builder query = new PhraseQuery.Builder().setSlop(phrase.slop());
    for (int i = 0; i < phrase.texts().size(); i++) {
      query.add(new Term(phrase.field(), phrase.texts().get(i)), phrase.places().get(i));
    }
    return query.build();
  }
}
