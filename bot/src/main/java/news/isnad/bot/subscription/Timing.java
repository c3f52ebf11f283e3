package news.isnad.bot.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.bot.compose.News;

/**
 * Decides when news is told, and whether in a message of its own.
 *
 * <p>A correction is told at once. Everything else waits for the latest of these, and then for the
 * end of quiet hours:
 *
 * <ul>
 *   <li>what a schedule collects, for its next time
 *   <li>what comes in a snooze, for its end
 *   <li>where more than a little of it comes late, two minutes, to go into one catch-up message:
 *       the backlog of a new source, or of hours in which nothing ran
 *   <li>what is more than a day's number, for the morning or evening; digests do not count
 *   <li>what is more than a chat's queue can take, a minute, and until the queue is empty
 * </ul>
 *
 * <p>What has waited is told together.
 *
 * <p>Stateless.
 */
final class Timing {
  /** So much waits for a chat at most in messages of its own. */
  static final int MOST_WAITING = 5;

  /** More late stories than these for one chat are a backlog. */
  static final int MOST_LATE = 2;

  /** Late stories within so long belong together. */
  static final Duration BACKLOG_LASTS = Duration.ofMinutes(10);

  private static final Duration LATE = Duration.ofHours(3);
  private static final Duration LATE_UNDATED = Duration.ofHours(1);
  private static final Duration LATE_BY_DATE = Duration.ofHours(36);
  private static final Duration BACKLOG = Duration.ofMinutes(2);
  private static final Duration FLOOD = Duration.ofMinutes(1);

  private Timing() {}

  /** When, and how. */
  record Decision(Instant due, Manner manner) {
    private Decision notBefore(Instant moment, Manner how) {
      return moment.isAfter(due) ? new Decision(moment, how) : this;
    }

    /** What waits for quiet hours is told together. */
    private Decision outside(ChatSchedule hours) {
      Manner waiting = manner == Manner.ALERT ? Manner.CATCH_UP : manner;
      return hours.quietEnd(due).map(end -> new Decision(end, waiting)).orElse(this);
    }
  }

  /**
   * What is known of the chat. Immutable.
   *
   * @param snoozed until when the subscription is
   * @param toldToday alerts of this day
   * @param waiting alerts that wait to be sent
   * @param backlog whether so much comes late that it is a backlog
   * @param open whether messages can be sent there now
   */
  record Situation(
      ChatSchedule schedule,
      Optional<Instant> snoozed,
      int toldToday,
      int waiting,
      boolean backlog,
      boolean open) {}

  static Decision of(News news, Schedule schedule, Situation chat, Instant now) {
    if (news.isCorrection()) {
      return new Decision(now, Manner.ALERT);
    }
    ChatSchedule hours = chat.schedule();
    Decision decision = new Decision(now, Manner.ALERT);
    Optional<Instant> collected = schedule.next(now, hours.zone());
    if (chat.snoozed().isPresent()) {
      decision = decision.notBefore(chat.snoozed().get(), Manner.CATCH_UP);
    }
    if (chat.backlog() || !chat.open()) {
      decision = decision.notBefore(now.plus(BACKLOG), Manner.CATCH_UP);
    }
    if (collected.isPresent()) {
      return new Decision(hours.afterQuiet(later(collected.get(), decision.due)), Manner.DIGEST);
    }
    if (hours.most() > 0 && chat.toldToday() >= hours.most()) {
      decision = decision.notBefore(hours.restTime(now), Manner.DIGEST);
    }
    if (chat.waiting() >= MOST_WAITING) {
      decision = decision.notBefore(now.plus(FLOOD), Manner.DIGEST);
    }
    return decision.outside(hours);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether an edition comes long after it was published, or was stored long ago. */
  static boolean isLate(Edition edition, Instant now) {
    if (edition.ingested().plus(LATE_UNDATED).isBefore(now)) {
      return true;
    }
    return edition
        .published()
        .filter(
            published -> published.plus(isDateOnly(published) ? LATE_BY_DATE : LATE).isBefore(now))
        .isPresent();
  }

  /** Whether an outlet gave the day only. */
  private static boolean isDateOnly(Instant published) {
    return published.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
  }
}
