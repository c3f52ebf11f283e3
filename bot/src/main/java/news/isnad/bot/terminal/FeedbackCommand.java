package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Memory.Judged;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.question.Reading;
import news.isnad.speaker.Speech;
import news.isnad.store.DataFolder;
import news.isnad.text.Folding;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code feedback}: what readers thought of answers, as an evaluation set that {@code eval news}
 * reads.
 *
 * <ul>
 *   <li>{@code articles.jsonl}: the articles that judged answers cited, sentence by sentence.
 *   <li>{@code questions.jsonl}: questions whose answer, or whose "nothing found", more readers
 *       found helpful than not.
 *   <li>{@code unhelpful.jsonl}: the others, with the sentence that was shown: what answers them is
 *       for a person to say.
 * </ul>
 *
 * <p>Nobody who asked or judged stands in them, and of the time only the day. Follow-ups are left
 * out: their words alone do not say what was asked.
 */
@Command(
    name = "feedback",
    description = "Write what readers found helpful as an evaluation set, without who they were.")
public final class FeedbackCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private final Common common = new Common();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "a new folder")
  private @Nullable Path out;

  private final Workplace workplace;

  public FeedbackCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Path folder = Objects.requireNonNull(out);
    if (Files.exists(folder)) {
      workplace.terminal().problem(folder + " exists already. Name a new folder.");
      return Workplace.FAILED;
    }
    return workplace.inFolder(
        common, "feedback", (settings, data, _) -> write(settings, data, folder));
  }

  private int write(Settings settings, DataFolder data, Path folder) {
    try (Engine engine = workplace.engine(settings, data)) {
      List<Judged> judged =
          new Memory(engine.database(), engine.articles())
              .judged().stream()
                  .filter(FeedbackCommand::saysWhatIsAsked)
                  .sorted(Comparator.comparing(Judged::question))
                  .toList();
      Map<String, ObjectNode> articles = new LinkedHashMap<>();
      List<ObjectNode> questions = new ArrayList<>();
      List<ObjectNode> unhelpful = new ArrayList<>();
      for (Judged each : judged) {
        List<ObjectNode> lines = each.good() > each.bad() ? questions : unhelpful;
        lines.add(question("f" + (questions.size() + unhelpful.size() + 1), each, articles));
      }
      Files.createDirectories(folder);
      write(folder.resolve("articles.jsonl"), articles.values());
      write(folder.resolve("questions.jsonl"), questions);
      write(folder.resolve("unhelpful.jsonl"), unhelpful);
      workplace
          .terminal()
          .say(
              "%d questions with helpful answers, %d with others, %d articles: %s",
              questions.size(), unhelpful.size(), articles.size(), folder);
      return Workplace.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written", e);
    }
  }

  private static void write(Path file, Iterable<ObjectNode> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ObjectNode line : lines) {
      text.append(JSON.writeValueAsString(line)).append('\n');
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Whether what the question was about stands in its own words. */
  private static boolean saysWhatIsAsked(Judged judged) {
    String folded = Folding.fold(judged.question());
    return judged
        .reading()
        .filter(
            reading ->
                reading.topic().stream().allMatch(word -> folded.contains(Folding.fold(word)))
                    && reading
                        .speaker()
                        .map(asked -> folded.contains(Folding.fold(asked.name())))
                        .orElse(true))
        .isPresent();
  }

  private static ObjectNode question(String id, Judged judged, Map<String, ObjectNode> articles) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", id);
    line.put("kind", kind(judged));
    line.put("en", judged.question());
    line.put("ar", judged.question());
    line.put("wording", judged.language().code());
    line.put("now", day(judged.at()));
    line.put("answerable", judged.found());
    line.putArray("tags");
    ArrayNode gold = line.putArray("gold");
    judged.citations().stream()
        .limit(judged.found() ? 1 : 0)
        .forEach(citation -> gold.add(gold(citation, articles)));
    return line;
  }

  private static String kind(Judged judged) {
    if (!judged.found()) {
      return "u_topic";
    }
    boolean topic = judged.reading().filter(reading -> !reading.topic().isEmpty()).isPresent();
    return switch (judged.reading().map(Reading::kind).orElse(Reading.Kind.KEYWORD)) {
      case SAID_BY -> topic ? "said_topic" : "said_any";
      case KEYWORD, LATEST -> "keyword";
      case WHO, WHAT, WHEN, WHERE, HOW_MANY -> "fact";
    };
  }

  private static ObjectNode gold(Citation citation, Map<String, ObjectNode> articles) {
    Edition edition = citation.edition();
    String language = edition.language().code();
    List<Span> sentences = Sentences.of(edition.text(), edition.language());
    articles.computeIfAbsent(language + "|" + edition.article(), _ -> article(edition, sentences));
    ObjectNode gold = JSON.createObjectNode();
    gold.put("doc", edition.article());
    gold.put("sentence", sentenceAt(sentences, citation.span().start()));
    gold.putArray("langs").add(language);
    boolean spoken = citation.speaker().isPresent() && citation.speech() != Speech.NONE;
    if (spoken) {
      gold.putObject("speaker").putArray(language).add(citation.speaker().get().name());
    } else {
      gold.putNull("speaker");
    }
    gold.putObject("speech").put(language, citation.speech().json());
    if (!citation.upstream().isEmpty()) {
      ObjectNode upstream = gold.putObject("upstream");
      ArrayNode names = upstream.putArray("names");
      citation.upstream().forEach(link -> names.add(link.name()));
      upstream.put("required", false);
    }
    gold.put("speaker_scored", spoken);
    return gold;
  }

  private static int sentenceAt(List<Span> sentences, int offset) {
    int at = 0;
    while (at + 1 < sentences.size() && sentences.get(at + 1).start() <= offset) {
      at++;
    }
    return at;
  }

  private static ObjectNode article(Edition edition, List<Span> sentences) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", edition.article());
    line.put("lang", edition.language().code());
    line.put("outlet", edition.outlet());
    line.put("published", day(edition.published().orElse(edition.ingested())));
    line.put("published_basis", edition.published().isPresent() ? "stated" : "ingested");
    line.put("title", edition.title());
    ArrayNode all = line.putArray("sentences");
    sentences.forEach(
        sentence -> all.add(sentence.of(edition.text()).replaceAll("\\s+", " ").strip()));
    return line;
  }

  private static String day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
