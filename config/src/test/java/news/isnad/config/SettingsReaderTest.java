package news.isnad.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.config.Configuration.Read;
import news.isnad.config.Configuration.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final String TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

  @TempDir Path home;

  @Test
  void nothingSet_defaults() {
    Settings settings = accepted("", Map.of()).settings();
    assertThat(settings.dataDir()).isEqualTo(home.resolve("data").toAbsolutePath());
    assertThat(settings.fetch().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.fetch().maxBody()).isEqualTo(10L << 20);
    assertThat(settings.fetch().ports()).containsExactly(80, 443);
    assertThat(settings.telegram().token()).isEmpty();
    assertThat(settings.poll().interval()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void nestedAndDottedKeys_areEqual() {
    String dotted = "fetch.timeout: 5s\ntelegram.operators: [1, 2]\n";
    String nested = "fetch:\n  timeout: 5s\ntelegram:\n  operators: [1, 2]\n";
    assertThat(accepted(dotted, Map.of()).settings())
        .isEqualTo(accepted(nested, Map.of()).settings());
  }

  @Test
  void optionWinsOverEnvironmentWinsOverFile() {
    Map<String, String> environment = Map.of("ISNAD_FETCH_TIMEOUT", "6s");
    assertThat(accepted("fetch.timeout: 5s", environment).settings().fetch().timeout())
        .isEqualTo(Duration.ofSeconds(6));
    Configuration read =
        SettingsReader.read(
            home, file("data.dir: a"), Map.of("ISNAD_DATA_DIR", "b"), Map.of("data.dir", "c"));
    assertThat(((Read) read).settings().dataDir()).isEqualTo(home.resolve("c").toAbsolutePath());
  }

  @Test
  void hyphens_becomeUnderscoresInTheEnvironment() {
    Read read = accepted("", Map.of("ISNAD_FETCH_MAX_BODY", "2KB"));
    assertThat(read.settings().fetch().maxBody()).isEqualTo(2048);
    assertThat(read.effective())
        .contains(new Setting("fetch.max-body", "2KB", "ISNAD_FETCH_MAX_BODY"));
  }

  @Test
  void allProblems_areReportedTogether_withKeyOriginAndRemedy() {
    List<String> problems =
        refused(
            "fetch.timeot: 5s\nfetch.max-body: much\nui.time-zone: Mars\n",
            Map.of("ISNAD_POLL_INTERVAL", "soon"));
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "fetch.timeot (isnad.yaml) is not a setting. Did you mean fetch.timeout?",
            "fetch.max-body (isnad.yaml) is \"much\", which is not a size such as 512KB or 10MB.",
            "ui.time-zone (isnad.yaml) is \"Mars\", which is not a time zone such as Asia/Riyadh or"
                + " UTC.",
            "poll.interval (ISNAD_POLL_INTERVAL) is \"soon\", which is not a duration such as 20s,"
                + " 5m, 12h or 7d.");
  }

  @Test
  void token_isMaskedEverywhere() {
    Read read = accepted("", Map.of("ISNAD_TELEGRAM_TOKEN", TOKEN));
    assertThat(read.settings().telegram().token()).contains(new Secret(TOKEN));
    assertThat(read.toString()).doesNotContain(TOKEN);
    assertThat(read.effective())
        .contains(new Setting("telegram.token", "********", "ISNAD_TELEGRAM_TOKEN"));
  }

  @Test
  void token_ofWrongForm_isRefusedWithoutShowingIt() {
    List<String> problems = refused("", Map.of("ISNAD_TELEGRAM_TOKEN", "hush-hush"));
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("telegram.token")
        .contains("BotFather");
    assertThat(problems.toString()).doesNotContain("hush-hush");
  }

  @Test
  void tokenFile_isRead() throws IOException {
    Files.writeString(home.resolve("token"), TOKEN + "\n");
    assertThat(accepted("telegram.token-file: token", Map.of()).settings().telegram().token())
        .contains(new Secret(TOKEN));
    assertThat(refused("telegram.token-file: gone", Map.of()))
        .singleElement()
        .asString()
        .contains("gone");
  }

  @Test
  void rangesAndHosts_areChecked() {
    assertThat(refused("fetch.allow: [10.0.0.0/33]", Map.of())).hasSize(1);
    assertThat(refused("fetch.hosts: [news.example]", Map.of())).hasSize(1);
    Settings.Fetch fetch =
        accepted(
                "fetch.hosts: {News.Example: 127.0.0.1}\nfetch.allow: [127.0.0.0/8, '::1']\n",
                Map.of())
            .settings()
            .fetch();
    assertThat(fetch.hosts()).containsEntry("news.example", "127.0.0.1");
    assertThat(fetch.allow()).containsExactly("127.0.0.0/8", "::1");
  }

  @Test
  void brokenYaml_namesTheLine() {
    assertThat(refused("fetch:\n  timeout: [5s\n", Map.of()))
        .singleElement()
        .asString()
        .contains("isnad.yaml")
        .contains("line");
    assertThat(refused("fetch.timeout: 5s\nfetch.timeout: 6s\n", Map.of())).hasSize(1);
  }

  @Test
  void sectionWithNothingInIt_saysNothing() {
    assertThat(accepted("fetch:\npoll:\n", Map.of()).settings())
        .isEqualTo(accepted("", Map.of()).settings());
  }

  @Test
  void otherStore_isRefused() {
    assertThat(refused("store.url: postgresql://db/isnad", Map.of()))
        .singleElement()
        .asString()
        .startsWith("store.url (isnad.yaml)");
  }

  @Test
  void translation_isOffUntilAServiceIsNamed_andItsKeyIsNeverShown() {
    Configuration.Read named =
        accepted(
            "language: {translation: 'http://127.0.0.1:5000', translation-key: k3y}", Map.of());
    assertThat(named.settings().language().translation())
        .contains(URI.create("http://127.0.0.1:5000"));
    assertThat(named.settings().language().translationKey().map(Secret::reveal)).contains("k3y");
    assertThat(named.toString()).doesNotContain("k3y");
    assertThat(refused("language.translation: somewhere", Map.of())).hasSize(1);
  }

  @Test
  void optionalFiles_mustBeThere() throws IOException {
    assertThat(refused("language: {dictionary: gone.index, embedding: gone}", Map.of()))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("gone", "leave it empty"));
    Files.writeString(home.resolve("eng-ara.index"), "");
    Settings.Language language =
        accepted("language: {dictionary: eng-ara, embedding: .}", Map.of()).settings().language();
    assertThat(language.dictionary()).contains(home.resolve("eng-ara").toAbsolutePath());
    assertThat(language.embedding()).contains(home.toAbsolutePath());
    assertThat(accepted("", Map.of()).settings().language()).isEqualTo(Settings.Language.NONE);
  }

  @Test
  void unknownVariable_isAWarning() {
    assertThat(accepted("", Map.of("ISNAD_FETCH_TIMEOT", "5s")).warnings())
        .containsExactly("ISNAD_FETCH_TIMEOT is not a setting and has no effect.");
  }

  @Test
  void shippedFile_listsEverySettingWithItsDefault() throws IOException {
    String shipped = Files.readString(Path.of("isnad.yaml"));
    Pattern line = Pattern.compile("^  ([a-z-]+): (.*)$|^([a-z]+):$", Pattern.MULTILINE);
    Matcher matcher = line.matcher(shipped);
    String section = "";
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        section = matcher.group(3);
      } else {
        String value = matcher.group(2).replaceAll("^\\[|\\]$|\"", "");
        found.add(section + "." + matcher.group(1) + "=" + value);
      }
    }
    List<String> expected = new ArrayList<>();
    SettingsReader.DEFAULTS.forEach((key, value) -> expected.add(key + "=" + value));
    assertThat(found).containsExactlyElementsOf(expected);
    assertThat(accepted(shipped, Map.of()).settings()).isEqualTo(accepted("", Map.of()).settings());
  }

  private Read accepted(String yaml, Map<String, String> environment) {
    Configuration read = SettingsReader.read(home, file(yaml), environment, Map.of());
    assertThat(read).isInstanceOf(Read.class);
    return (Read) read;
  }

  private List<String> refused(String yaml, Map<String, String> environment) {
    Configuration read = SettingsReader.read(home, file(yaml), environment, Map.of());
    assertThat(read).isInstanceOf(Refused.class);
    return ((Refused) read).problems();
  }

  private Optional<Path> file(String yaml) {
    try {
      return Optional.of(Files.writeString(home.resolve("isnad.yaml"), yaml));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
