package news.isnad.topic;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.lexicon.KnownNames;
import news.isnad.search.RecentArticles;
import news.isnad.text.Language;
import news.isnad.text.NameKeys;

/**
 * The articles of one language that may fulfil a condition, by what the index knows of their words.
 * The order of words is left out of account, and who speaks is whoever is printed with a word of
 * the name. Confined to one thread.
 */
final class Likely {
  /** What stands before a name that no table knows; see {@link Matter#name}. */
  private static final String NAME = Matter.name("");

  private final RecentArticles articles;
  private final Language language;
  private final OpenNames open;
  private final KnownNames names;
  private final Map<String, Set<String>> outlets = new HashMap<>();

  Likely(RecentArticles articles, Language language, OpenNames open, KnownNames names) {
    this.articles = articles;
    this.language = language;
    this.open = open;
    this.names = names;
  }

  BitSet of(Condition condition) {
    return condition.equals(Condition.NEVER)
        ? new BitSet()
        : among(articles.in(language), condition);
  }

  /** Those of some articles that may fulfil a condition; the set that is given is changed. */
  private BitSet among(BitSet some, Condition condition) {
    switch (condition) {
      case Condition.Constant(boolean holds) -> {
        if (!holds) {
          some.clear();
        }
      }
      case Condition.Term(String field, String text) -> some.and(having(field, text));
      case Condition.Phrase(String field, List<String> texts, _, _) ->
          some.and(
              field.equals(Matter.speaker(language)) ? any(field, texts) : every(field, texts));
      case Condition.All(List<Condition> parts) -> parts.forEach(part -> among(some, part));
      case Condition.Any(List<Condition> parts) -> {
        BitSet any = new BitSet();
        parts.forEach(part -> any.or(among((BitSet) some.clone(), part)));
        some.and(any);
      }
      case Condition.Not(Condition part) -> excluded(some, part);
    }
    return some;
  }

  /** What surely fulfils a condition is taken out; what perhaps does stays. */
  private void excluded(BitSet some, Condition part) {
    switch (part) {
      case Condition.Term(String field, String text) -> {
        if (field.equals(Matter.text(language)) && !text.startsWith(NAME)) {
          some.andNot(having(field, text));
        }
      }
      case Condition.Any(List<Condition> parts) -> parts.forEach(each -> excluded(some, each));
      case Condition.Constant(boolean holds) -> {
        if (holds) {
          some.clear();
        }
      }
      case Condition.Phrase _, Condition.All _, Condition.Not _ -> {}
    }
  }

  private BitSet every(String field, List<String> texts) {
    BitSet every = articles.in(language);
    texts.forEach(text -> every.and(having(field, text)));
    return every;
  }

  private BitSet any(String field, List<String> texts) {
    BitSet any = new BitSet();
    texts.forEach(text -> any.or(having(field, text)));
    return any;
  }

  private BitSet having(String field, String text) {
    if (field.equals(Matter.OUTLET)) {
      return from(text);
    }
    BitSet found = text.startsWith(NAME) ? spelledLike(text) : articles.with(language, text);
    if (field.equals(Matter.speaker(language))) {
      found.or(articles.saidBy(language, text));
    }
    return found;
  }

  private BitSet from(String term) {
    if (outlets.isEmpty()) {
      articles.outlets().forEach(outlet -> outlets.put(outlet, Matter.outlet(outlet, open, names)));
    }
    BitSet found = new BitSet();
    outlets.forEach(
        (outlet, terms) -> {
          if (terms.contains(term)) {
            found.or(articles.from(outlet));
          }
        });
    return found;
  }

  /** Where a word stands that is spelled as a name would be in the other script. */
  private BitSet spelledLike(String term) {
    String name = term.substring(NAME.length());
    Set<String> words = new LinkedHashSet<>();
    for (String key : NameKeys.of(name)) {
      articles.surfaces(language, key).stream()
          .filter(word -> open.of(word, language).contains(name))
          .forEach(words::add);
    }
    BitSet found = new BitSet();
    words.forEach(word -> found.or(articles.spelled(language, word)));
    return found;
  }
}
