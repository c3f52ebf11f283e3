package news.isnad.bot.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import news.isnad.answer.Fitting;
import news.isnad.engine.Installed;

/** Fits the weights of answers to the developers' sets. Confined to one thread. */
final class FitCommand {
  private static final List<String> HEAD =
      List.of(
          "# Origin: written by ./isnad eval fit on the developers' sets of questions; not by"
              + " hand.",
          "# weight: how much a feature counts in the score of a unit. long: how much more in a"
              + " long",
          "# article. sure: how much in the probability that the best unit answers.",
          "# name, where somebody's own words are asked for, where anything is");

  private final PrintStream out;
  private final Path temporary;

  FitCommand(PrintStream out, Path temporary) {
    this.out = out;
    this.temporary = temporary;
  }

  /**
   * Writes the table of weights.
   *
   * @param sets folder with {@code news}, {@code news-ar} and {@code questions}
   * @param report where the reliability goes
   */
  void run(Path sets, Path report) throws IOException {
    FitExamples examples = new FitExamples();
    for (String set : List.of("news", "news-ar")) {
      new NewsEvaluation(out, temporary.resolve(set), Installed.NOTHING)
          .ask(
              NewsEvaluation.lines(sets.resolve(set).resolve("articles.jsonl")),
              NewsEvaluation.lines(sets.resolve(set).resolve("questions.jsonl")),
              UnaryOperator.identity(),
              (question, _, index, judgement) -> examples.news(set, question, index, judgement));
    }
    new QuestionsEvaluation(out, temporary, Installed.NOTHING)
        .ask(sets.resolve("questions"), FitExamples::collection, examples::addAll);
    Fitting fitting = new Fitting(examples.examples());
    HEAD.forEach(out::println);
    fitting.rows().forEach(out::println);
    Files.write(report, fitting.report());
  }
}
