package news.isnad.bot.app;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.isnad.article.SourceHealth;
import news.isnad.bot.app.Health.State;
import news.isnad.bot.conversation.AskCommand;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.engine.Engine;

/**
 * What a run says about itself. Alive is who can read the store; ready is who has brought the index
 * up once and has had an answer from Telegram within {@value #PATIENCE_MINUTES} minutes. Nobody and
 * nothing is named: sources stand there by their ids. Safe for concurrent use.
 */
final class RunPages implements Health.Pages {
  private static final int PATIENCE_MINUTES = 3;

  private final TelegramRun bot;
  private final InstantSource clock;

  RunPages(TelegramRun bot, InstantSource clock) {
    this.bot = requireNonNull(bot, "bot is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public State health() {
    long articles = bot.engine().articles().count();
    return new State(true, "ok, " + articles + " articles");
  }

  @Override
  public State readiness() {
    if (bot.atWork().isEmpty()) {
      return new State(false, "starting");
    }
    Optional<Instant> last = bot.lastAnswer();
    boolean lately =
        last.isPresent()
            && Duration.between(last.get(), clock.instant()).toMinutes() < PATIENCE_MINUTES;
    return new State(lately, lately ? "ready" : "Telegram has not answered lately");
  }

  @Override
  public String metrics() {
    MetricsPage page = new MetricsPage();
    engine(page, bot.engine());
    bot.atWork().ifPresent(work -> work(page, work));
    Instant now = clock.instant();
    bot.lastAnswer()
        .ifPresent(
            last ->
                page.put(
                    Metric.TELEGRAM_SILENT_SECONDS,
                    Math.max(0, Duration.between(last, now).toSeconds())));
    sources(page, bot.engine().sources().health(), now);
    Runtime process = Runtime.getRuntime();
    page.put(Metric.MEMORY_USED_BYTES, process.totalMemory() - process.freeMemory());
    page.put(Metric.MEMORY_MAX_BYTES, process.maxMemory());
    return page.text();
  }

  private static void engine(MetricsPage page, Engine engine) {
    page.put(Metric.QUOTATIONS_PASSED_TOTAL, engine.gate().passed())
        .put(Metric.QUOTATIONS_STOPPED_TOTAL, engine.gate().stopped())
        .put(Metric.ARTICLES, engine.articles().count())
        .put(Metric.DATA_BYTES, engine.bytes())
        .put(Metric.DISK_FREE_BYTES, engine.database().file().toFile().getUsableSpace())
        .put(
            Metric.INDEX_WAITING,
            behind(engine.articles().lastSequence(), engine.index().lastSequence()));
  }

  private void work(MetricsPage page, TelegramRun.AtWork work) {
    AskCommand.Asked asked = work.conversation().asked();
    page.put(Metric.ANSWERS_TOTAL, asked.answered())
        .put(Metric.ABSTENTIONS_TOTAL, asked.unanswered())
        .put(
            Metric.ALERTS_WAITING,
            behind(bot.engine().articles().lastSequence(), work.conversation().alerts().cursor()));
    Inbox.Counts inbox = work.inbox().counts();
    page.put(Metric.INBOX_WAITING, inbox.waiting())
        .put(Metric.INBOX_ASIDE, inbox.aside() + inbox.poison())
        .put(Metric.INBOX_PUT_OFF_TOTAL, work.conversation().doors().putOff())
        .put(Metric.OUTBOX_WAITING, work.conversation().outbox().waiting())
        .put(Metric.OUTBOX_OLDEST_SECONDS, work.conversation().outbox().longestWait().toSeconds());
    Dispatcher.Statistics sent = work.dispatcher().statistics();
    page.put(Metric.TELEGRAM_SENT_TOTAL, sent.sent())
        .put(Metric.TELEGRAM_TOO_FAST_TOTAL, sent.tooFast())
        .put(Metric.TELEGRAM_UNANSWERED_TOTAL, sent.unanswered())
        .put(Metric.TELEGRAM_REFUSED_TOTAL, sent.refused())
        .put(Metric.TELEGRAM_MALFORMED_TOTAL, sent.cantParse() + sent.tooLong());
  }

  static void sources(MetricsPage page, List<SourceHealth> sources, Instant now) {
    for (SourceHealth each : sources) {
      String id = String.valueOf(each.source().id());
      each.lag()
          .ifPresent(lag -> page.put(Metric.INGEST_LAG_SECONDS, lag.toSeconds(), "source", id));
      each.errors()
          .forEach(
              (kind, count) ->
                  page.put(
                      Metric.SOURCE_ERRORS_TOTAL,
                      count,
                      "source",
                      id,
                      "kind",
                      kind.name().toLowerCase(Locale.ROOT)));
    }
    page.put(
        Metric.SOURCES_BAD, sources.stream().filter(each -> each.trouble(now).isPresent()).count());
  }

  private static long behind(long stored, long done) {
    return Math.max(0, stored - done);
  }
}
