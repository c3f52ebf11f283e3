package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleName;
import news.isnad.article.Edition;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes articles whose time is over, and the oldest ones where the data folder is too large.
 *
 * <ul>
 *   <li>What a pin, an alert or a kept answer shows stays while these are kept.
 *   <li>For room, nothing of the last seven days goes; and where a tenth of the articles has gone
 *       and the rest could not make room enough, no more go, which operators are told: what is
 *       needed whatever goes (rows, indices, pins) is more than is allowed. That counts across
 *       restarts, and is tried anew after thirty days, when there are other articles.
 *   <li>Only where nothing else is left to go, and the folder is still too large, do articles go
 *       that alerts and answers show; pinned ones never.
 *   <li>Their ids and addresses stay, so that a feed which still has them does not bring them back.
 *   <li>The store's file is written anew once a day, if a quarter of it is free then.
 * </ul>
 *
 * <p>A few at a time, so that new articles do not wait. Confined to the thread that follows the
 * news.
 */
public final class OldArticles {
  private static final Logger log = LoggerFactory.getLogger(OldArticles.class);

  /** Between two looks; where more is to go, the next follows at once. */
  public static final Duration PAUSE = Duration.ofHours(1);

  /** How many go at a time. */
  public static final int BATCH = 100;

  /** What is younger never goes for room. */
  public static final Duration YOUNG = Duration.ofDays(7);

  /** Of the articles, what goes before it is looked whether more would help. */
  private static final int SHARE = 10;

  /** What was known of it is too old then, and it is looked anew whether more would help. */
  public static final Duration AGAIN = Duration.ofDays(30);

  private static final Duration DAY = Duration.ofDays(1);
  private static final long LEAST_FREE = 64L << 20;

  private final Engine engine;
  private final FreedRoom.Rows rows;
  private final SaidOfArticles said;
  private final Settings.Retention retention;
  private final RunNotices notices;
  private final InstantSource clock;
  private Instant due = Instant.MIN;
  private Instant writtenAnew = Instant.EPOCH;

  /**
   * What is to go. Immutable.
   *
   * @param freed what is known then of what goes for room; empty where it goes for its age
   */
  private record Going(List<ArticleName> names, Optional<FreedRoom> freed) {
    static final Going NOTHING = new Going(List.of(), Optional.empty());

    boolean isEmpty() {
      return names.isEmpty();
    }
  }

  public OldArticles(
      Engine engine,
      SaidOfArticles said,
      Settings.Retention retention,
      RunNotices notices,
      InstantSource clock) {
    this.engine = requireNonNull(engine, "engine is null");
    this.rows = new FreedRoom.Rows(engine.database());
    this.said = requireNonNull(said, "said is null");
    this.retention = requireNonNull(retention, "retention is null");
    this.notices = requireNonNull(notices, "notices is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Removes some of what is to go, if that is due. */
  public void step() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return;
    }
    Going going = new Going(tooOld(now), Optional.empty());
    if (going.isEmpty()) {
      going = tooMuch(now);
    }
    if (going.isEmpty()) {
      due = now.plus(PAUSE);
      shrink(now);
      return;
    }
    remove(going, now);
  }

  private List<ArticleName> tooOld(Instant now) {
    Optional<Instant> before = retention.articles().map(now::minus);
    return before.isEmpty()
        ? List.of()
        : engine.editorship().oldest(before.get(), BATCH, said.needed());
  }

  private Going tooMuch(Instant now) {
    long most = retention.disk().orElse(Long.MAX_VALUE);
    long bytes = engine.bytes();
    if (bytes <= most) {
      rows.forget();
      return Going.NOTHING;
    }
    FreedRoom since =
        rows.find()
            .filter(room -> now.isBefore(room.begun().plus(AGAIN)))
            .orElseGet(() -> new FreedRoom(now, engine.articles().count(), bytes, 0));
    Instant before = now.minus(YOUNG);
    if (since.gone() >= Math.max(BATCH, since.articles() / SHARE)) {
      long more = engine.editorship().countBefore(before, said.pinned());
      long least = since.least(bytes, more);
      if (least > most) {
        notices.noMoreGo(Math.ceilDiv(least, 1L << 20));
        return Going.NOTHING;
      }
    }
    List<ArticleName> free = engine.editorship().oldest(before, BATCH, said.needed());
    List<ArticleName> going =
        free.isEmpty() ? engine.editorship().oldest(before, BATCH, said.pinned()) : free;
    if (going.isEmpty()) {
      notices.noMoreGo(Math.ceilDiv(bytes, 1L << 20));
      return Going.NOTHING;
    }
    notices.oldestGo(bytes >> 20);
    return new Going(going, Optional.of(since.with(going.size())));
  }

  private void remove(Going going, Instant now) {
    Set<Long> editions = new HashSet<>();
    for (ArticleName name : going.names()) {
      engine.editorship().editions(name).stream().map(Edition::sequence).forEach(editions::add);
    }
    // What was said stays said: only what would lead to the articles is forgotten.
    engine.remove(
        going.names(),
        handle -> {
          said.forget(handle, editions, _ -> false, now);
          going.freed().ifPresent(room -> FreedRoom.Rows.keep(handle, room));
        });
    log.info("{} old articles were removed.", going.names().size());
  }

  private void shrink(Instant now) {
    Database.Bytes bytes = engine.database().bytes();
    boolean worthIt = bytes.free() > LEAST_FREE && bytes.free() > bytes.used() / 3;
    if (worthIt && !now.isBefore(writtenAnew.plus(DAY))) {
      writtenAnew = now;
      if (!engine.database().erase()) {
        log.warn("The store's log is being read. Its file is made smaller tomorrow.");
      }
    }
  }
}
