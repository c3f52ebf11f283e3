package news.isnad.bot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.terminal.Terminal;
import news.isnad.config.Configuration;
import news.isnad.config.Setting;
import news.isnad.config.SettingsReader;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** README is held against the program: every command, every setting with its default. */
class ReadmeTest {
  private static final Path HOME = Path.of("").toAbsolutePath().resolveSibling("");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([a-z]+)[ `]");
  private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| (.*?) \\| .+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  /** The launcher's own commands: Java never sees them. */
  private static final Set<String> LAUNCHER = Set.of("test", "pack");

  @Test
  void readme_namesEveryCommandAndNoOther() throws IOException {
    CommandLine line = Main.commandLine(silent(), InstantSource.system());

    Set<String> expected = new TreeSet<>(line.getSubcommands().keySet());
    expected.addAll(LAUNCHER);
    assertThat(named(section("The command line"), FIRST_CELL)).isEqualTo(expected);
  }

  @Test
  void readme_namesEveryPartOfACommand() throws IOException {
    Map<String, CommandLine> commands =
        Main.commandLine(silent(), InstantSource.system()).getSubcommands();

    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      for (CommandLine part : command.getValue().getSubcommands().values()) {
        if (!part.getCommandSpec().usageMessage().hidden()) {
          assertThat(row(command.getKey())).contains(part.getCommandName());
        }
      }
    }
  }

  @Test
  void readme_namesEveryCommandOfTheChat() throws IOException {
    String text = section("Run it on Telegram");

    assertThat(chatCommands())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(text).contains("`/" + name + "`"));
  }

  @Test
  void readme_hasEverySettingWithItsDefaultAndNoOther() throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    SETTING
        .matcher(section("Settings"))
        .results()
        .forEach(row -> written.put(row.group(1), row.group(2)));

    assertThat(written).containsExactlyEntriesOf(defaults(Optional.empty()));
  }

  @Test
  void readme_hasEveryMetricWithItsAlertAndNoOther() throws IOException {
    List<String> rows =
        section("Watching it").lines().filter(line -> line.startsWith("| `isnad_")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Metric.values()).map(Metric::row).toList());
  }

  @Test
  void alertRules_nameMetricsThatThereAre() throws IOException {
    Set<String> metrics =
        Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
    Set<String> named = named(section("Watching it"), Pattern.compile("\\b(isnad_[a-z_]+)"));

    assertThat(named).isEqualTo(metrics);
  }

  @Test
  void shippedConfiguration_hasTheDefaults() {
    assertThat(defaults(Optional.of(HOME.resolve("config/isnad.yaml"))))
        .isEqualTo(defaults(Optional.empty()));
  }

  @Test
  void readme_linksToWhatIsThere() throws IOException {
    List<String> links = LINK.matcher(readme()).results().map(link -> link.group(1)).toList();

    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(HOME.resolve(link)).exists());
  }

  private static Map<String, String> defaults(Optional<Path> file) {
    Configuration read = SettingsReader.read(HOME, file, Map.of(), Map.of());
    assertThat(read).isInstanceOf(Configuration.Read.class);
    return ((Configuration.Read) read)
        .effective().stream()
            .collect(
                Collectors.toMap(
                    Setting::key,
                    setting -> cell(setting.value()),
                    (one, _) -> one,
                    LinkedHashMap::new));
  }

  private static String cell(String value) {
    String spaced = value.replaceAll(",\\s*", ", ");
    return spaced.isEmpty() ? "empty" : "`" + spaced + "`";
  }

  /** Each has a description among the words of the interface. */
  private static Set<String> chatCommands() throws IOException {
    Properties words = new Properties();
    try (InputStream in =
            Objects.requireNonNull(Composer.class.getResourceAsStream("messages_en.properties"));
        Reader reader = new InputStreamReader(in, UTF_8)) {
      words.load(reader);
    }
    Set<String> names = new TreeSet<>();
    for (String key : words.stringPropertyNames()) {
      if (key.startsWith("command.")) {
        names.add(key.substring("command.".length()));
      }
    }
    names.removeAll(Set.of("line", "unknown"));
    return names;
  }

  private static String row(String command) throws IOException {
    return section("The command line")
        .lines()
        .filter(line -> line.matches("\\| `" + command + "[ `].*"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> named(String text, Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands under a heading. */
  private static String section(String title) throws IOException {
    String text = readme();
    int start = text.indexOf("\n## " + title + "\n");
    assertThat(start).as("heading %s", title).isNotNegative();
    int body = text.indexOf('\n', start + 1);
    return HEADING
        .matcher(text)
        .results()
        .filter(heading -> heading.start() > body)
        .findFirst()
        .map(next -> text.substring(body, next.start()))
        .orElseGet(() -> text.substring(body));
  }

  private static String readme() throws IOException {
    return Files.readString(HOME.resolve("README.md"), UTF_8);
  }

  private static Terminal silent() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, UTF_8);
    return new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere);
  }
}
