package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Judgement;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Edition;
import news.isnad.engine.Engine;
import news.isnad.engine.Installed;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;
import news.isnad.text.Span;

/**
 * Runs the sets of news questions: reads articles and questions, never answers, and writes what
 * their scorer reads. Confined to one thread.
 */
final class NewsEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final Path temporary;
  private final Installed installed;

  NewsEvaluation(PrintStream out, Path temporary, Installed installed) {
    this.installed = installed;
    this.out = out;
    this.temporary = temporary;
  }

  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  static ArticleDraft draft(JsonNode line) {
    List<String> sentences = new ArrayList<>();
    line.path("sentences").forEach(sentence -> sentences.add(sentence.asText()));
    String text = sentences.isEmpty() ? line.path("text").asText() : String.join("\n", sentences);
    return new ArticleDraft(
        Optional.of(line.get("id").asText()),
        Optional.empty(),
        Optional.empty(),
        line.path("outlet").asText("unknown"),
        line.path("title").asText(),
        Language.of(line.path("lang").asText()).orElseGet(() -> Language.detect(text)),
        instant(line.get("published")),
        text);
  }

  private static Optional<Instant> instant(@org.jspecify.annotations.Nullable JsonNode node) {
    if (node == null || node.isNull() || node.asText().isEmpty()) {
      return Optional.empty();
    }
    String text = node.asText();
    return Optional.of(
        text.length() == 10
            ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
            : OffsetDateTime.parse(text).toInstant());
  }

  /** Told of each question that was asked, in order. */
  @FunctionalInterface
  interface Heard {
    void judged(JsonNode question, String wording, String index, Judgement judgement)
        throws IOException;
  }

  /**
   * Both wordings over the documents of each language, and over all of them.
   *
   * @param typed what becomes of a question on its way
   */
  void answers(List<JsonNode> articles, List<JsonNode> questions, UnaryOperator<String> typed)
      throws IOException {
    ask(
        articles,
        questions,
        typed,
        (question, wording, index, judgement) ->
            out.println(
                JSON.writeValueAsString(line(question, wording, index, judgement.answer()))));
  }

  /** Asks the same and hands on what was judged. */
  void ask(
      List<JsonNode> articles, List<JsonNode> questions, UnaryOperator<String> typed, Heard heard)
      throws IOException {
    Set<String> indexes = new TreeSet<>();
    articles.forEach(article -> indexes.add(article.get("lang").asText()));
    if (indexes.size() > 1) {
      indexes.add("mixed");
    }
    Instant newest =
        articles.stream()
            .flatMap(article -> instant(article.get("published")).stream())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    for (String index : indexes) {
      List<ArticleDraft> drafts =
          articles.stream()
              .filter(one -> index.equals("mixed") || index.equals(one.get("lang").asText()))
              .map(NewsEvaluation::draft)
              .toList();
      try (Engine engine = engine(index)) {
        engine.articles().store(drafts);
        engine.catchUp();
        for (String wording : List.of("en", "ar")) {
          ask(engine, questions, wording, index, newest.plus(Duration.ofDays(1)), typed, heard);
        }
      }
    }
  }

  private Engine engine(String name) {
    Path folder = temporary.resolve(name);
    return Engine.open(
        folder.resolve("isnad.db"),
        folder.resolve("index"),
        List.of(),
        KnownNames.shipped(),
        installed,
        InstantSource.system());
  }

  private static void ask(
      Engine engine,
      List<JsonNode> questions,
      String wording,
      String index,
      Instant standardNow,
      UnaryOperator<String> typed,
      Heard heard)
      throws IOException {
    Map<String, Reading> readings = new HashMap<>();
    for (JsonNode question : questions) {
      Optional<Reading> before =
          Optional.ofNullable(readings.get(question.path("after").asText("")));
      Instant now = instant(question.get("now")).orElse(standardNow);
      Judgement judgement =
          engine.judge(
              typed.apply(question.get(wording).asText()),
              new Asking(now, ZoneOffset.UTC, Optional.empty(), before));
      readings.put(question.get("id").asText(), judgement.answer().reading());
      heard.judged(question, wording, index, judgement);
    }
  }

  private static ObjectNode line(JsonNode question, String wording, String index, Answer answer) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", question.get("id").asText());
    line.put("lang", wording);
    line.put("index", index);
    line.put("answered", answer instanceof Answer.Found);
    ArrayNode passages = line.putArray("passages");
    if (answer instanceof Answer.Found found) {
      found.citations().forEach(citation -> passages.add(passage(citation)));
    }
    return line;
  }

  private static ObjectNode passage(Citation citation) {
    ObjectNode passage = JSON.createObjectNode();
    passage.put("doc", citation.edition().article());
    passage.put("lang", citation.edition().language().code());
    passage.put("sentence_start", lineAt(citation.edition(), citation.span().start()));
    passage.put("sentence_end", lineAt(citation.edition(), citation.span().end() - 1));
    boolean spoken = citation.speech() != Speech.NONE;
    passage.put("speaker", spoken ? citation.speaker().map(who -> who.name()).orElse(null) : null);
    passage.put("speech_kind", citation.speech().json());
    String links =
        citation.upstream().stream().map(Upstream::name).collect(Collectors.joining(", "));
    passage.put("upstream", links.isEmpty() ? null : links);
    return passage;
  }

  static int lineAt(Edition edition, int offset) {
    int line = 0;
    for (int i = 0; i < offset; i++) {
      line += edition.text().charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /** Every sentence in which somebody speaks, with the speaker. */
  void attribution(List<JsonNode> articles) throws IOException {
    try (Engine engine = engine("attribution")) {
      long sequence = 0;
      for (JsonNode article : articles) {
        ArticleDraft draft = draft(article);
        Edition edition =
            new Edition(
                ++sequence,
                article.get("id").asText(),
                1,
                draft.url(),
                draft.outlet(),
                draft.title(),
                draft.language(),
                draft.published(),
                Instant.EPOCH,
                draft.text());
        write(edition, engine.understand(edition));
      }
    }
  }

  private void write(Edition edition, List<Statement> statements) throws IOException {
    Map<Integer, String> speakers = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement.kind() == Statement.Kind.SAID && statement.speaker().isPresent()) {
        Span span = statement.span();
        for (int i = lineAt(edition, span.start()); i <= lineAt(edition, span.end() - 1); i++) {
          speakers.putIfAbsent(i, statement.speaker().get().name());
        }
      }
    }
    for (Map.Entry<Integer, String> sentence : speakers.entrySet()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("doc", edition.article());
      line.put("lang", edition.language().code());
      line.put("sentence", sentence.getKey());
      line.put("speaker", sentence.getValue());
      out.println(JSON.writeValueAsString(line));
    }
  }
}
