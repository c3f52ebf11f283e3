package news.isnad.bot.app;

import java.util.Locale;

/**
 * What {@code /metrics} shows: the one list that the page, README's table and their test go by. The
 * names are {@code isnad_} and the constant's.
 */
enum Metric {
  ANSWERS_TOTAL(
      Type.COUNTER,
      "questions that were answered since the start",
      "rate(isnad_abstentions_total[1h]) > 4 * rate(isnad_answers_total[1h])"),
  ABSTENTIONS_TOTAL(
      Type.COUNTER, "questions that nothing answered since the start", "see `isnad_answers_total`"),
  QUOTATIONS_PASSED_TOTAL(Type.COUNTER, "quotations that the verbatim gate let pass", ""),
  QUOTATIONS_STOPPED_TOTAL(
      Type.COUNTER,
      "quotations that the verbatim gate stopped: not in the store as they were to be shown",
      "increase(isnad_quotations_stopped_total[1h]) > 0"),
  ARTICLES(Type.GAUGE, "articles in the store", ""),
  INDEX_WAITING(
      Type.GAUGE, "stored editions that are not yet found", "isnad_index_waiting > 500 for 10m"),
  ALERTS_WAITING(
      Type.GAUGE,
      "stored editions that were not yet held against the topics",
      "isnad_alerts_waiting > 500 for 10m"),
  INGEST_LAG_SECONDS(
      Type.GAUGE,
      "by `source`: usual time from published to stored",
      "min(isnad_ingest_lag_seconds) > 7200"),
  SOURCE_ERRORS_TOTAL(
      Type.COUNTER,
      "by `source` and `kind`: polls that failed, ever",
      "count(increase(isnad_source_errors_total[1h]) > 0) > 10"),
  SOURCES_BAD(
      Type.GAUGE, "sources that cannot be read or are silent", "isnad_sources_bad > 0 for 6h"),
  INBOX_WAITING(
      Type.GAUGE, "updates that nobody has handled yet", "isnad_inbox_waiting > 100 for 5m"),
  INBOX_ASIDE(
      Type.GAUGE,
      "updates whose handling failed three times, or that cannot be read",
      "delta(isnad_inbox_aside[1h]) > 0"),
  INBOX_PUT_OFF_TOTAL(
      Type.COUNTER,
      "updates above the limits of a minute that were not answered, since the start",
      "increase(isnad_inbox_put_off_total[10m]) > 1000"),
  OUTBOX_WAITING(
      Type.GAUGE, "messages that wait to be sent, also to chats that are closed to us", ""),
  OUTBOX_OLDEST_SECONDS(
      Type.GAUGE,
      "how long the oldest of them waits; chats that are closed to us do not count",
      "isnad_outbox_oldest_seconds > 600"),
  TELEGRAM_SENT_TOTAL(Type.COUNTER, "calls that Telegram accepted", ""),
  TELEGRAM_TOO_FAST_TOTAL(
      Type.COUNTER,
      "calls that Telegram put off (429)",
      "increase(isnad_telegram_too_fast_total[10m]) > 20"),
  TELEGRAM_UNANSWERED_TOTAL(
      Type.COUNTER,
      "calls without an answer",
      "increase(isnad_telegram_unanswered_total[10m]) > 20"),
  TELEGRAM_REFUSED_TOTAL(Type.COUNTER, "calls that Telegram will not take", ""),
  TELEGRAM_MALFORMED_TOTAL(
      Type.COUNTER,
      "messages that Telegram could not parse or found too long: a defect of Isnad",
      "increase(isnad_telegram_malformed_total[1d]) > 0"),
  TELEGRAM_SILENT_SECONDS(
      Type.GAUGE,
      "time since Telegram last answered a poll; absent until it polls",
      "isnad_telegram_silent_seconds > 180"),
  DATA_BYTES(Type.GAUGE, "what store and index need; `retention.disk` bounds it", ""),
  DISK_FREE_BYTES(
      Type.GAUGE, "what the disk of the data folder has left", "isnad_disk_free_bytes < 1e9"),
  MEMORY_USED_BYTES(
      Type.GAUGE, "heap in use", "isnad_memory_used_bytes / isnad_memory_max_bytes > 0.95 for 10m"),
  MEMORY_MAX_BYTES(Type.GAUGE, "heap that may be used", "see `isnad_memory_used_bytes`");

  /** What Prometheus makes of it. */
  enum Type {
    COUNTER,
    GAUGE
  }

  private final Type type;
  private final String meaning;
  private final String alert;

  Metric(Type type, String meaning, String alert) {
    this.type = type;
    this.meaning = meaning;
    this.alert = alert;
  }

  /** Its name for Prometheus. */
  String key() {
    return "isnad_" + name().toLowerCase(Locale.ROOT);
  }

  /** The two lines that stand above its samples. */
  String heading() {
    return "# HELP "
        + key()
        + " "
        + meaning.replace("`", "")
        + "\n# TYPE "
        + key()
        + " "
        + typeName()
        + "\n";
  }

  /** Its row in README. */
  String row() {
    String rule = alert.isEmpty() || alert.startsWith("see ") ? alert : "`" + alert + "`";
    return "| `" + key() + "` | " + typeName() + " | " + meaning + " | " + rule + " |";
  }

  private String typeName() {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
