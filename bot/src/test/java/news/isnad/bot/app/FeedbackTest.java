package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import news.isnad.bot.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers judged becomes an evaluation set that the evaluation reads. */
class FeedbackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARTICLE =
      "{\"id\": \"n-1\", \"url\": \"https://news.example/n-1\", \"outlet\": \"The Quay Gazette\","
          + " \"title\": \"Guild disbanded\", \"lang\": \"en\", \"published\":"
          + " \"2026-11-20T08:00:00Z\", \"text\": \"The tide was low. The harbour master Otto"
          + " Belwine said that the guild will be dissolved.\"}\n";

  @TempDir Path folder;

  private String run(String typed, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.getFirst().equals("eval")) {
      all.add("--data");
      all.add(folder.resolve("data").toString());
    }
    assertThat(Main.execute(terminal, InstantSource.system(), all.toArray(String[]::new))).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("judged").resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void judgedAnswers_areWritten_withoutWhoJudged_andRead() throws IOException {
    Path articles = folder.resolve("articles.jsonl");
    Files.writeString(articles, ARTICLE);
    run("", "ingest", articles.toString());
    String said = run("What did Otto Belwine say about the guild?\n3\n", "chat");
    assertThat(said).contains("[3] 👍");

    assertThat(run("", "feedback", "--out", folder.resolve("judged").toString()))
        .startsWith("1 questions with helpful answers, 0 with others, 1 articles");
    JsonNode question = lines("questions.jsonl").getFirst();
    assertThat(question.get("en").asText()).isEqualTo("What did Otto Belwine say about the guild?");
    assertThat(question.get("kind").asText()).isEqualTo("said_topic");
    JsonNode gold = question.get("gold").get(0);
    assertThat(gold.get("doc").asText()).isEqualTo("n-1");
    assertThat(gold.get("sentence").asInt()).isEqualTo(1);
    assertThat(gold.get("speaker").get("en").get(0).asText()).contains("Belwine");
    assertThat(question.has("person")).isFalse();
    assertThat(lines("articles.jsonl").getFirst().get("sentences")).hasSize(2);
    assertThat(lines("unhelpful.jsonl")).isEmpty();
    assertThat(
            run(
                "",
                "eval",
                "news",
                "--articles",
                folder.resolve("judged/articles.jsonl").toString(),
                "--questions",
                folder.resolve("judged/questions.jsonl").toString(),
                "--out",
                folder.resolve("answers.jsonl").toString()))
        .isNotNull();
    assertThat(Files.readString(folder.resolve("answers.jsonl"))).contains("\"doc\":\"n-1\"");
  }
}
