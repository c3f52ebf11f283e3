package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.isnad.store.Database;
import news.isnad.text.Language;

/**
 * Articles in the database.
 *
 * <p>How a draft finds its article, always within its language:
 *
 * <ul>
 *   <li>by the id that came with it; an article that was given another id is never meant,
 *   <li>by its canonical address, as {@link AddressKey} compares addresses,
 *   <li>by the feed's guid, within the outlet,
 *   <li>by its fingerprint, within the outlet.
 * </ul>
 *
 * <p>Where address and guid disagree on it, the words decide ({@link StorableDraft#mayBeOf}).
 *
 * <p>Where a later edition says that the article was corrected or withdrawn ({@link EditionNote}),
 * or where its page is gone, {@link #standing} says so of the earlier ones.
 *
 * <p>What is a material change: other words in text or title, another outlet, a date where there
 * was none. What a draft does not know (title, address, date) stays as the edition before had it.
 *
 * <p>Safe for concurrent use. A store inside a transaction of the database joins it.
 */
public final class SqlArticleStore implements ArticleStore {
  private static final int PAGE = 200;

  /** Stands for whatever brings articles and is no source. */
  private static final long ELSEWHERE = 0;

  /** Goes from one outlet to the next in the index of them, and not over all articles. */
  private static final String OUTLETS =
      """
      WITH RECURSIVE one(outlet) AS (
        SELECT min(outlet) FROM article
        UNION ALL
        SELECT (SELECT min(outlet) FROM article WHERE outlet > one.outlet)
        FROM one WHERE one.outlet IS NOT NULL)
      SELECT outlet FROM one
      WHERE EXISTS (
        SELECT 1 FROM article WHERE article.outlet = one.outlet AND article.current <> 0)
      """;

  /** Goes from one outlet to the next, and counts in the index what each has of the period. */
  private static final String IN_PERIOD =
      """
      WITH RECURSIVE one(outlet) AS (
        SELECT min(outlet) FROM edition WHERE number = 1
        UNION ALL
        SELECT (SELECT min(outlet) FROM edition WHERE number = 1 AND outlet > one.outlet)
        FROM one WHERE one.outlet IS NOT NULL)
      SELECT coalesce(sum(many), 0), count(*) FROM (
        SELECT (SELECT count(*) FROM edition WHERE number = 1 AND edition.outlet = one.outlet
          AND moment >= :from AND moment < :to) AS many FROM one WHERE one.outlet IS NOT NULL)
      WHERE many > 0
      """;

  /** Every item of every poll asks. */
  private static final String IS_KEY =
      "SELECT 1 FROM article_key WHERE (kind = 'guid' AND value = :guid)"
          + " OR (kind = 'url' AND value = :url) LIMIT 1";

  private static final String BROUGHT_BY =
      """
      SELECT e.url, f.ingested
      FROM (SELECT article FROM article_source WHERE source = :source
        ORDER BY article DESC LIMIT :most) s
      JOIN article a ON a.id = s.article AND a.withdrawn IS NULL
      JOIN edition e ON e.sequence = a.current AND e.url IS NOT NULL
      JOIN edition f ON f.article = a.id AND f.number = 1
      ORDER BY s.article DESC
      """;

  private final Database database;
  private final InstantSource clock;

  private final HiddenArticles hidden = new HiddenArticles();

  public SqlArticleStore(Database database, InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** What operators decide about single articles of this store. */
  public Editorship editorship() {
    return new Editorship(database, hidden);
  }

  @Override
  public Stored store(ArticleDraft draft) {
    return store(List.of(draft)).getFirst();
  }

  @Override
  public List<Stored> store(List<ArticleDraft> drafts) {
    return store(drafts, ELSEWHERE);
  }

  @Override
  public List<Stored> store(List<ArticleDraft> drafts, long source) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    List<StorableDraft> storable = drafts.parallelStream().map(StorableDraft::of).toList();
    return database.together(
        handle -> {
          try (ArticleRows rows = new ArticleRows(handle)) {
            List<Stored> outcomes = new ArrayList<>(storable.size());
            for (StorableDraft draft : storable) {
              outcomes.add(store(rows, draft, source));
            }
            return outcomes;
          }
        });
  }

