package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import news.isnad.config.Configuration;
import news.isnad.config.Setting;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.store.DamagedStoreException;
import news.isnad.store.DataFolder;
import news.isnad.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code config}, {@code check}, {@code rebuild}, {@code backup}, {@code restore}. */
public final class StoreCommands {
  private StoreCommands() {}

  /** {@code config}: what is in force, and where it comes from. */
  @Command(
      name = "config",
      description = "Show the effective configuration with the origin of each value.")
  public static final class Config implements Callable<Integer> {
    @Mixin private final Common common = new Common();
    private final Terminal terminal;

    public Config(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      return switch (common.configuration()) {
        case Configuration.Refused(List<String> problems) -> {
          problems.forEach(terminal::problem);
          yield Workplace.WRONG_USE;
        }
        case Configuration.Read read -> {
          read.warnings().forEach(terminal::problem);
          read.effective().forEach(this::print);
          yield Workplace.DONE;
        }
      };
    }

    private void print(Setting setting) {
      if (common.json()) {
        ObjectNode line = Terminal.object();
        line.put("key", setting.key());
        line.put("value", setting.value());
        line.put("origin", setting.origin());
        terminal.json(line);
      } else {
        terminal.say("%-24s %-32s %s", setting.key(), setting.value(), setting.origin());
      }
    }
  }

  /** {@code check}: store and index, compared. */
  @Command(name = "check", description = "Verify the store, the index and every cursor.")
  public static final class Check implements Callable<Integer> {
    @Mixin private final Common common = new Common();
    private final Workplace workplace;

    public Check(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      return workplace.inFolder(
          common, "check", (settings, folder, alone) -> check(settings, folder, alone));
    }

    private int check(Settings settings, DataFolder folder, boolean alone) {
      Terminal terminal = workplace.terminal();
      try (Engine engine = workplace.engine(settings, folder)) {
        if (alone) {
          engine.catchUp();
        }
        List<String> findings = engine.findings(alone);
        ObjectNode summary = Terminal.object();
        summary.put("articles", engine.articles().count());
        summary.put("lastSequence", engine.articles().lastSequence());
        summary.put("indexed", engine.index().lastSequence());
        summary.put("clean", findings.isEmpty());
        findings.forEach(summary.putArray("findings")::add);
        if (common.json()) {
          terminal.json(summary);
        } else {
          findings.forEach(finding -> terminal.say("- %s", finding));
          terminal
              .out()
              .printf(
                  "%d articles, last sequence %d, index at %d: %s%n",
                  engine.articles().count(),
                  engine.articles().lastSequence(),
                  engine.index().lastSequence(),
                  findings.isEmpty() ? "clean" : findings.size() + " findings");
        }
        return findings.isEmpty() ? Workplace.DONE : Workplace.FAILED;
      }
    }
  }

  /** {@code rebuild}: the index, made anew from the store, and statements of other rules. */
  @Command(
      name = "rebuild",
      description =
          "Make the index anew from the store, and statements where other rules found them.")
  public static final class Rebuild implements Callable<Integer> {
    @Mixin private final Common common = new Common();
    private final Workplace workplace;

    public Rebuild(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      return workplace.aloneInFolder(
          common,
          "rebuild",
          (settings, folder, _) -> {
            try (Engine engine = workplace.engine(settings, folder)) {
              Progress progress =
                  new Progress(workplace.terminal(), "articles", engine.articles().count());
              engine.rebuild(progress::at);
              progress.close();
              return Workplace.DONE;
            }
          });
    }
  }

  /** {@code backup}: the store into one file, while others work on it. */
  @Command(name = "backup", description = "Save the store into a file, also while the bot runs.")
  public static final class Backup implements Callable<Integer> {
    @Mixin private final Common common = new Common();

    @Parameters(paramLabel = "FILE", description = "the new file; it must not exist yet")
    private @Nullable Path file;

    private final Workplace workplace;

    public Backup(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      Path target = Objects.requireNonNull(file);
      return workplace.inFolder(
          common,
          "backup",
          (_, folder, _) -> {
            if (Files.exists(target)) {
              workplace.terminal().problem(target + " exists already. Name a new file.");
              return Workplace.FAILED;
            }
            List<String> all = new ArrayList<>(workplace.migrations());
            all.addAll(0, Engine.MIGRATIONS);
            try (Database database = Database.open(folder.database(), all)) {
              database.backup(target);
            }
            workplace.terminal().out().println("Saved " + target + ".");
            return Workplace.DONE;
          });
    }
  }

  /** {@code restore}: the store as a backup has it. The index follows by itself. */
  @Command(
      name = "restore",
      description = "Bring the store back from a backup. The present one is kept beside it.")
  public static final class Restore implements Callable<Integer> {
    @Mixin private final Common common = new Common();

    @Parameters(paramLabel = "FILE", description = "what backup has saved")
    private @Nullable Path file;

    private final Workplace workplace;

    public Restore(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      Path from = Objects.requireNonNull(file);
      return workplace.aloneInFolder(
          common,
          "restore",
          (settings, folder, _) -> {
            if (!Files.isRegularFile(from)) {
              workplace.terminal().problem(from + " is not a file that can be read.");
              return Workplace.FAILED;
            }
            try {
              Database.restore(from, folder.database());
            } catch (DamagedStoreException e) {
              workplace.terminal().problem(from + " is not a backup of a store: " + e.getMessage());
              return Workplace.FAILED;
            }
            try (Engine engine = workplace.engine(settings, folder)) {
              Progress progress =
                  new Progress(workplace.terminal(), "articles", engine.articles().count());
              engine.rebuild(progress::at);
              progress.close();
            }
            workplace.terminal().out().println("Restored " + from + ".");
            return Workplace.DONE;
          });
    }
  }
}
