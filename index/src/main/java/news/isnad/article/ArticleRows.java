package news.isnad.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.store.Prepared;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows of articles, editions and their keys. Lives as long as the transaction it works in. */
final class ArticleRows implements AutoCloseable {
  /** The moment of editions that were emptied: after all others, and of no day. */
  static final long NEVER = Long.MAX_VALUE;

  private static final String EDITION =
      "SELECT e.sequence, a.name, e.number, e.url, e.outlet, e.title, a.language, e.published,"
          + " e.ingested, e.text, e.image FROM edition e JOIN article a ON a.id = e.article ";
  static final String BY_SEQUENCE = EDITION + "WHERE e.sequence = :sequence AND a.current <> 0";

  private static final String KNOWN = "SELECT a.id, a.fingerprint, a.current FROM article a ";

  /** An article has been given its id, or the draft has none: else they are two articles. */
  private static final String MAY_BE_MEANT = " AND (a.given = 0 OR :given = 0) ";

  /** Such that it is not looked up by outlet: one may have a hundred thousand articles. */
  private static final String OF_OUTLET = " AND a.outlet || '' = :outlet ";

  static final String BY_GUID =
      "JOIN article_key k ON k.article = a.id WHERE k.kind = 'guid' AND k.value = :guid"
          + OF_OUTLET
          + "AND a.language = :language"
          + MAY_BE_MEANT;
  static final String BY_FINGERPRINT =
      "WHERE a.fingerprint = :fingerprint"
          + OF_OUTLET
          + "AND a.language = :language"
          + MAY_BE_MEANT;

  private final Handle handle;
  private final Prepared prepared;

  ArticleRows(Handle handle) {
    this.handle = handle;
    this.prepared = new Prepared(handle.getConnection());
  }

  @Override
  public void close() {
    prepared.close();
  }

  /** What has to be known of a stored article to store another edition of it. */
  record Known(long id, String fingerprint, long current) {
    static Known of(ResultSet row) throws SQLException {
      return new Known(row.getLong(1), row.getString(2), row.getLong(3));
    }
  }

  /** The article that a draft belongs to, by the rules of {@link SqlArticleStore}. */
  Optional<Known> find(StorableDraft storable) {
    ArticleDraft draft = storable.draft();
    Optional<Known> found = Optional.empty();
    if (draft.givenId().isPresent() || draft.url().isPresent()) {
      found = byName(storable.name(), draft.language());
    }
    if (draft.givenId().isPresent() && found.isPresent()) {
      return found;
    }
    return found
        .filter(known -> mayBeOf(storable, known))
        .or(() -> storable.addressKey().flatMap(key -> meant(byAddress(key, draft), storable)))
        .or(() -> draft.guid().flatMap(guid -> meant(byGuid(guid, draft), storable)))
        .or(() -> byFingerprint(storable));
  }

  private Optional<Known> meant(List<Known> found, StorableDraft storable) {
    return found.stream().filter(known -> mayBeOf(storable, known)).findFirst();
  }

  private boolean mayBeOf(StorableDraft storable, Known known) {
    // Of one that was taken down nothing is left to resemble.
    return known.current() == 0
        || known.fingerprint().equals(storable.fingerprint())
        || storable.mayBeOf(
            keys("url", known.id()), keys("guid", known.id()), edition(known.current()));
  }

  private Set<String> keys(String kind, long article) {
    return Set.copyOf(
        prepared.all(
            "SELECT value FROM article_key WHERE article = :article AND kind = :kind",
            row -> row.getString(1),
            article,
            kind));
  }

  private Optional<Known> byName(String name, Language language) {
    return known("WHERE a.name = :name AND a.language = :language", name, language.code());
  }

  private List<Known> byAddress(String key, ArticleDraft draft) {
    return allKnown(
        "JOIN article_key k ON k.article = a.id WHERE k.kind = 'url' AND k.value = :key"
            + " AND a.language = :language"
            + MAY_BE_MEANT,
        key,
        draft.language().code(),
        given(draft));
  }

  private List<Known> byGuid(String guid, ArticleDraft draft) {
    return allKnown(BY_GUID, guid, draft.outlet(), draft.language().code(), given(draft));
  }

  private Optional<Known> byFingerprint(StorableDraft storable) {
    ArticleDraft draft = storable.draft();
    return known(
        BY_FINGERPRINT,
        storable.fingerprint(),
        draft.outlet(),
        draft.language().code(),
        given(draft));
  }

  private Optional<Known> known(String where, Object... values) {
    return prepared.first(knownQuery(where), Known::of, values);
  }

  private List<Known> allKnown(String where, Object... values) {
    return prepared.all(knownQuery(where), Known::of, values);
  }

  private static int given(ArticleDraft draft) {
    return draft.givenId().isPresent() ? 1 : 0;
  }

  /** The newest first: an address or guid that says nothing may be that of thousands. */
  static String knownQuery(String where) {
    return KNOWN + where + (where.endsWith(MAY_BE_MEANT) ? "ORDER BY a.id DESC LIMIT 20" : "");
  }

  boolean isTaken(String name, Language language) {
    return byName(name, language).isPresent();
  }

