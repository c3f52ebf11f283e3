package news.isnad.bot.subscription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.bot.compose.News;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Tells whether an edition says that it was put right or taken back, by the table {@code
 * corrections.tsv}. In a title a cue must be followed by punctuation, so that "Correction: ..." is
 * one and "Correction of the course" is none. Immutable.
 */
final class Corrections {
  private static final Corrections SHIPPED = new Corrections();

  /** No article is so long that a note at its end would not be seen. */
  private static final int LONGEST = 60_000;

  private final List<Row> rows = rows();

  private Corrections() {}

  /** The rows that ship. */
  static Corrections shipped() {
    return SHIPPED;
  }

  /**
   * A row of the table.
   *
   * @param title whether it stands at the beginning of the title, else in the text
   */
  record Row(
      Language language,
      News news,
      boolean title,
      List<List<String>> cues,
      String example,
      String counterExample) {
    private static Row of(List<String> row) {
      Language language = Language.of(row.get(0)).orElseThrow();
      return new Row(
          language,
          row.get(1).equals("withdrawal") ? News.WITHDRAWAL : News.CORRECTION,
          row.get(2).equals("title"),
          Tables.alternatives(row.get(3)).stream().map(cue -> folded(cue, language)).toList(),
          row.get(4),
          row.get(5));
    }
  }

  static List<Row> rows() {
    return Tables.shipped("corrections.tsv").stream().map(Row::of).toList();
  }

  /** What it says of itself: a correction, a withdrawal, or nothing. */
  Optional<News> of(Edition edition) {
    Language language = edition.language();
    String body = edition.text().substring(0, Math.min(LONGEST, edition.text().length()));
    String text = " " + String.join(" ", folded(body, language)) + " ";
    return rows.stream()
        .filter(row -> row.language == language)
        .filter(row -> row.title ? begins(row, edition.title()) : holds(row, text))
        .map(Row::news)
        .max(Comparator.naturalOrder());
  }

  /**
   * One thing that it says of itself. Immutable.
   *
   * @param sentence where it stands in the text; empty where the title says it
   */
  record Note(News news, Optional<Span> sentence) {}

  /** Each sentence in which it says so. */
  List<Note> notes(Edition edition) {
    List<Note> notes = new ArrayList<>();
    for (Span sentence : Sentences.of(edition.text(), edition.language())) {
      note(sentence.of(edition.text()), edition.language())
          .ifPresent(news -> notes.add(new Note(news, Optional.of(sentence))));
    }
    return notes;
  }

  private Optional<News> note(String sentence, Language language) {
    String text = " " + String.join(" ", folded(sentence, language)) + " ";
    return rows.stream()
        .filter(row -> row.language == language && !row.title && holds(row, text))
        .map(Row::news)
        .max(Comparator.naturalOrder());
  }

  private static boolean begins(Row row, String title) {
    List<Word> words = Words.folded(title, row.language);
    return row.cues.stream()
        .anyMatch(
            cue ->
                words.size() > cue.size()
                    && words.subList(0, cue.size()).stream().map(Word::folded).toList().equals(cue)
                    && isPunctuated(
                        title.substring(
                            words.get(cue.size() - 1).span().end(),
                            words.get(cue.size()).span().start())));
  }

  private static boolean isPunctuated(String between) {
    return between.codePoints().anyMatch(c -> ":-–—|/،,)]".indexOf(c) >= 0);
  }

  private static boolean holds(Row row, String text) {
    return row.cues.stream().anyMatch(cue -> text.contains(" " + String.join(" ", cue) + " "));
  }

  private static List<String> folded(String text, Language language) {
    return Words.folded(text, language).stream().map(Word::folded).toList();
  }
}
