package news.isnad.bot.compose;

import java.util.ArrayList;
import java.util.List;
import news.isnad.answer.Citation;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;
import news.isnad.text.Span;

/** Quotations as lines of a block quote: the printed words, in their own language. */
final class Quotations {
  /** A quotation with its lines, and whether its end had to be left out. */
  record Quoted(List<Html.Line> lines, boolean shortened) {}

  private Quotations() {}

  /**
   * The words of a citation. Direct speech gets the quotation marks of its language, which are not
   * part of its span; other passages stand as printed, so that nobody takes them for a speaker's
   * own words.
   */
  static Quoted of(Citation citation, int longest) {
    String quote = Outside.passage(citation.quote()).strip();
    Language language = citation.edition().language();
    String kept = Shortening.beginning(quote, longest, language);
    boolean shortened = kept.length() < quote.length();
    String end = shortened ? " […]" : "";
    String shown =
        citation.speech() == Speech.DIRECT && !isMarked(quote)
            ? switch (language) {
              case ARABIC -> "«" + kept + "»" + end;
              case ENGLISH -> "“" + kept + "”" + end;
            }
            : kept + end;
    return new Quoted(lines(shown, language), shortened);
  }

  /** A passage as printed, with some stretches of its edition's text made bold. */
  static List<Html.Line> marked(Citation citation, List<Span> bold) {
    String text = citation.edition().text();
    Markup passage = Markup.none();
    int from = citation.span().start();
    for (Span each : bold) {
      passage =
          passage
              .then(plain(text.substring(from, each.start())))
              .then(Markup.bold(plain(each.of(text))));
      from = each.end();
    }
    passage = passage.then(plain(text.substring(from, citation.span().end())));
    return List.of(new Html.Line(citation.edition().language(), passage));
  }

  /** On one line: a tag must not be cut by a line's end. */
  private static Markup plain(String text) {
    return Markup.text(Outside.passage(text).replaceAll("\\s+", " "));
  }

  private static boolean isMarked(String quote) {
    return !quote.isEmpty() && "«\"“".indexOf(quote.charAt(0)) >= 0;
  }

  static List<Html.Line> lines(String text, Language language) {
    List<Html.Line> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        lines.add(new Html.Line(language, Markup.text(line.strip())));
      }
    }
    return lines;
  }
}
