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
 * <ol>
 *   <li>A correction is told at once.
 *   <li>What a schedule collects is told at its next time.
 *   <li>Where more than a little of it comes late, it goes into one catch-up message: the backlog
 *       of a new source, or of hours in which nothing ran.
 *   <li>What comes in a snooze or in quiet hours is told when they end, together.
 *   <li>What is more than a day's number is told together, in the morning or evening.
 *   <li>What is more than a chat's queue can take is told together as soon as the queue is empty,
 *       but not before a minute has passed.
 *   <li>Everything else is told at once.
 * </ol>
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
  record Decision(Instant due, Manner manner) {}

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
    Optional<Instant> collected = schedule.next(now, hours.zone());
    if (collected.isPresent()) {
      return new Decision(hours.afterQuiet(collected.get()), Manner.DIGEST);
    }
    if (chat.snoozed().isPresent()) {
      return new Decision(hours.afterQuiet(chat.snoozed().get()), Manner.CATCH_UP);
    }
    Optional<Instant> quietEnd = hours.quietEnd(now);
    if (quietEnd.isPresent()) {
      return new Decision(quietEnd.get(), Manner.CATCH_UP);
    }
    if (chat.backlog() || !chat.open()) {
      return new Decision(hours.afterQuiet(now.plus(BACKLOG)), Manner.CATCH_UP);
    }
    if (hours.most() > 0 && chat.toldToday() >= hours.most()) {
      return new Decision(hours.afterQuiet(hours.restTime(now)), Manner.DIGEST);
    }
    return chat.waiting() >= MOST_WAITING
        ? new Decision(now.plus(FLOOD), Manner.DIGEST)
        : new Decision(now, Manner.ALERT);
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
