package news.isnad.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: option over environment over file over default, all problems at once.
 *
 * <p>Nested and dotted keys are equal. {@code fetch.timeout} is overridden by {@code
 * ISNAD_FETCH_TIMEOUT}: dots and hyphens become underscores. Confined to one thread.
 */
public final class SettingsReader {
  /** Every key with its default, in the order of the file. */
  static final Map<String, String> DEFAULTS = defaults();

  private static final Set<String> SECRETS = Set.of("telegram.token", "language.translation-key");
  private static final Set<String> OTHER_VARIABLES =
      Set.of("ISNAD_JAVA_OPTS", "ISNAD_SHARED", "ISNAD_HOME", "ISNAD_CONFIG");
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{3,}");
  private static final long SMALLEST_DISK = 100L << 20;
  private static final Duration SHORTEST_POLL = Duration.ofMillis(100);

  private final Path home;
  private final Map<String, String> environment;
  private final Map<String, Setting> effective = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private SettingsReader(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * Reads a configuration.
   *
   * @param home the folder that relative paths start from: the checkout
   * @param file the YAML file; none is the same as an empty one
   * @param environment the environment variables
   * @param options settings given on the command line, by key
   */
  public static Configuration read(
      Path home,
      Optional<Path> file,
      Map<String, String> environment,
      Map<String, String> options) {
    return new SettingsReader(home, environment).read(file, options);
  }

  private static Map<String, String> defaults() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("data.dir", "data");
    keys.put("store.url", "");
    keys.put("telegram.token", "");
    keys.put("telegram.token-file", "");
    keys.put("telegram.api-url", "https://api.telegram.org");
    keys.put("telegram.proxy", "");
    keys.put("telegram.allowed", "");
    keys.put("telegram.operators", "");
    keys.put("telegram.notices-chat", "");
    keys.put("fetch.allow", "");
    keys.put("fetch.hosts", "");
    keys.put("fetch.timeout", "20s");
    keys.put("fetch.max-body", "10MB");
    keys.put("fetch.ports", "80, 443");
    keys.put("fetch.proxy", "");
    keys.put("fetch.contact", "no contact given");
    keys.put("poll.interval", "10m");
    keys.put("poll.min-interval", "1m");
    keys.put("language.dictionary", "");
    keys.put("language.embedding", "");
    keys.put("language.translation", "");
    keys.put("language.translation-key", "");
    keys.put("ui.time-zone", "UTC");
    keys.put("alerts.most", "100");
    keys.put("retention.inbox", "7d");
    keys.put("retention.answers", "90d");
    keys.put("retention.feedback", "365d");
    keys.put("retention.audit", "730d");
    keys.put("retention.articles", "");
    keys.put("retention.disk", "");
    keys.put("limits.person", "60");
    keys.put("limits.everybody", "3000");
    keys.put("log.format", "text");
    keys.put("metrics.port", "0");
    return keys;
  }

  private Configuration read(Optional<Path> file, Map<String, String> options) {
    DEFAULTS.forEach((key, value) -> effective.put(key, new Setting(key, value, "default")));
    file.ifPresent(this::readFile);
    readEnvironment();
    options.forEach((key, value) -> set(key, value, "option"));
    Settings settings = settings();
    if (!problems.isEmpty()) {
      return new Configuration.Refused(problems);
    }
    return new Configuration.Read(settings, shown(), warnings);
  }

  private List<Setting> shown() {
    List<Setting> shown = new ArrayList<>();
    for (Setting setting : effective.values()) {
      boolean hidden = SECRETS.contains(setting.key()) && !setting.value().isEmpty();
      shown.add(hidden ? new Setting(setting.key(), "********", setting.origin()) : setting);
    }
    return shown;
  }

  private void set(String key, String value, String origin) {
    if (DEFAULTS.containsKey(key)) {
      effective.put(key, new Setting(key, value.strip(), origin));
    } else {
      problems.add(
          key
              + " ("
              + origin
              + ") is not a setting. Did you mean "
              + NearestKey.to(key, DEFAULTS.keySet())
              + "?");
    }
  }

  private void readFile(Path file) {
    switch (SettingsFile.read(file)) {
      case SettingsFile.Refused(String problem) -> problems.add(problem);
      case SettingsFile.Entries(List<SettingsFile.Entry> entries) ->
          entries.forEach(entry -> set(entry.key(), entry.value(), file.getFileName() + ""));
    }
  }

  // ---- environment

