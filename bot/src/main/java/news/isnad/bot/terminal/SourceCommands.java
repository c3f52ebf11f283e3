package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.isnad.article.Source;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.operator.SourceDesk;
import news.isnad.engine.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources}: what operators do in the chat, for scripts. */
@Command(name = "sources", description = "List, add, test or remove the sources that are polled.")
public final class SourceCommands implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  private boolean help;

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

  private int said(SourceDesk.Outcome outcome, String address) {
    Terminal terminal = workplace.terminal();
    return switch (outcome) {
      case SourceDesk.Outcome.Added added -> {
        terminal.say("Added %s: %d items now.", added.name(), added.items());
        yield Workplace.DONE;
      }
      case SourceDesk.Outcome.Known known -> {
        terminal.say("Known already as %s.", known.name());
        yield Workplace.DONE;
      }
      case SourceDesk.Outcome.Refused refused -> {
        terminal.problem(address + " was not added: " + refused.details());
        yield Workplace.FAILED;
      }
    };
  }

  @Command(name = "test", description = "Look at an address without adding it.")
  int test(
      @Mixin Common common,
      @Parameters(paramLabel = "ADDRESS", description = "a feed or a page") String address) {
    return workplace.inFolder(
        common,
        "sources test",
        (settings, folder, _) -> {
          try (Engine engine = workplace.engine(settings, folder);
              SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock())) {
            return switch (sources.look(address)) {
              case SourcesAtWork.Look.News news -> {
                workplace
                    .terminal()
                    .say("%s (%s): %d items.", news.name(), news.kind(), news.items());
                yield Workplace.DONE;
              }
              case SourcesAtWork.Look.Nothing nothing -> {
                workplace.terminal().problem(address + ": " + nothing.details());
                yield Workplace.FAILED;
              }
            };
          }
        });
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
}
