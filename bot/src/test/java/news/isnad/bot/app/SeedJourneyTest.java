package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import news.isnad.bot.terminal.Terminal;
import news.isnad.testing.Shared;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that the project began with, from file to answer, alone and among other news. */
class SeedJourneyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void seedPage_isAnsweredInBothLanguages(boolean amongSamples) throws IOException {
    Path page = Shared.path("seed/erem-news.txt");
    assertThat(run("ingest", page.toString(), "--published", "2026-01-15")).isNotEmpty();
    if (amongSamples) {
      run("ingest", samples().toString());
    }

    for (String question :
        List.of(
            "What did the White House say about the Putin meeting?",
            "ماذا قال البيت الأبيض عن لقاء بوتين؟")) {
      JsonNode citation = cited(question);
      assertThat(citation.get("quote").asText())
          .isEqualTo("لا يوجد اجتماع مقرر من هذا القبيل في الوقت الحالي");
      assertThat(citation.get("speaker").asText()).isEqualTo("مسؤول في البيت الأبيض");
      assertThat(citation.get("speech").asText()).isEqualTo("direct");
      assertThat(citation.get("outlet").asText()).isEqualTo("Erem News");
      assertThat(citation.get("upstream").get(0).asText()).isEqualTo("بلومبيرغ");
    }

    for (String question : List.of("Did the Kremlin comment?", "هل علق الكرملين؟")) {
      JsonNode citation = cited(question);
      assertThat(citation.get("quote").asText()).isEqualTo("ولم يرد الكرملين على طلب للتعليق");
      assertThat(citation.get("speech").asText()).isEqualTo("none");
      assertThat(citation.get("speaker").isNull()).isTrue();
      assertThat(citation.get("upstream").get(0).asText()).isEqualTo("بلومبيرغ");
    }

    for (String question : List.of("ماذا قال ترامب عن بوتين؟", "What did Trump say about Putin?")) {
      JsonNode citation = cited(question);
      assertThat(citation.get("quote").asText()).contains("\"غير راضٍ\" عن بوتين");
      assertThat(citation.get("speaker").asText()).isEqualTo("ترامب");
      assertThat(citation.get("speech").asText()).isEqualTo("mixed");
    }

    for (String question :
        List.of(
            "Where did Witkoff and Kushner attend a meeting of the Coalition of the Willing?",
            "أين حضر ويتكوف وكوشنر اجتماع تحالف الراغبين؟",
            "What did Putin say about the meeting?",
            "ماذا قال بوتين عن الاجتماع؟")) {
      assertThat(ask(question).get("answered").asBoolean()).as(question).isFalse();
    }
  }

  private JsonNode cited(String question) throws IOException {
    JsonNode answer = ask(question);
    assertThat(answer.get("answered").asBoolean()).as(question).isTrue();
    return answer.get("citations").get(0);
  }

  private JsonNode ask(String question) throws IOException {
    return JSON.readTree(run("ask", "--json", "--now", "2026-01-16", question));
  }

  /** What a command prints, in this test's data folder. */
  private String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    assertThat(Main.execute(terminal, InstantSource.system(), all)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path samples() throws IOException {
    Path file = folder.resolve("sample.jsonl");
    try (InputStream in = Terminal.class.getResourceAsStream("sample.jsonl")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }
}