  private Stored store(ArticleRows rows, StorableDraft draft, long source) {
    Optional<ArticleRows.Known> found = rows.find(draft);
    if (found.isEmpty()) {
      return new Stored.Added(add(rows, draft, source));
    }
    ArticleRows.Known article = found.get();
    if (article.current() == 0) {
      rows.addKeys(article.id(), draft);
      return new Stored.Known(draft.name()); // it was taken down
    }
    rows.addKeys(article.id(), draft);
    rows.addSource(article.id(), source);
    Edition current = rows.edition(article.current());
    if (article.fingerprint().equals(draft.fingerprint()) && draft.addsNothingTo(current)) {
      rows.stands(article.id());
      draft
          .draft()
          .image()
          .filter(_ -> current.image().isEmpty())
          .ifPresent(image -> rows.picture(current.sequence(), image));
      return new Stored.Known(current.article());
    }
    Edition next = draft.after(current, now());
    return new Stored.Changed(
        rows.insertEdition(article.id(), next, draft.fingerprint()), current.sequence());
  }

  private Edition add(ArticleRows rows, StorableDraft draft, long source) {
    String name = draft.name();
    // Taken by the same words from another outlet, or by an article that now has other words.
    for (int namesakes = 1; rows.isTaken(name, draft.language()); namesakes++) {
      name = draft.nameOfNamesake(namesakes);
    }
    long article = rows.insertArticle(name, draft);
    rows.addKeys(article, draft);
    rows.addSource(article, source);
    return rows.insertEdition(article, draft.first(name, now()), draft.fingerprint());
  }

