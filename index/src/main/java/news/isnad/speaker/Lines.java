package news.isnad.speaker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import news.isnad.text.Words;

/** Cuts an edition into sentences with their tokens and quotations. Stateless. */
final class Lines {
  /** What is longer is no sentence; only its beginning is read. */
  private static final int LONGEST_SENTENCE = 400;

  /** Quotations of one sentence that are looked at. */
  private static final int MOST_PIECES = 40;

  private Lines() {}

  static List<Line> of(String text, Language language, KnownNames known, GluedNames glued) {
    List<Span> paragraphs = paragraphs(text);
    List<Span> sentences = Sentences.of(text, language);
    List<Integer> paragraphOf = new ArrayList<>();
    int paragraph = 0;
    for (Span sentence : sentences) {
      while (paragraph + 1 < paragraphs.size()
          && paragraphs.get(paragraph).end() <= sentence.start()) {
        paragraph++;
      }
      paragraphOf.add(paragraph);
    }
    List<Quotation> quotations = QuotationMarks.of(text, paragraphs, sentences);
    List<news.isnad.lexicon.Mention> names = known.mentions(text, Words.ofArticle(text, language));
    List<List<Token>> tokens = new ArrayList<>(sentences.size());
    sentences.forEach(one -> tokens.add(Tokens.of(text, one.start(), one.end())));
    List<List<Token>> words = language == Language.ARABIC ? glued.parted(tokens) : tokens;
    List<Line> lines = new ArrayList<>(sentences.size());
    Families families = new Families();
    boolean dotted = language == Language.ARABIC && text.contains(" على ");
    int first = 0;
    int name = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Span sentence = sentences.get(i);
      while (first < quotations.size() && quotations.get(first).outer().end() <= sentence.start()) {
        first++;
      }
      int after = name;
      while (after < names.size() && names.get(after).span().start() < sentence.end()) {
        after++;
      }
      lines.add(
          line(
              text,
              sentence,
              words.get(i),
              paragraphOf.get(i),
              quotations.subList(first, quotations.size()),
              first,
              names.subList(name, after),
              families,
              dotted));
      name = after;
    }
    return lines;
  }

  private static Line line(
      String text,
      Span sentence,
      List<Token> all,
      int paragraph,
      List<Quotation> quotations,
      int number,
      List<news.isnad.lexicon.Mention> names,
      Families families,
      boolean dotted) {
    List<Token> tokens =
        all.size() > LONGEST_SENTENCE ? List.copyOf(all.subList(0, LONGEST_SENTENCE)) : all;
    BitSet quoted = new BitSet(tokens.size());
    List<Line.Piece> pieces = new ArrayList<>();
    for (int q = 0; q < quotations.size(); q++) {
      Quotation quotation = quotations.get(q);
      if (quotation.outer().start() >= sentence.end() || pieces.size() >= MOST_PIECES) {
        break;
      }
      int from = -1;
      int to = -1;
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).start() >= quotation.span().start()
            && tokens.get(i).end() <= quotation.span().end()) {
          quoted.set(i);
          from = from < 0 ? i : from;
          to = i + 1;
        }
      }
      if (from >= 0) {
        Span span = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        pieces.add(
            new Line.Piece(
                from,
                to,
                span,
                number + q,
                quotation.outer().start() >= sentence.start(),
                quotation.outer().end() <= sentence.end(),
                quotation.span().start() == quotation.outer().start()));
      }
    }
    return new Line(
        text, sentence, paragraph, tokens, quoted, pieces, named(tokens, names), families, dotted);
  }

  private static List<Line.Named> named(
      List<Token> tokens, List<news.isnad.lexicon.Mention> names) {
    List<Line.Named> found = new ArrayList<>(names.size());
    int at = 0;
    for (news.isnad.lexicon.Mention mention : names) {
      Span span = mention.span();
      while (at < tokens.size() && tokens.get(at).end() <= span.start()) {
        at++;
      }
      int to = at;
      while (to < tokens.size() && tokens.get(to).start() < span.end()) {
        to++;
      }
      if (to > at) {
        found.add(new Line.Named(at, to, mention.name()));
      }
    }
    return found;
  }

  private static List<Span> paragraphs(String text) {
    List<Span> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        Span trimmed = trim(text, start, i);
        if (trimmed.length() > 0) {
          found.add(trimmed);
        }
        start = i + 1;
      }
    }
    return found;
  }

  private static Span trim(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }
}
