package news.isnad.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import news.isnad.article.Edition;
import news.isnad.store.Prepared;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of stories. Lives as long as the transaction or reading it works in. */
final class StoryRows implements AutoCloseable {
  private static final String MEMBER =
      "SELECT edition, outlet, moment, reprint_of, origins FROM story_edition ";

  private final Handle handle;
  private final Prepared prepared;

  StoryRows(Handle handle) {
    this.handle = handle;
    this.prepared = new Prepared(handle.getConnection());
  }

  @Override
  public void close() {
    prepared.close();
  }

  long lastStory() {
    return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM story").mapTo(Long.class).one();
  }

  void insertStory(long id) {
    prepared.execute("INSERT INTO story (id) VALUES (?) ON CONFLICT (id) DO NOTHING", id);
  }

  /** Makes one story another, with all that were merged into it. */
  void merge(long story, long into) {
    prepared.execute("UPDATE story SET merged_into = ? WHERE merged_into = ?", into, story);
    prepared.execute("UPDATE story SET merged_into = ? WHERE id = ?", into, story);
    prepared.execute("UPDATE story_edition SET story = ? WHERE story = ?", into, story);
  }

  /** The story that an id stands for now; itself where nobody knows it. */
  long current(long story) {
    return handle
        .createQuery("SELECT COALESCE(merged_into, id) FROM story WHERE id = :id")
        .bind("id", story)
        .mapTo(Long.class)
        .findOne()
        .orElse(story);
  }

  void insert(Edition edition, Placement placement, Set<String> origins, byte[] traits) {
    if (edition.number() > 1) {
      prepared.execute(
          "UPDATE story_edition SET traits = NULL WHERE article = ? AND language = ?",
          edition.article(),
          edition.language().code());
    }
    prepared.execute("DELETE FROM story_edition WHERE edition = ?", edition.sequence());
    prepared.execute(
        "INSERT INTO story_edition (edition, article, language, outlet, moment, story, reprint_of,"
            + " began, origins, traits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        edition.sequence(),
        edition.article(),
        edition.language().code(),
        edition.outlet(),
        edition.published().orElse(edition.ingested()).toEpochMilli(),
        placement.story(),
        placement.reprintOf().orElse(null),
        placement.isNew() ? 1 : 0,
        origins.stream().sorted().collect(Collectors.joining("\n")),
        traits);
  }

  /** Moves an article, all its editions, to another story. */
  void move(long edition, long story) {
    prepared.execute(
        "UPDATE story_edition SET story = ? WHERE (article, language) = (SELECT article, language"
            + " FROM story_edition WHERE edition = ?)",
        story,
        edition);
  }

  Optional<Placement> placement(long edition) {
    return handle
        .createQuery("SELECT story, reprint_of, began FROM story_edition WHERE edition = :edition")
        .bind("edition", edition)
        .map((row, context) -> new Placement(row.getLong(1), number(row, 2), row.getInt(3) == 1))
        .findOne();
  }

  /** What is known of an edition; empty where it is not placed. */
  Optional<Member> member(long edition) {
    return handle
        .createQuery(MEMBER + "WHERE edition = :edition")
        .bind("edition", edition)
        .map((row, context) -> member(row))
        .findOne();
  }

  /** The articles of a story by their latest editions, oldest first. */
  List<Member> members(long story) {
    return handle
        .createQuery(
            MEMBER + "WHERE story = :story AND traits IS NOT NULL ORDER BY moment, edition")
        .bind("story", story)
        .map((row, context) -> member(row))
        .list();
  }

  /** The latest articles that later ones are compared with, in order, at most so many. */
  void forEachLatest(int most, Consumer<Article> each) {
    handle
        .createQuery(
            "SELECT edition, article, language, moment, story, traits FROM (SELECT * FROM"
                + " story_edition WHERE traits IS NOT NULL ORDER BY edition DESC LIMIT :most)"
                + " ORDER BY edition")
        .bind("most", most)
        .map((row, context) -> article(row))
        .forEach(article -> article.ifPresent(each));
  }

  private static Optional<Article> article(ResultSet row) throws SQLException {
    long edition = row.getLong(1);
    String key = Stories.key(row.getString(2), row.getString(3));
    long moment = row.getLong(4);
    long story = row.getLong(5);
    return TraitBytes.read(row.getBytes(6))
        .map(traits -> new Article(edition, key, moment, traits, story));
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getLong(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        number(row, 4),
        lines(row.getString(5)));
  }

  private static Optional<Long> number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  private static Set<String> lines(@Nullable String lines) {
    return lines == null || lines.isEmpty()
        ? Set.of()
        : Arrays.stream(lines.split("\n")).collect(Collectors.toSet());
  }
}