  @Override
  public List<Edition> after(long after, int limit) {
    return database.reading(
        handle ->
            ArticleRows.editions(
                    handle,
                    "WHERE e.sequence > :after AND a.current = e.sequence ORDER BY e.sequence"
                        + " LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> ArticleRows.edition(row))
                .list());
  }

  @Override
  public Optional<Edition> current(String article, Language language) {
    return database.reading(
        handle ->
            ArticleRows.editions(
                    handle,
                    "WHERE a.name = :name AND a.language = :language AND a.current = e.sequence")
                .bind("name", article)
                .bind("language", language.code())
                .map((row, context) -> ArticleRows.edition(row))
                .findOne());
  }

  @Override
  public Optional<Edition> edition(long sequence) {
    return database.readingPrepared(
        prepared -> prepared.first(ArticleRows.BY_SEQUENCE, ArticleRows::edition, sequence));
  }

  @Override
  public Map<Long, Edition> editions(Collection<Long> sequences) {
    if (sequences.isEmpty()) {
      return Map.of();
    }
    return database.readingPrepared(
        prepared -> {
          Map<Long, Edition> found = new HashMap<>();
          for (long sequence : sequences) {
            prepared
                .first(ArticleRows.BY_SEQUENCE, ArticleRows::edition, sequence)
                .ifPresent(edition -> found.put(sequence, edition));
          }
          return found;
        });
  }

  @Override
  public Standing standing(long sequence) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT CASE WHEN a.withdrawn IS NOT NULL OR a.current = 0 THEN 'WITHDRAWN'"
                        + " WHEN "
                        + hidden.condition()
                        + " THEN 'HIDDEN' WHEN a.current ="
                        + " e.sequence THEN 'CURRENT' WHEN EXISTS (SELECT 1 FROM edition l WHERE"
                        + " l.article = a.id AND l.number > e.number AND l.note = 'CORRECTED') THEN"
                        + " 'CORRECTED' ELSE 'SUPERSEDED' END FROM edition e JOIN article a ON a.id"
                        + " = e.article WHERE e.sequence = :sequence")
                .bind("sequence", sequence)
                .mapTo(String.class)
                .findOne()
                .map(Standing::valueOf)
                .orElse(Standing.WITHDRAWN));
  }

  /** The conditions are such that an index finds the few: every question asks. */
  @Override
  public List<Long> sequences(String article, Language language) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT e.sequence FROM article a JOIN edition e ON e.article = a.id"
                        + " WHERE a.name = :name AND a.language = :language ORDER BY e.number")
                .bind("name", article)
                .bind("language", language.code())
                .mapTo(Long.class)
                .list());
  }

  @Override
  public <T> T ofOneMoment(Supplier<T> reading) {
    return database.reading(_ -> reading.get());
  }

  @Override
  public Set<Long> withdrawn() {
    String query = withdrawnQuery();
    return database.readingPrepared(
        prepared -> Set.copyOf(prepared.all(query, row -> row.getLong(1))));
  }

  String withdrawnQuery() {
    return "SELECT e.sequence FROM article a JOIN edition e ON e.article = a.id WHERE"
        + " (a.withdrawn >= 0 AND a.current <> 0) OR "
        + hidden.condition();
  }

  @Override
  public int withdraw(URI address) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE article SET withdrawn = :now WHERE withdrawn IS NULL AND current <> 0"
                        + " AND id IN (SELECT article FROM article_key WHERE kind = 'url' AND value"
                        + " = :key)")
                .bind("now", now().toEpochMilli())
                .bind("key", AddressKey.ofArticle(address))
                .execute());
  }

  @Override
  public List<GonePage> goneSince(Instant time) {
    return database.reading(
        handle ->
            ArticleRows.gonePages(handle, "NOT " + hidden.condition())
                .bind("time", time.toEpochMilli())
                .map((row, context) -> ArticleRows.gonePage(row))
                .list());
  }

  /** In pages, each a reading of its own: what changes meanwhile may come a second time. */
  @Override
  public void forEach(Consumer<Edition> each) {
    long last = 0;
    for (List<Edition> page = after(last, PAGE); !page.isEmpty(); page = after(last, PAGE)) {
      page.forEach(each);
      last = page.getLast().sequence();
    }
  }

  @Override
  public List<Edition> latest(int limit) {
    return database.reading(
        handle ->
            ArticleRows.editions(
                    handle,
                    "WHERE a.current = e.sequence AND a.withdrawn IS NULL AND e.moment < "
                        + ArticleRows.NEVER
                        + " AND NOT "
                        + hidden.condition()
                        + " ORDER BY e.moment DESC, e.sequence DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> ArticleRows.edition(row))
                .list());
  }

  @Override
  public boolean knows(Optional<String> guid, Optional<URI> url) {
    String address = url.map(AddressKey::ofArticle).orElse(null);
    return database.readingPrepared(
        prepared -> prepared.first(IS_KEY, row -> true, guid.orElse(null), address).isPresent());
  }

  @Override
  public void carriedBy(long source, Optional<String> guid, Optional<URI> url) {
    String address = url.map(AddressKey::ofArticle).orElse("");
    List<Long> unnoted =
        database.reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT k.article FROM article_key k WHERE ((k.kind = 'guid' AND k.value ="
                            + " :guid) OR (k.kind = 'url' AND k.value = :url)) AND NOT EXISTS"
                            + " (SELECT 1 FROM article_source s WHERE s.article = k.article AND"
                            + " s.source = :source)")
                    .bind("guid", guid.orElse(""))
                    .bind("url", address)
                    .bind("source", source)
                    .mapTo(Long.class)
                    .list());
    if (!unnoted.isEmpty()) {
      database.inTransaction(
          handle -> {
            try (ArticleRows rows = new ArticleRows(handle)) {
              unnoted.forEach(article -> rows.addSource(article, source));
              return unnoted.size();
            }
          });
    }
  }

  @Override
  public List<Brought> broughtBy(long source, int most) {
    return database.readingPrepared(
        prepared ->
            prepared.all(
                BROUGHT_BY,
                row ->
                    new Brought(URI.create(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                source,
                most));
  }

  @Override
  public long lastSequence() {
    return database.readingPrepared(
        prepared -> prepared.number("SELECT COALESCE(MAX(sequence), 0) FROM edition"));
  }

  @Override
  public long count() {
    return number("SELECT count(*) FROM article WHERE current <> 0");
  }

  @Override
  public Extent in(Instant from, Instant to) {
    return database.reading(
        handle ->
            handle
                .createQuery(IN_PERIOD)
                .bind("from", from.toEpochMilli())
                .bind("to", Math.min(to.toEpochMilli(), ArticleRows.NEVER))
                .map((row, context) -> new Extent(row.getLong(1), row.getLong(2)))
                .one());
  }

  @Override
  public long countAfter(long sequence) {
    return number("SELECT count(*) FROM edition WHERE number = 1 AND sequence > " + sequence);
  }

  @Override
  public Set<String> outletsAfter(long sequence) {
    String outlets =
        sequence == 0
            ? OUTLETS
            : "SELECT DISTINCT outlet FROM edition WHERE sequence > " + sequence;
    return database.reading(handle -> handle.createQuery(outlets).mapTo(String.class).set());
  }

  @Override
  public Optional<Instant> oldest() {
    return moment("SELECT min(moment) FROM edition WHERE moment < " + ArticleRows.NEVER);
  }

  @Override
  public Optional<Instant> newest() {
    return moment("SELECT max(moment) FROM edition WHERE moment < " + ArticleRows.NEVER);
  }

  private Optional<Instant> moment(String query) {
    return database
        .reading(handle -> handle.createQuery(query).mapTo(Long.class).findOne())
        .map(Instant::ofEpochMilli);
  }

  private long number(String query) {
    return database.reading(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