  private void readEnvironment() {
    Map<String, String> variables = new LinkedHashMap<>();
    DEFAULTS.keySet().forEach(key -> variables.put(variable(key), key));
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      String key = variables.get(name);
      if (key != null) {
        set(key, entry.getValue(), name);
      } else if (name.startsWith("ISNAD_") && !OTHER_VARIABLES.contains(name)) {
        warnings.add(name + " is not a setting and has no effect.");
      }
    }
  }

  /** The environment variable that overrides a key. */
  static String variable(String key) {
    return "ISNAD_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  // ---- values

  private Settings settings() {
    Settings.Telegram telegram =
        new Settings.Telegram(
            token(),
            read("telegram.api-url", Values::httpUrl),
            optional("telegram.proxy", Values::proxy),
            read("telegram.allowed", text -> Values.ids(Values.list(text))),
            read("telegram.operators", text -> Values.ids(Values.list(text))),
            optional("telegram.notices-chat", Values::id));
    Settings.Fetch fetch =
        new Settings.Fetch(
            read("fetch.allow", text -> Values.ranges(Values.list(text))),
            read("fetch.hosts", text -> Values.hosts(Values.list(text))),
            read("fetch.timeout", Values::duration),
            read("fetch.max-body", Values::size),
            read("fetch.ports", text -> Values.ports(Values.list(text))),
            optional("fetch.proxy", Values::proxy),
            value("fetch.contact"));
    Settings.Poll poll =
        new Settings.Poll(
            read("poll.interval", SettingsReader::pause),
            read("poll.min-interval", SettingsReader::pause));
    return new Settings(
        read("data.dir", text -> Values.folder(text, home)),
        read("store.url", SettingsReader::storeUrl),
        telegram,
        fetch,
        poll,
        new Settings.Language(
            optional("language.dictionary", text -> Values.installed(text, home)),
            optional("language.embedding", text -> Values.installedFolder(text, home)),
            optional("language.translation", Values::httpUrl),
            optional("language.translation-key", Secret::new)),
        new Settings.Ui(read("ui.time-zone", Values::zone)),
        new Settings.Alerts(read("alerts.most", SettingsReader::most)),
        new Settings.Retention(
            read("retention.inbox", Values::duration),
            read("retention.answers", Values::duration),
            read("retention.feedback", Values::duration),
            read("retention.audit", Values::duration),
            optional("retention.articles", Values::duration),
            optional("retention.disk", SettingsReader::disk)),
        new Settings.Limits(
            read("limits.person", SettingsReader::aMinute),
            read("limits.everybody", SettingsReader::aMinute)),
        new Settings.Log(read("log.format", SettingsReader::format)),
        read("metrics.port", text -> Values.port(text, 0)));
  }

  private static int most(String text) {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) == 0) {
      throw new IllegalArgumentException("must be a number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  private static int aMinute(String text) {
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) == 0) {
      throw new IllegalArgumentException("must be a number from 1 to 999999");
    }
    return Integer.parseInt(text);
  }

  private static long disk(String text) {
    long bytes = Values.size(text);
    if (bytes < SMALLEST_DISK) {
      throw new IllegalArgumentException("must be at least 100MB");
    }
    return bytes;
  }

  private static Settings.Log.Format format(String text) {
    return switch (text) {
      case "text" -> Settings.Log.Format.TEXT;
      case "json" -> Settings.Log.Format.JSON;
      default -> throw new IllegalArgumentException("must be text or json");
    };
  }

  private static Duration pause(String text) {
    Duration pause = Values.duration(text);
    if (pause.compareTo(SHORTEST_POLL) < 0) {
      throw new IllegalArgumentException("must be at least 100ms");
    }
    return pause;
  }

  private static String storeUrl(String text) {
    if (!text.isEmpty() && !text.startsWith("sqlite:")) {
      throw new IllegalArgumentException(
          "names a store that is not supported yet. Leave it empty for SQLite in the data folder");
    }
    return text;
  }

  private Optional<Secret> token() {
    String token = value("telegram.token");
    String file = value("telegram.token-file");
    if (token.isEmpty() && !file.isEmpty()) {
      token = tokenIn(file);
    }
    if (token.isEmpty()) {
      return Optional.empty();
    }
    if (!TOKEN.matcher(token).matches()) {
      problem(
          "telegram.token",
          "does not look like a bot token (digits, a colon, letters)."
              + " Copy it again from BotFather");
    }
    return Optional.of(new Secret(token));
  }

  private String tokenIn(String file) {
    try {
      return Files.readString(home.resolve(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      problem("telegram.token-file", "names a file that cannot be read: " + file);
      return "";
    }
  }

  private <T> T read(String key, Function<String, T> parser) {
    try {
      return parser.apply(value(key));
    } catch (IllegalArgumentException | ArithmeticException e) {
      problem(key, "is \"" + value(key) + "\", which " + e.getMessage());
      // Only read to find further problems: what is refused is never used.
      return parser.apply(DEFAULTS.getOrDefault(key, ""));
    }
  }

  private <T> Optional<T> optional(String key, Function<String, T> parser) {
    return value(key).isEmpty() ? Optional.empty() : tryRead(key, parser);
  }

  private <T> Optional<T> tryRead(String key, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(value(key)));
    } catch (IllegalArgumentException e) {
      problem(key, "is \"" + value(key) + "\", which " + e.getMessage());
      return Optional.empty();
    }
  }

  private String value(String key) {
    @Nullable Setting setting = effective.get(key);
    return setting == null ? "" : setting.value();
  }

  private void problem(String key, String what) {
    Setting setting = effective.get(key);
    String origin = setting == null ? "default" : setting.origin();
    problems.add(key + " (" + origin + ") " + what + ".");
  }
}