  /** A query for editions, with what follows the tables {@code e} and {@code a}. */
  static Query editions(Handle handle, String where) {
    return handle.createQuery(EDITION + where);
  }

  /** A query for articles whose pages are gone since {@code time}. */
  static Query gonePages(Handle handle, String condition) {
    return handle.createQuery(
        EDITION.replace(" FROM ", ", a.withdrawn FROM ")
            + "WHERE a.withdrawn >= :time AND a.current = e.sequence"
            + " AND coalesce(e.note, '') <> 'WITHDRAWN' AND "
            + condition
            + " ORDER BY a.withdrawn, e.sequence");
  }

  /** One row of {@link #gonePages}. */
  static GonePage gonePage(ResultSet row) throws SQLException {
    return new GonePage(edition(row), Instant.ofEpochMilli(row.getLong(12)));
  }

  /** One row of {@link #editions}. */
  static Edition edition(ResultSet row) throws SQLException {
    long published = row.getLong(8);
    Optional<Instant> when =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(published));
    return new Edition(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        Optional.ofNullable(row.getString(4)).map(URI::create),
        row.getString(5),
        row.getString(6),
        Language.of(row.getString(7))
            .orElseThrow(() -> new IllegalStateException("an article without a language")),
        when,
        Instant.ofEpochMilli(row.getLong(9)),
        row.getString(10),
        Optional.ofNullable(row.getString(11)).map(URI::create));
  }

  Edition edition(long sequence) {
    return editions(handle, "WHERE e.sequence = :sequence")
        .bind("sequence", sequence)
        .map((row, context) -> edition(row))
        .one();
  }

  /** Adds an article that has no edition yet. */
  long insertArticle(String name, StorableDraft storable) {
    ArticleDraft draft = storable.draft();
    return prepared.inserted(
        "INSERT INTO article (name, language, given, outlet, fingerprint, current) VALUES"
            + " (:name, :language, :given, :outlet, :fingerprint, 0)",
        name,
        draft.language().code(),
        given(draft),
        draft.outlet(),
        storable.fingerprint());
  }

  /** Adds an edition, which becomes the article's current one. */
  Edition insertEdition(long article, Edition edition, String fingerprint) {
    Optional<EditionNote> note = EditionNote.of(edition.title(), edition.text());
    long sequence =
        prepared.inserted(
            "INSERT INTO edition (article, number, url, outlet, title, published, ingested,"
                + " moment, text, note, image) VALUES (:article, :number, :url, :outlet,"
                + " :title, :published, :ingested, :moment, :text, :note, :image)",
            article,
            edition.number(),
            edition.url().map(URI::toString).orElse(null),
            edition.outlet(),
            edition.title(),
            edition.published().map(Instant::toEpochMilli).orElse(null),
            edition.ingested().toEpochMilli(),
            edition.published().orElse(edition.ingested()).toEpochMilli(),
            edition.text(),
            note.map(EditionNote::name).orElse(null),
            edition.image().map(URI::toString).orElse(null));
    boolean withdrawn = note.equals(Optional.of(EditionNote.WITHDRAWN));
    if (edition.number() == 1 && !withdrawn) { // the article's row says the rest already
      prepared.execute(
          "UPDATE article SET current = :sequence WHERE id = :article", sequence, article);
    } else {
      prepared.execute(
          "UPDATE article SET current = :sequence, outlet = :outlet, fingerprint = :fingerprint,"
              + " withdrawn = :withdrawn WHERE id = :article",
          sequence,
          edition.outlet(),
          fingerprint,
          withdrawn ? edition.ingested().toEpochMilli() : null,
          article);
    }
    return edition.at(sequence);
  }

  /** The article was met again: it is not gone, unless its current edition says so itself. */
  void stands(long article) {
    handle
        .createUpdate(
            "UPDATE article SET withdrawn = NULL WHERE id = :article AND withdrawn IS NOT NULL AND"
                + " NOT EXISTS (SELECT 1 FROM edition e WHERE e.sequence = article.current AND"
                + " e.note = 'WITHDRAWN')")
        .bind("article", article)
        .execute();
  }

  /** The page has a picture by now; that alone makes no edition. */
  void picture(long sequence, URI image) {
    handle
        .createUpdate("UPDATE edition SET image = :image WHERE sequence = :sequence")
        .bind("image", image.toString())
        .bind("sequence", sequence)
        .execute();
  }

  void addKeys(long article, StorableDraft storable) {
    storable.addressKey().ifPresent(key -> addKey("url", key, article));
    storable.draft().guid().ifPresent(guid -> addKey("guid", guid, article));
  }

  /** A source has brought an article, perhaps not for the first time. */
  void addSource(long article, long source) {
    prepared.execute(
        "INSERT INTO article_source (article, source) VALUES (:article, :source)"
            + " ON CONFLICT DO NOTHING",
        article,
        source);
  }

  private void addKey(String kind, String value, long article) {
    prepared.execute(
        "INSERT INTO article_key (kind, value, article) VALUES (:kind, :value, :article) ON"
            + " CONFLICT DO NOTHING",
        kind,
        value,
        article);
  }
}
