package news.isnad.bot.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue.Brought;
import news.isnad.article.SourceHealth;
import news.isnad.bot.compose.Causes;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Request;

/** Says how a source does. Confined to one request. */
final class StatusWords {
  private final Composer composer;
  private final Request request;
  private final Messages messages;

  StatusWords(Composer composer, Request request) {
    this.composer = composer;
    this.request = request;
    this.messages = request.messages();
  }

  /** One with trouble, in a line. */
  Markup line(SourceHealth health) {
    return messages.say(
        "sourcestatus.bad",
        "name",
        health.source().name(),
        "state",
        SourceState.of(health, request.now()),
        "since",
        time(health.badSince().or(health::lastNew)),
        "why",
        health.source().failuresInRow() > 0 ? why(health.source()) : Markup.none());
  }

  /** All that is known of one. */
  List<Markup> lines(SourceHealth health, Optional<Brought> last) {
    Source source = health.source();
    List<Markup> lines = new ArrayList<>();
    lines.add(
        messages.say(
            "sourcestatus.what",
            "kind",
            source.kind(),
            "address",
            source.address().toString(),
            "number",
            Long.toString(source.id())));
    source
        .outlet()
        .or(() -> last.map(Brought::outlet))
        .ifPresent(outlet -> lines.add(messages.say("sourcestatus.outlet", "outlet", outlet)));
    source
        .language()
        .or(() -> last.map(Brought::language))
        .ifPresent(
            language ->
                lines.add(
                    messages.say(
                        "sourcestatus.language",
                        "language",
                        messages.say("language", "language", language))));
    SourceState state = SourceState.of(health, request.now());
    lines.add(messages.say("sourcestatus.state", "state", state));
    if (state == SourceState.FAILING) {
      lines.add(
          messages.say(
              "sourcestatus.why",
              "since",
              time(health.badSince()),
              "times",
              source.failuresInRow(),
              "why",
              why(source)));
    }
    lines.add(polls(health));
    lines.add(items(health));
    lines.add(
        messages.say(
            "sourcestatus.texts",
            "empty",
            health.emptyBodies(),
            "repairs",
            health.repairs(),
            "duplicates",
            health.duplicates()));
    if (!health.errors().isEmpty()) {
      List<Markup> kinds = new ArrayList<>();
      new TreeMap<>(health.errors())
          .forEach(
              (kind, times) ->
                  kinds.add(messages.say("source.error", "kind", kind, "times", times)));
      lines.add(messages.say("sourcestatus.errors", "errors", messages.joined(kinds)));
    }
    return lines;
  }

  private Markup why(Source source) {
    return Causes.say(source.lastOutcome().orElse(""), messages);
  }

  private Markup polls(SourceHealth health) {
    return messages.say(
        "sourcestatus.polls",
        "read",
        health.lastGood().isPresent(),
        "last",
        time(health.lastGood()),
        "paused",
        health.source().paused(),
        "next",
        time(Optional.of(health.source().nextPoll())));
  }

  private Markup items(SourceHealth health) {
    return messages.say(
        "sourcestatus.items",
        "today",
        health.itemsToday(),
        "habit",
        health.usualPerDay().isPresent(),
        "usual",
        Math.round(health.usualPerDay().orElse(0)),
        "all",
        health.source().itemsSeen(),
        "late",
        health.lag().isPresent(),
        "lag",
        health.lag().map(Duration::toMinutes).orElse(0L));
  }

  private Markup time(Optional<Instant> moment) {
    return moment.map(at -> composer.time(at, request.language())).orElse(Markup.none());
  }
}
