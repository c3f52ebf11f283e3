package news.isnad.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Words as a query on the stemmed fields of both languages. Stateless. */
final class TopicQuery {
  /** More words than these narrow nothing down any more. */
  private static final int MOST_WORDS = 20;

  private TopicQuery() {}

  static String field(Language language) {
    return "text_" + language.code();
  }

  /** The query; empty where no word says what it is about. */
  static Optional<Query> of(String words, Language language, TranslatedWords translations) {
    List<Word> content = content(words, language);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder own = new BooleanQuery.Builder();
    for (Word word : content) {
      own.add(new TermQuery(new Term(field(language), word.stem())), Occur.MUST);
    }
    Query here = own.build();
    return Optional.of(
        inOther(words, language, translations)
            .<Query>map(
                there ->
                    new BooleanQuery.Builder()
                        .add(here, Occur.SHOULD)
                        .add(there, Occur.SHOULD)
                        .build())
            .orElse(here));
  }

  static List<Word> content(String words, Language language) {
    return Words.of(words, language).stream()
        .filter(word -> !StopWords.contains(language, word.folded()))
        .limit(MOST_WORDS)
        .toList();
  }

  /** The same in the other language; empty where a word has no form there. */
  private static Optional<Query> inOther(
      String words, Language language, TranslatedWords translations) {
    List<List<String>> groups = translations.of(words, language);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (List<String> forms : groups.subList(0, Math.min(MOST_WORDS, groups.size()))) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      int found = 0;
      for (String form : forms) {
        Optional<Query> query = form(form, language.other());
        if (query.isPresent()) {
          any.add(query.get(), Occur.SHOULD);
          found++;
        }
      }
      if (found == 0) {
        return Optional.empty();
      }
      all.add(any.build(), Occur.MUST);
    }
    return groups.isEmpty() ? Optional.empty() : Optional.of(all.build());
  }

  private static Optional<Query> form(String form, Language language) {
    List<Word> words = Words.of(form, language);
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    List<Term> terms = new ArrayList<>();
    for (int position = 0; position < words.size(); position++) {
      Word word = words.get(position);
      // A stop word leaves a gap in the field's positions, and so it does here.
      if (!StopWords.contains(language, word.folded())) {
        Term term = new Term(field(language), word.stem());
        terms.add(term);
        phrase.add(term, position);
      }
    }
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(terms.getFirst()));
      default -> Optional.of(phrase.build());
    };
  }
}
