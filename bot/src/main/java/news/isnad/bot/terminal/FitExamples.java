package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.answer.Fitting.Candidate;
import news.isnad.answer.Fitting.Example;
import news.isnad.answer.Judgement;
import news.isnad.answer.Judgement.Judged;
import news.isnad.question.Reading;
import news.isnad.text.Folding;

/**
 * Makes examples for fitting of what the engine judged and what the sets say is right. Only fitting
 * reads answers, evaluation never does. Confined to one thread.
 */
final class FitExamples {
  private static final int UNITS = 50;

  /** All questions of a set in all its runs count as much as so many. */
  private static final double NEWS = 1200;

  private static final double NEWS_IN_ARABIC = 600;
  private static final double COLLECTION = 1500;

  private final List<Example> examples = new ArrayList<>();

  /** What was collected, the sets brought to their weights. */
  List<Example> examples() {
    return examples.stream().map(this::weighted).toList();
  }

  private Example weighted(Example example) {
    long many = examples.stream().filter(one -> one.set().equals(example.set())).count();
    double all =
        switch (example.set()) {
          case "news" -> NEWS;
          case "news-ar" -> NEWS_IN_ARABIC;
          default -> COLLECTION / 3;
        };
    return new Example(
        example.set(),
        example.document(),
        example.asksForWords(),
        example.answerable(),
        example.things(),
        example.units(),
        all / many);
  }

  // ---- news

  void news(String set, JsonNode question, String index, Judgement judgement) {
    List<JsonNode> gold = new ArrayList<>();
    for (JsonNode one : question.path("gold")) {
      if (index.equals("mixed") || contains(one.get("langs"), index)) {
        gold.add(one);
      }
    }
    boolean answerable = question.get("answerable").asBoolean();
    if (answerable && gold.isEmpty()) {
      return;
    }
    String document =
        gold.isEmpty() ? question.get("id").asText() : gold.getFirst().get("doc").asText();
    List<Candidate> units = new ArrayList<>();
    for (Judged judged : considered(judgement)) {
      boolean right = gold.stream().anyMatch(one -> isGold(one, judged));
      units.add(new Candidate(judged.edition().article(), judged.features(), right, right));
    }
    addAll(example(set, document, answerable, judgement, units));
  }

  private static boolean isGold(JsonNode gold, Judged judged) {
    int sentence = gold.get("sentence").asInt();
    return gold.get("doc").asText().equals(judged.edition().article())
        && contains(gold.get("langs"), judged.edition().language().code())
        && NewsEvaluation.lineAt(judged.edition(), judged.span().start()) <= sentence
        && sentence <= NewsEvaluation.lineAt(judged.edition(), judged.span().end() - 1);
  }

  // ---- collection

  static List<Example> collection(JsonNode question, String mode, Judgement judgement) {
    Set<String> relevant = new HashSet<>();
    List<String> answers = new ArrayList<>();
    if (!mode.equals("cross")) {
      question.path("relevant").forEach(one -> relevant.add(one.asText()));
      question.path("answer_texts").forEach(one -> answers.add(padded(one.asText())));
    }
    if (!mode.equals("same")) {
      question.path("relevant_cross").forEach(one -> relevant.add(one.asText()));
      question.path("answer_texts_cross").forEach(one -> answers.add(padded(one.asText())));
    }
    String why = question.path("why").asText("");
    if (why.equals("written")
        || (relevant.isEmpty() && !(why.equals("removed") && mode.equals("mixed")))) {
      return List.of();
    }
    List<Candidate> units = new ArrayList<>();
    for (Judged judged : considered(judgement)) {
      boolean near = relevant.contains(judged.edition().article());
      String words = padded(judged.span().of(judged.edition().text()));
      boolean right = near && answers.stream().anyMatch(words::contains);
      units.add(new Candidate(judged.edition().article(), judged.features(), right, near));
    }
    String document = relevant.stream().sorted().findFirst().orElse(question.get("id").asText());
    return example("questions-" + mode, document, !relevant.isEmpty(), judgement, units);
  }

  private static String padded(String text) {
    return " " + Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private static boolean contains(JsonNode list, String value) {
    for (JsonNode one : list) {
      if (one.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Where somebody's words are asked for, only theirs compete. */
  private static List<Judged> considered(Judgement judgement) {
    boolean words = asksForWords(judgement);
    return judgement.judged().stream()
        .filter(judged -> judged.admissible() || !words)
        .limit(UNITS)
        .toList();
  }

  private static boolean asksForWords(Judgement judgement) {
    Reading reading = judgement.answer().reading();
    return reading.hints().speakerRequired() && reading.speaker().isPresent();
  }

  /** Takes examples. */
  void addAll(List<Example> more) {
    examples.addAll(more);
  }

  /** None where the collection's questions are taken for questions on somebody's words. */
  private static List<Example> example(
      String set, String document, boolean answerable, Judgement judgement, List<Candidate> units) {
    boolean words = asksForWords(judgement);
    return words && set.startsWith("questions")
        ? List.of()
        : List.of(
            new Example(set, document, words, answerable, judgement.topic().size(), units, 1));
  }
}
