package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.isnad.answer.Answer;
import news.isnad.answer.Judgement;
import news.isnad.article.ArticleDraft;
import news.isnad.engine.Engine;
import news.isnad.engine.Installed;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Asking;
import news.isnad.text.Language;

/**
 * Runs the set of questions on a large collection: each question on the passages of its language,
 * of the other one, and of both. Reads passages and questions, never answers. Confined to one
 * thread; asks with all processors.
 */
final class QuestionsEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PASSAGES = 10;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final PrintStream out;
  private final Path temporary;

  private final Installed installed;

  QuestionsEvaluation(PrintStream out, Path temporary, Installed installed) {
    this.out = out;
    this.temporary = temporary;
    this.installed = installed;
  }

  /** Turns what was judged into something; called by several threads at once. */
  @FunctionalInterface
  interface Heard<T> {
    T judged(JsonNode question, String mode, Judgement judgement);
  }

  void run(Path set) throws IOException {
    ask(set, QuestionsEvaluation::line, out::println);
  }

  /** Asks every question and takes what is made of the judgements, in order. */
  <T> void ask(Path set, Heard<T> heard, Consumer<T> take) throws IOException {
    List<JsonNode> questions = NewsEvaluation.lines(set.resolve("questions.jsonl"));
    Map<String, List<ArticleDraft>> collections = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      String code = language.code();
      List<ArticleDraft> drafts =
          NewsEvaluation.lines(set.resolve("passages-" + code + ".jsonl")).stream()
              .map(QuestionsEvaluation::draft)
              .toList();
      collections.put(code, drafts);
    }
    List<ArticleDraft> all = new ArrayList<>();
    collections.values().forEach(all::addAll);
    collections.put("mixed", all);
    for (Map.Entry<String, List<ArticleDraft>> collection : collections.entrySet()) {
      ask(collection.getKey(), collection.getValue(), questions, heard, take);
    }
  }

  private static ArticleDraft draft(JsonNode passage) {
    return new ArticleDraft(
        Optional.of(passage.get("id").asText()),
        Optional.empty(),
        Optional.empty(),
        "collection",
        passage.path("title").asText(),
        Language.of(passage.get("lang").asText()).orElseThrow(),
        Optional.empty(),
        passage.get("text").asText());
  }

  private <T> void ask(
      String name,
      List<ArticleDraft> drafts,
      List<JsonNode> questions,
      Heard<T> heard,
      Consumer<T> take) {
    Path folder = temporary.resolve(name);
    try (Engine engine =
        Engine.open(
            folder.resolve("isnad.db"),
            folder.resolve("index"),
            List.of(),
            KnownNames.shipped(),
            installed,
            InstantSource.system())) {
      engine.articles().store(drafts);
      engine.catchUp();
      questions.parallelStream()
          .map(question -> judged(engine, name, question, heard))
          .forEachOrdered(take);
    }
  }

  private static <T> T judged(Engine engine, String collection, JsonNode question, Heard<T> heard) {
    String lang = question.get("lang").asText();
    Judgement judgement =
        engine.judge(
            question.get("text").asText(),
            new Asking(NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty()));
    String mode =
        collection.equals("mixed") ? collection : collection.equals(lang) ? "same" : "cross";
    return heard.judged(question, mode, judgement);
  }

  private static String line(JsonNode question, String mode, Judgement judgement) {
    ObjectNode line = JSON.createObjectNode();
    line.put("question", question.get("id").asText());
    line.put("mode", mode);
    Map<String, Double> best = new LinkedHashMap<>();
    for (Judgement.Judged judged : judgement.judged()) {
      best.putIfAbsent(judged.edition().article(), judged.score());
    }
    ArrayNode passages = line.putArray("passages");
    best.entrySet().stream()
        .limit(PASSAGES)
        .forEach(passage -> passages.addArray().add(passage.getKey()).add(passage.getValue()));
    line.put("answered", judgement.answer() instanceof Answer.Found);
    line.put("confidence", judgement.confidence());
    sentence(judgement).ifPresent(sentence -> line.put("answer", sentence));
    try {
      return JSON.writeValueAsString(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is shown first, answered or not: whether to answer is measured for itself. */
  private static Optional<String> sentence(Judgement judgement) {
    return judgement.judged().stream()
        .findFirst()
        .map(first -> first.span().of(first.edition().text()));
  }
}
