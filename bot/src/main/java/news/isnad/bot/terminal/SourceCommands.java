package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceHealth;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.config.Tables;
import news.isnad.engine.Engine;
import news.isnad.ingest.SourceList;
import news.isnad.ingest.TryOut;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources}: what operators do in the chat, for scripts. */
@Command(
    name = "sources",
    description = "The sources that are polled: list, status, add, test, remove, import, export.")
public final class SourceCommands implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  private boolean help;

  private static final int LONGEST_LIST = 5_000_001;

  private final Workplace workplace;

  public SourceCommands(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(workplace.terminal().err());
    return Workplace.WRONG_USE;
  }

  @Command(name = "list", description = "Show every source and how its last poll went.")
  int list(@Mixin Common common) {
    return workplace.inFolder(
        common,
        "sources",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder)) {
            engine.sources().list().forEach(source -> print(common, source));
            return Workplace.DONE;
          }
        });
  }

  private void print(Common common, Source source) {
    Terminal terminal = workplace.terminal();
    if (common.json()) {
      ObjectNode line = Terminal.object();
      line.put("id", source.id());
      line.put("name", source.name());
      line.put("address", source.address().toString());
      line.put("kind", source.kind().name().toLowerCase(java.util.Locale.ROOT));
      line.put("lastPolled", source.lastPolled().map(Instant::toString).orElse(null));
      line.put("nextPoll", source.nextPoll().toString());
      line.put("lastOutcome", source.lastOutcome().orElse(null));
      line.put("failuresInRow", source.failuresInRow());
      line.put("items", source.itemsSeen());
      terminal.json(line);
    } else {
      terminal.say("%-30s %s", source.name(), source.address());
      terminal.say(
          "    %d items · %s", source.itemsSeen(), source.lastOutcome().orElse("not polled yet"));
    }
  }

  @Command(name = "add", description = "Look at an address and poll it from now on, if it is news.")
  int add(
      @Mixin Common common,
      @Parameters(paramLabel = "ADDRESS", description = "a feed or a page") String address,
      @Option(names = "--name", paramLabel = "NAME", description = "instead of its own title")
          @Nullable String name) {
    return workplace.inFolder(
        common,
        "sources add",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder);
              SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock())) {
            return said(sources.add(address, Optional.ofNullable(name), "command line"), address);
          }
        });
  }

  private int said(SourcesAtWork.Outcome outcome, String address) {
    Terminal terminal = workplace.terminal();
    return switch (outcome) {
      case SourcesAtWork.Outcome.Added added -> {
        terminal.say("Added %s: %d items now.", added.name(), added.items());
        yield Workplace.DONE;
      }
      case SourcesAtWork.Outcome.Known known -> {
        terminal.say("Known already as %s.", known.name());
        yield Workplace.DONE;
      }
      case SourcesAtWork.Outcome.Refused refused -> {
        terminal.problem(address + " was not added: " + refused.why());
        yield Workplace.FAILED;
      }
    };
  }

  @Command(
      name = "test",
      description =
          "Find the feeds of a site and show what their articles are like, without adding them.")
  int test(
      @Mixin Common common,
      @Parameters(paramLabel = "ADDRESS", description = "a feed or a page") String address) {
    return workplace.inFolder(
        common,
        "sources test",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder);
              SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock())) {
            return said(sources.tryOut(address, _ -> {}), address);
          }
        });
  }

  private int said(TryOut.Trial trial, String address) {
    Terminal terminal = workplace.terminal();
    trial.problems().forEach(terminal::problem);
    for (TryOut.Offer offer : trial.offers()) {
      terminal.say(
          "%s (%s): %d items, %d of them stored already. %s",
          offer.name(),
          offer.kind().name().toLowerCase(java.util.Locale.ROOT),
          offer.items(),
          offer.known(),
          offer.address());
    }
    for (TryOut.Sample sample : trial.samples()) {
      terminal.say(
          "    %s · %s · %s · %d characters",
          sample.article().title(),
          sample.article().language().code(),
          sample.article().published().map(Instant::toString).orElse("undated"),
          sample.characters());
      terminal.say("        %s", sample.beginning());
    }
    if (trial.without() > 0) {
      terminal.say("    %d of the items looked at have no text.", trial.without());
    }
    if (trial.offers().isEmpty()) {
      trial.refusal().ifPresent(refusal -> terminal.problem(address + ": " + refusal.details()));
      return Workplace.FAILED;
    }
    return Workplace.DONE;
  }

  @Command(name = "remove", description = "Stop polling a source. Its articles stay.")
  int remove(
      @Mixin Common common,
      @Parameters(paramLabel = "NAME|ADDRESS", description = "the source") String source) {
    return workplace.inFolder(
        common,
        "sources remove",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder)) {
            Optional<Source> removed = engine.sources().remove(source);
            if (removed.isEmpty()) {
              workplace
                  .terminal()
                  .problem("no source is called " + source + ". `sources list` shows them.");
              return Workplace.FAILED;
            }
            workplace.terminal().say("Removed %s.", removed.get().name());
            return Workplace.DONE;
          }
        });
  }

  @Command(name = "status", description = "Show how every source does, those with trouble first.")
  int status(@Mixin Common common) {
    return workplace.inFolder(
        common,
        "sources",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder)) {
            Instant now = workplace.now();
            engine.sources().health().stream()
                .sorted(Comparator.comparing(each -> each.trouble(now).isEmpty()))
                .forEach(each -> print(common, each, now));
            return Workplace.DONE;
          }
        });
  }

  private void print(Common common, SourceHealth health, Instant now) {
    Terminal terminal = workplace.terminal();
    Optional<String> trouble =
        health.trouble(now).map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT));
    if (common.json()) {
      ObjectNode line = Terminal.object();
      line.put("name", health.source().name());
      line.put("address", health.source().address().toString());
      line.put("trouble", trouble.orElse(null));
      line.put("lastGood", health.lastGood().map(Instant::toString).orElse(null));
      line.put("newest", health.newest().map(Instant::toString).orElse(null));
      line.put("lagSeconds", health.lag().map(Duration::toSeconds).orElse(null));
      line.put("itemsToday", health.itemsToday());
      line.put(
          "usualPerDay",
          health.usualPerDay().isPresent() ? health.usualPerDay().getAsDouble() : null);
      line.put("emptyBodies", health.emptyBodies());
      line.put("repairs", health.repairs());
      line.put("duplicates", health.duplicates());
      line.put("failuresInRow", health.source().failuresInRow());
      line.put("nextPoll", health.source().nextPoll().toString());
      ObjectNode errors = line.putObject("errors");
      new TreeMap<>(health.errors())
          .forEach(
              (kind, times) -> errors.put(kind.name().toLowerCase(java.util.Locale.ROOT), times));
      terminal.json(line);
      return;
    }
    terminal.say(
        "%-30s %s",
        health.source().name(),
        trouble.orElse(health.lastGood().isPresent() ? "well" : "not polled yet"));
    terminal.say(
        "    last good %s · today %d, usually %s a day · lag %s · empty %d · repaired %d · repeated"
            + " %d · errors %s",
        health.lastGood().map(Instant::toString).orElse("never"),
        health.itemsToday(),
        health.usualPerDay().isPresent()
            ? String.valueOf(Math.round(health.usualPerDay().getAsDouble()))
            : "?",
        health.lag().map(lag -> lag.toMinutes() + " min").orElse("?"),
        health.emptyBodies(),
        health.repairs(),
        health.duplicates(),
        health.errors().isEmpty()
            ? "none"
            : new TreeMap<>(health.errors()).toString().toLowerCase(java.util.Locale.ROOT));
  }

  @Command(
      name = "import",
      description = "Add the sources of an OPML file, or of the list that ships: starter.")
  int bringIn(
      @Mixin Common common,
      @Parameters(paramLabel = "FILE|starter", description = "the list") String list) {
    return workplace.inFolder(
        common,
        "sources import",
        (settings, folder, _) -> {
          SourceList.Read read;
          try {
            read = SourceList.read(opml(list));
          } catch (IOException e) {
            workplace.terminal().problem(list + " cannot be read. Check that the file exists.");
            return Workplace.FAILED;
          }
          try (Engine engine = workplace.engine(settings, folder);
              SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock())) {
            return add(read, engine.sources(), sources.desk()::refusal);
          }
        });
  }

  private static byte[] opml(String list) throws IOException {
    if (list.equals("starter")) {
      try (InputStream in = Tables.class.getResourceAsStream("starter.opml")) {
        return Objects.requireNonNull(in, "starter.opml").readAllBytes();
      }
    }
    try (InputStream in = Files.newInputStream(Path.of(list))) {
      return in.readNBytes(LONGEST_LIST);
    }
  }

  /** Nothing is fetched here: what can be told without that is, the rest when it is polled. */
  private int add(
      SourceList.Read read,
      SourceCatalogue sources,
      Function<String, Optional<TryOut.Refusal>> refusals) {
    int added = 0;
    int refused = 0;
    for (SourceList.Entry entry : read.entries()) {
      Optional<TryOut.Refusal> refusal = refusals.apply(entry.address().toString());
      if (refusal.isPresent()) {
        refused++;
        workplace
            .terminal()
            .problem(entry.address() + " was not added: " + refusal.get().details());
        continue;
      }
      boolean fresh =
          sources.add(
                  entry.name(),
                  entry.address(),
                  entry.kind(),
                  entry.outlet(),
                  entry.language(),
                  "imported")
              instanceof SourceCatalogue.Addition.Added;
      added += fresh ? 1 : 0;
    }
    read.problems().forEach(each -> workplace.terminal().problem(each.toString()));
    workplace
        .terminal()
        .say("Added %d, known already %d.", added, read.entries().size() - added - refused);
    return read.problems().isEmpty() && refused == 0 ? Workplace.DONE : Workplace.FAILED;
  }

  @Command(name = "export", description = "Print every source as OPML 2.0.")
  int export(@Mixin Common common) {
    return workplace.inFolder(
        common,
        "sources",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder)) {
            workplace.terminal().out().print(SourceList.write(engine.sources().list()));
            workplace.terminal().out().flush();
            return Workplace.DONE;
          }
        });
  }
}
