package news.isnad.bot.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.isnad.config.Configuration;
import news.isnad.config.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
public final class Common {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder (default: data.dir of the configuration)")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration file (default: config/isnad.yaml)")
  private @Nullable Path config;

  @Option(names = "--json", description = "print for a program: one JSON object a line")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  boolean json() {
    return json;
  }

  /** Reads the configuration that is in force for this command. */
  public Configuration configuration() {
    Path home = Path.of(System.getProperty("isnad.home", "")).toAbsolutePath();
    Map<String, String> options = new LinkedHashMap<>();
    if (data != null) {
      options.put("data.dir", data.toAbsolutePath().toString());
    }
    return SettingsReader.read(home, file(home), System.getenv(), options);
  }

  private Optional<Path> file(Path home) {
    if (config != null) {
      return Optional.of(config);
    }
    Path standard = home.resolve("config/isnad.yaml");
    return Files.exists(standard) ? Optional.of(standard) : Optional.empty();
  }
}
