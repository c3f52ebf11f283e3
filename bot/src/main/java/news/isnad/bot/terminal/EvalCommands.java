package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.isnad.article.Edition;
import news.isnad.engine.Installed;
import news.isnad.extract.ArticleExtractor;
import news.isnad.extract.ExtractionEvaluation;
import news.isnad.feed.FeedEvaluation;
import news.isnad.feed.FeedReader;
import news.isnad.ingest.Fuzz;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval}: runs evaluation sets and writes what their scorers read. */
public final class EvalCommands {
  private EvalCommands() {}

  /** The commands. */
  public static List<Object> all(Workplace workplace) {
    return List.of(new Eval(workplace));
  }

  /** Work that writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(PrintStream out, Path temporary, Installed installed) throws IOException;
  }

  /** {@code eval SET ...}. */
  @Command(name = "eval", description = "Run an evaluation set; write the file its scorer reads.")
  static final class Eval implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private final Common common = new Common();

    private final Workplace workplace;

    Eval(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      spec.commandLine().usage(workplace.terminal().err());
      return Workplace.WRONG_USE;
    }

    @Command(name = "news", description = "Questions on news: both wordings on each index.")
    int news(
        @Option(names = "--articles", required = true, paramLabel = "FILE") Path articles,
        @Option(names = "--questions", required = true, paramLabel = "FILE") Path questions,
        @Option(names = "--misspelt", description = "with one slip in each question")
            boolean misspelt,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      return writing(
          out,
          (lines, temporary, installed) ->
              new NewsEvaluation(lines, temporary, installed)
                  .answers(
                      NewsEvaluation.lines(articles),
                      NewsEvaluation.lines(questions),
                      misspelt ? Slips::in : UnaryOperator.identity()));
    }

    @Command(
        name = "questions",
        description = "Questions on a large collection: own language, other, both.")
    int questions(
        @Option(names = "--set", required = true, paramLabel = "DIR") Path set,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      return writing(
          out,
          (lines, temporary, installed) ->
              new QuestionsEvaluation(lines, temporary, installed).run(set));
    }

    @Command(
        name = "fit",
        description = "Fit the weights of answers to the sets; the only one that reads answers.")
    int fit(
        @Option(names = "--sets", required = true, paramLabel = "DIR") Path sets,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
        @Option(names = "--report", required = true, paramLabel = "FILE") Path report) {
      return writing(
          out, (lines, temporary, _) -> new FitCommand(lines, temporary).run(sets, report));
    }

    @Command(name = "attribution", description = "Who speaks in each sentence.")
    int attribution(
        @Option(names = "--articles", required = true, paramLabel = "FILE") Path articles,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      return writing(
          out,
          (lines, temporary, installed) ->
              new NewsEvaluation(lines, temporary, installed)
                  .attribution(NewsEvaluation.lines(articles)));
    }

    @Command(name = "stories", description = "Which articles report the same event.")
    int stories(
        @Option(names = "--articles", required = true, paramLabel = "FILE") Path articles,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      return writing(
          out, (lines, temporary, _) -> new StoriesEvaluation(lines, temporary).run(articles));
    }

    @Command(name = "feeds", description = "What the feed reader makes of each document.")
    int feeds(
        @Option(names = "--documents", required = true, paramLabel = "DIR") Path documents,
        @Option(names = "--list", required = true, paramLabel = "FILE") Path list,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      try {
        new FeedEvaluation(new FeedReader()).run(documents, list, out);
        return Workplace.DONE;
      } catch (IOException e) {
        return failed(e);
      }
    }

    @Command(name = "extraction", description = "The article found in each page.")
    int extraction(
        @Option(names = "--pages", required = true, paramLabel = "DIR") Path pages,
        @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
      try {
        new ExtractionEvaluation(new ArticleExtractor()).run(pages, out);
        return Workplace.DONE;
      } catch (IOException e) {
        return failed(e);
      }
    }

    @Command(
        name = "fuzz",
        description = "Mutilated documents: none may fail or take more than a second.")
    int fuzz(
        @Option(
                names = "--set",
                required = true,
                paramLabel = "DIR",
                description = "documents below it are mutilated; may be given several times")
            List<Path> sets,
        @Option(names = "--count", defaultValue = "1000000", paramLabel = "N") long count,
        @Option(names = "--seed", defaultValue = "1", paramLabel = "S") long seed,
        @Option(names = "--out", paramLabel = "FILE", description = "write the result there, too")
            @Nullable Path out) {
      try {
        List<byte[]> documents = new ArrayList<>();
        for (Path set : sets) {
          documents.addAll(Fuzz.documents(set));
        }
        Fuzz.Outcome outcome = new Fuzz(documents, seed).run(count);
        String result = FuzzReport.of(outcome, seed);
        workplace.terminal().out().print(result);
        workplace.terminal().out().flush();
        if (out != null) {
          Files.writeString(out, result, StandardCharsets.UTF_8);
        }
        return outcome.defects() + outcome.slow() == 0 ? Workplace.DONE : Workplace.FAILED;
      } catch (IOException e) {
        return failed(e);
      }
    }

    /** Works with what the operator has installed: with nothing, unless settings say otherwise. */
    private int writing(Path out, Writing work) {
      return workplace.withSettings(
          common, settings -> writing(out, work, Installed.by(settings.language())));
    }

    private int writing(Path out, Writing work, Installed installed) {
      try {
        Path temporary = Files.createTempDirectory("isnad-eval");
        try (PrintStream lines = new PrintStream(out.toFile(), StandardCharsets.UTF_8)) {
          work.to(lines, temporary, installed);
        } finally {
          delete(temporary);
        }
        return Workplace.DONE;
      } catch (IOException e) {
        return failed(e);
      }
    }

    private int failed(IOException e) {
      workplace.terminal().problem("evaluation failed: " + e.getMessage());
      return Workplace.FAILED;
    }

    private static void delete(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** A statement as JSON. */
  static ObjectNode json(Edition edition, Statement statement) {
    ObjectNode line = Terminal.object();
    line.put("article", edition.article());
    line.put("quote", statement.span().of(edition.text()));
    line.put("start", statement.span().start());
    line.put("end", statement.span().end());
    line.put("kind", statement.kind().name().toLowerCase(java.util.Locale.ROOT));
    line.put("speech", statement.speech().json());
    line.put("speaker", statement.speaker().map(Speaker::name).orElse(null));
    line.put("role", statement.speaker().flatMap(Speaker::role).orElse(null));
    line.put("entity", statement.speaker().flatMap(Speaker::entity).orElse(null));
    line.put("institution", statement.speaker().flatMap(Speaker::institution).orElse(null));
    ArrayNode upstream = line.putArray("upstream");
    statement.upstream().forEach(link -> upstream.add(link.name()));
    return line;
  }

  /** An edition that is not stored. */
  static Edition unstored(news.isnad.article.ArticleDraft draft) {
    return new Edition(
        1,
        draft.givenId().orElse("given"),
        1,
        draft.url(),
        draft.outlet(),
        draft.title(),
        draft.language(),
        draft.published(),
        Instant.EPOCH,
        draft.text());
  }

  /** The value of an option that picocli has made sure of. */
  static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
