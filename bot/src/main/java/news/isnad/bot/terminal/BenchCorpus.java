package news.isnad.bot.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.isnad.article.ArticleDraft;
import news.isnad.config.Tables;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;

/**
 * The articles and questions of the benchmark, each made from its number alone, so that every run
 * on every machine has the same. Every second article is Arabic. Confined to one thread.
 */
final class BenchCorpus {
  /** When the questions are asked. */
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** The uses of the sentences that are questions. */
  static final List<String> KINDS =
      List.of("said-by", "who", "what", "when", "where", "how-many", "latest", "keyword", "absent");

  private static final int FEWEST_SENTENCES = 8;
  private static final int MOST_SENTENCES = 14;
  private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;
  private static final long QUESTIONS = 1L << 40;

  private static final Pattern QUOTED = Pattern.compile("[\"«]");

  private final BenchWords words = new BenchWords();
  private final Map<String, List<String>> sentences = new TreeMap<>();

  BenchCorpus() {
    try (InputStream in = BenchCorpus.class.getResourceAsStream("bench-sentences.tsv")) {
      for (List<String> row : Tables.read(Objects.requireNonNull(in, "bench-sentences.tsv"))) {
        sentences
            .computeIfAbsent(row.get(0) + " " + row.get(1), _ -> new ArrayList<>())
            .add(row.get(2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("sentences of the benchmark cannot be read", e);
    }
  }

  /**
   * An article with who says what in it, as its writer meant it.
   *
   * @param statements the sentences that somebody says
   */
  record Told(ArticleDraft draft, List<Statement> statements) {}

  /** The article of a number, from 0. */
  ArticleDraft article(int number) {
    return told(number).draft();
  }

  /** The same, with its statements. */
  Told told(int number) {
    Language language = number % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
    SplittableRandom dice = dice(number);
    BenchStory story = new BenchStory(words, dice);
    String title = story.tell(one("title", language, dice), language);
    StringBuilder text = new StringBuilder();
    List<Statement> statements = new ArrayList<>();
    int length = FEWEST_SENTENCES + dice.nextInt(MOST_SENTENCES - FEWEST_SENTENCES + 1);
    for (int i = 0; i < length; i++) {
      String use = dice.nextInt(10) < 6 ? "said" : "fact";
      text.append(i == 0 ? "" : dice.nextInt(3) == 0 ? "\n" : " ");
      int start = text.length();
      String template = one(use, language, dice);
      text.append(story.tell(template, language));
      story
          .speaker(template, language)
          .map(speaker -> said(speaker, new Span(start, text.length()), text))
          .ifPresent(statements::add);
    }
    ArticleDraft draft =
        new ArticleDraft(
            Optional.of("bench-" + number),
            Optional.of(URI.create("https://bench.invalid/" + number)),
            Optional.empty(),
            words.outlet(dice).name(language),
            title,
            language,
            Optional.of(NOW.minus(Duration.ofMinutes(dice.nextInt(MINUTES_OF_A_YEAR)))),
            text.toString());
    return new Told(draft, statements);
  }

  private static Statement said(Speaker speaker, Span sentence, StringBuilder text) {
    boolean quoted = QUOTED.matcher(text.subSequence(sentence.start(), sentence.end())).find();
    Speech speech = quoted ? Speech.MIXED : Speech.REPORTED;
    return new Statement(
        sentence, sentence, Statement.Kind.SAID, speech, Optional.of(speaker), List.of());
  }

  /**
   * Questions on the first articles, every kind in both languages by turns. The language of the
   * question is not always that of the article.
   *
   * @param articles how many articles there are
   * @param round another round has other questions
   */
  List<String> questions(int articles, int round, int many) {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      SplittableRandom dice = dice(QUESTIONS * (round + 1) + i);
      BenchStory story = new BenchStory(words, dice(dice.nextInt(articles)));
      Language language = i % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
      String kind = KINDS.get(i / 2 % KINDS.size());
      questions.add(story.tell(one(kind, language, dice), language));
    }
    return questions;
  }

  private String one(String use, Language language, SplittableRandom dice) {
    List<String> all = sentences.getOrDefault(language.code() + " " + use, List.of());
    return all.get(dice.nextInt(all.size()));
  }

  private static SplittableRandom dice(long number) {
    return new SplittableRandom(number * 0x9E3779B97F4A7C15L + 1);
  }
}
