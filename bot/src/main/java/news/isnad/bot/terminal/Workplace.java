package news.isnad.bot.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.isnad.bot.operator.ArticleDecisions;
import news.isnad.bot.operator.TaughtNames;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.UnusableFileException;
import news.isnad.engine.Engine;
import news.isnad.engine.Installed;
import news.isnad.lexicon.KnownNames;
import news.isnad.store.DamagedStoreException;
import news.isnad.store.DataFolder;
import news.isnad.store.DataFolder.Claim;
import news.isnad.store.NewerStoreException;
import news.isnad.store.StoreUnavailableException;

/**
 * What commands work with: the configuration, the data folder and its lock, the engine over it. One
 * border for everything that can be wrong with them. Confined to one thread.
 */
public final class Workplace {
  /** Exit code: done. */
  public static final int DONE = 0;

  /** Exit code: something that was given was refused or failed. */
  public static final int FAILED = 1;

  /** Exit code: wrong use or configuration. */
  public static final int WRONG_USE = 2;

  private final Terminal terminal;
  private final InstantSource clock;
  private final List<String> migrations;

  /**
   * Prepares for commands.
   *
   * @param migrations class-path folders of the tables that the bot keeps in the store
   */
  public Workplace(Terminal terminal, InstantSource clock, List<String> migrations) {
    this.terminal = terminal;
    this.clock = clock;
    this.migrations = List.copyOf(migrations);
  }

  Terminal terminal() {
    return terminal;
  }

  /** The clock of all commands. */
  public InstantSource clock() {
    return clock;
  }

  List<String> migrations() {
    return migrations;
  }

  /** Does something with the settings; says what is wrong with them where they cannot be used. */
  public int withSettings(Common common, Function<Settings, Integer> work) {
    return switch (common.configuration()) {
      case Configuration.Refused(List<String> problems) -> {
        problems.forEach(terminal::problem);
        yield WRONG_USE;
      }
      case Configuration.Read read -> {
        read.warnings().forEach(terminal::problem);
        LogEncoder.use(read.settings().log().format());
        yield guarded(() -> work.apply(read.settings()));
      }
    };
  }

  /** Something that is done with a data folder. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @param alone true where no other process has the data folder's lock
     */
    int in(Settings settings, DataFolder folder, boolean alone);
  }

  /** Does something in the data folder, whoever else works there. */
  public int inFolder(Common common, String command, Work work) {
    return withSettings(
        common,
        settings -> {
          DataFolder folder = DataFolder.at(settings.dataDir());
          return switch (folder.tryLock(DataFolder.holder(command, clock.instant()))) {
            case Claim.Locked lock -> {
              try (lock) {
                yield work.in(settings, folder, true);
              }
            }
            case Claim.HeldBy _ -> work.in(settings, folder, false);
          };
        });
  }

  /** Does something in the data folder, or says who else is at work there. */
  public int aloneInFolder(Common common, String command, Work work) {
    return withSettings(
        common,
        settings -> {
          DataFolder folder = DataFolder.at(settings.dataDir());
          return switch (folder.tryLock(DataFolder.holder(command, clock.instant()))) {
            case Claim.Locked lock -> {
              try (lock) {
                yield work.in(settings, folder, true);
              }
            }
            case Claim.HeldBy(String holder) -> {
              terminal.problem(
                  "the data folder "
                      + folder.path()
                      + " is in use by "
                      + holder
                      + ". Stop that process first.");
              yield FAILED;
            }
          };
        });
  }

  /** The engine over a data folder, with what the operator has installed. */
  public Engine engine(Settings settings, DataFolder folder) {
    return engine(folder, Installed.by(settings.language()));
  }

  /** The engine over a data folder, with nothing but what ships. */
  Engine engine(DataFolder folder) {
    return engine(folder, Installed.NOTHING);
  }

  private Engine engine(DataFolder folder, Installed installed) {
    KnownNames names = KnownNames.shipped();
    Engine engine =
        Engine.open(folder.database(), folder.index(), migrations, names, installed, clock);
    if (migrations.contains(news.isnad.bot.operator.SourceCommands.MIGRATIONS)) {
      TaughtNames.in(engine.database(), names);
      ArticleDecisions.in(engine.database(), engine.editorship());
    }
    return engine;
  }

  private int guarded(java.util.function.Supplier<Integer> work) {
    try {
      return work.get();
    } catch (DamagedStoreException e) {
      terminal.problem(said(e));
      return FAILED;
    } catch (UnusableFileException e) {
      terminal.problem(said(e));
      return WRONG_USE;
    } catch (NewerStoreException | StoreUnavailableException e) {
      terminal.problem(said(e));
      return FAILED;
    }
  }

  private static String said(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }

  Instant now() {
    return clock.instant();
  }
}
