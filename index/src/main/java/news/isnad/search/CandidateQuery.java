package news.isnad.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.search.KnownTerms.Word;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Says by what the chunks of one language are found and ordered.
 *
 * <ul>
 *   <li>The first collects, by single words alone and whatever they add up to, which is all that
 *       Lucene does fast in a large index.
 *   <li>The second orders the hundred that were collected. Each thing wanted is one group of single
 *       words (one document frequency for all that surely mean it, so that many translations do not
 *       outweigh one), weaker words and terms of several words beside it; the best of them counts.
 *       Weaker than that, the title counts too.
 *   <li>The third adds a little for the letter 3-grams of the words as typed, to the best of these.
 *   <li>{@link #best} is what a chunk would score that held everything: what is not translated
 *       counts as not there. Shares of it mean the same for each question and language.
 * </ul>
 *
 * <p>Lucene collects; {@link ChunkScores} counts the second and the third.
 *
 * <p>Confined to one thread.
 */
final class CandidateQuery {
  private static final float TITLE = 0.3f;
  private static final float GRAMS = 0.25f;
  private static final float SPEAKER = 1.2f;
  private static final float SPEAKER_IN_TEXT = 0.4f;
  private static final float PHRASE = 0.4f;

  /** Share of the other ways to say it, beside the best of them. */
  private static final float OTHERS = 0.1f;

  private static final double SURE = 0.8;

  /** So many chunks are judged in full; twice as many gave nearly the same answers. */
  static final int COLLECTED = 100;

  /** Of those that deny something fewer are: most are about something else. */
  private static final int DENYING = 32;

  /** Of a very long question, the words that are worth most. */
  private static final int MOST_COLLECTING = 300;

  private final Language language;
  private final IndexSearcher searcher;
  private final KnownTerms terms;
  private final List<Part> parts = new ArrayList<>();
  private final List<Says> ordering = new ArrayList<>();
  private final List<Says> letters = new ArrayList<>();

  /** A single word that collects. What it is worth grows with how rare it is. */
  private record Collects(Query query, float boost, double worth) {
    Collects times(float more) {
      return new Collects(query, more * boost, more * worth);
    }
  }

  /** One thing wanted in one field: its words, and more than any chunk gets for it. */
  private record Part(List<Collects> words, double most) {
    Part(List<Collects> words, float boost, double most) {
      this(words.stream().map(word -> word.times(boost)).toList(), most);
    }
  }

  private Optional<NewsIndex.Published> published = Optional.empty();
  private boolean denying;
  private double best;

  CandidateQuery(Language language, IndexSearcher searcher, KnownTerms terms) {
    this.language = language;
    this.terms = terms;
    this.searcher = searcher;
  }

  /**
   * Adds what is asked about.
   *
   * @param asked the language of the question: only its words as typed have letters to compare
   */
  CandidateQuery topic(List<Wanted> topic, Language asked) throws IOException {
    for (Wanted wanted : topic) {
      Group group = new Group(Fields.stemmed(language), wanted);
      add(group, 1);
      if (!denying) {
        inTitle(wanted).ifPresent(found -> ordering.add(new Says.Times(found, TITLE)));
      }
      best += group.best();
    }
    if (asked == language && !denying) {
      grams(topic);
    }
    return this;
  }

  /** The single words that surely mean it, in titles. */
  private Optional<Says> inTitle(Wanted wanted) throws IOException {
    Alternatives words = new Alternatives(Fields.title(language));
    for (Form form : wanted.in(language)) {
      if (form.stems().size() == 1 && form.weight() >= SURE) {
        words.add(word(words.field, form.stems().getFirst()), form.weight());
      }
    }
    return words.says();
  }

  CandidateQuery speaker(List<Wanted> speaker) throws IOException {
    for (Wanted wanted : speaker) {
      Group said = new Group(Fields.speaker(language), wanted);
      Group named = new Group(Fields.stemmed(language), wanted);
      add(said, SPEAKER);
      add(named, SPEAKER_IN_TEXT);
      best += SPEAKER * said.best() + SPEAKER_IN_TEXT * named.best();
    }
    return this;
  }

  CandidateQuery within(Optional<NewsIndex.Published> published) {
    this.published = published;
    return this;
  }

  /** Before what is asked about: chunks that deny are few, and taken as they were collected. */
  CandidateQuery denying(boolean only) {
    this.denying = only;
    return this;
  }

  /** What collects; empty where nothing that is wanted has a word in this language. */
  Optional<Query> collecting() {
    List<Collects> all = parts.stream().flatMap(part -> part.words().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(denying ? denied() : filtered(any(all)).build());
  }

  private static Query any(List<Collects> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.stream()
        .sorted(Comparator.comparingDouble(Collects::worth).reversed())
        .limit(MOST_COLLECTING)
        .forEach(word -> any.add(new BoostQuery(word.query(), word.boost()), Occur.SHOULD));
    return any.build();
  }

  /**
   * Things that are worth little can be looked for last: a chunk that says nothing else matches too
   * little, even if it says all of them.
   */
  private Query denied() {
    List<Collects> needed = new ArrayList<>();
    List<Collects> others = new ArrayList<>();
    double left = parts.stream().mapToDouble(Part::most).sum();
    for (Part part :
        parts.stream().sorted(Comparator.comparingDouble(Part::most).reversed()).toList()) {
      (left >= Search.DENIED_ON_TOPIC * best() ? needed : others).addAll(part.words());
      left -= part.most();
    }
    BooleanQuery.Builder query = filtered(any(needed));
    if (!others.isEmpty()) {
      query.add(any(others), Occur.SHOULD);
    }
    return query.build();
  }

  /**
   * Keeps the best. Where few chunks may match at all, each is judged: leaving out what cannot be
   * among the best is dearer then.
   */
  TopScoreDocCollectorManager collector() {
    return denying
        ? new TopScoreDocCollectorManager(DENYING, Integer.MAX_VALUE)
        : new TopScoreDocCollectorManager(COLLECTED, COLLECTED);
  }

  /** What orders the collected, and chunks that were found in another way. */
  Says ordering() {
    return new Says.Sum(ordering);
  }

  /** What is added to what orders, for the letters of the words as typed. */
  Says letters() {
    return new Says.Sum(letters);
  }

  /** What both together would give to a chunk that holds everything, above 0. */
  double best() {
    return Math.max(best, 0.1);
  }

  private void add(Group group, float boost) throws IOException {
    parts.add(new Part(group.words(), boost, boost * group.most()));
    group.says().ifPresent(found -> ordering.add(new Says.Times(found, boost)));
  }

  /** What every chunk must be, whatever it says; empty where each may be anything. */
  Optional<Query> filter() {
    if (published.isEmpty() && !denying) {
      return Optional.empty();
    }
    String field = denying ? Fields.DENIED : Fields.PUBLISHED;
    long from = published.map(days -> days.from().toEpochMilli()).orElse(Long.MIN_VALUE);
    long to = published.map(days -> days.to().toEpochMilli() - 1).orElse(Long.MAX_VALUE);
    return Optional.of(LongPoint.newRangeQuery(field, from, to));
  }

  private BooleanQuery.Builder filtered(Query found) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(found, Occur.MUST);
    filter().ifPresent(filter -> query.add(filter, Occur.FILTER));
    return query;
  }

  // ---- letters

  private void grams(List<Wanted> topic) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    topic.forEach(wanted -> words.addAll(List.of(wanted.typed().split(" ", -1))));
    Map<String, Integer> grams = new LinkedHashMap<>();
    String field = Fields.grams(language);
    try (TokenStream stream =
        Analyzers.grams(language).tokenStream(field, String.join(" ", words))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        grams.merge(term.toString(), 1, Integer::sum);
      }
      stream.end();
    }
    for (Map.Entry<String, Integer> gram : grams.entrySet()) {
      Word letter = word(field, gram.getKey());
      float weight = GRAMS * gram.getValue();
      if (letter.isThere()) {
        letters.add(new Says.Times(Says.Words.word(letter), weight));
      }
      best += weight * rarity(letter);
    }
  }

  private Word word(String field, String text) throws IOException {
    return terms.word(new Term(field, text), searcher);
  }

  /** How rare a word is, as BM25 has it. */
  private double rarity(Word word) throws IOException {
    return rarity(word.frequency(), terms.chunks(word.term().field(), searcher));
  }

  /** How rare the commonest of some words is; as one that is nowhere if there is none. */
  private double commonest(String field, List<Word> of) throws IOException {
    int most = 0;
    for (Word word : of) {
      most = Math.max(most, word.frequency());
    }
    return rarity(most, terms.chunks(field, searcher));
  }

  static double rarity(long with, long all) {
    return Math.log(1 + (all - with + 0.5) / (with + 0.5));
  }

  /** Single words that mean the same, those that the index has. */
  private final class Alternatives {
    private final String field;
    private final List<Word> there = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    Alternatives(String field) {
      this.field = field;
    }

    void add(Word word, double weight) {
      if (word.isThere()) {
        there.add(word);
        weights.add((float) weight);
      }
    }

    /** Each for itself, as rare as the commonest of them. */
    void addWords(List<Collects> words) throws IOException {
      double common = commonest(field, there);
      for (int i = 0; i < there.size(); i++) {
        double worth = weights.get(i) * common;
        words.add(
            new Collects(there.get(i).query(), (float) (worth / rarity(there.get(i))), worth));
      }
    }

    /** More than any chunk gets for them. */
    double most() throws IOException {
      return there.isEmpty() ? 0 : commonest(field, there);
    }

    Optional<Says> says() {
      return there.isEmpty()
          ? Optional.empty()
          : Optional.of(new Says.Words(field, there, weights));
    }
  }

  // ---- one thing wanted

  /** The ways to put one thing, in one field. */
  private final class Group {
    private final String field;
    private final List<Says> alternatives = new ArrayList<>();

    /** What the words of terms of several words count at most, those that stand in no other. */
    private final Map<Word, Float> parts = new LinkedHashMap<>();

    private final List<Collects> words = new ArrayList<>();
    private double best;

    /** What the alternatives count at most: the one that counts most, and all of them. */
    private double highest;

    private double all;

    Group(String field, Wanted wanted) throws IOException {
      this.field = field;
      List<Word> sure = new ArrayList<>();
      Alternatives surely = new Alternatives(field);
      Alternatives perhaps = new Alternatives(field);
      for (Form form : wanted.in(language)) {
        if (form.stems().size() > 1) {
          several(form);
        } else {
          Word word = word(field, form.stems().getFirst());
          boolean counts = form.weight() >= SURE;
          (counts ? surely : perhaps).add(word, form.weight());
          if (counts) {
            sure.add(word);
          }
        }
      }
      alternative(surely.says(), surely.most());
      alternative(perhaps.says(), perhaps.most());
      surely.addWords(words);
      if (!denying) { // who denies something says it, and not only nearly
        perhaps.addWords(words);
      }
      parts.keySet().removeAll(sure);
      if (!sure.isEmpty()) {
        best = Math.max(best, commonest(field, sure));
      }
      if (best == 0) {
        best = rarity(0, terms.chunks(field, searcher));
      }
    }

    /** A term of several words counts like its rarest word: some for each, the rest for all. */
    private void several(Form form) throws IOException {
      double rarest = 0;
      double sum = 0;
      List<Word> together = new ArrayList<>();
      for (String stem : form.stems()) {
        Word word = word(field, stem);
        together.add(word);
        double rarity = rarity(word);
        rarest = Math.max(rarest, rarity);
        sum += rarity;
      }
      float scale = (float) (form.weight() * 1.3 * rarest / sum);
      List<Says> words = new ArrayList<>();
      double most = 0;
      boolean all = true;
      for (Word word : together) {
        all &= word.isThere();
        if (word.isThere()) {
          words.add(new Says.Times(Says.Words.word(word), scale * (1 - PHRASE)));
          most += scale * (1 - PHRASE) * rarity(word);
          parts.merge(word, scale, Math::max);
        }
      }
      if (all) {
        PhraseQuery phrase = new PhraseQuery(2, field, form.stems().toArray(String[]::new));
        words.add(new Says.Times(new Says.Together(phrase, together), scale * PHRASE));
        most += scale * PHRASE * sum;
      }
      alternative(words.isEmpty() ? Optional.empty() : Optional.of(new Says.Sum(words)), most);
      if (form.weight() >= SURE) {
        best = Math.max(best, scale * sum);
      }
    }

    private void alternative(Optional<Says> says, double most) {
      says.ifPresent(alternatives::add);
      highest = Math.max(highest, most);
      all += most;
    }

    double best() {
      return best;
    }

    /** More than any chunk gets for it. */
    double most() {
      return highest + OTHERS * (all - highest);
    }

    /** The single words of everything, to collect by. */
    List<Collects> words() throws IOException {
      List<Collects> all = new ArrayList<>(words);
      for (Map.Entry<Word, Float> part : parts.entrySet()) {
        float boost = part.getValue();
        Word word = part.getKey();
        all.add(new Collects(word.query(), boost, boost * rarity(word)));
      }
      return all;
    }

    Optional<Says> says() {
      return alternatives.isEmpty()
          ? Optional.empty()
          : Optional.of(new Says.Best(alternatives, OTHERS));
    }
  }
}
