package news.isnad.speaker;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.text.Span;

/**
 * A sentence of an edition with its tokens and the quotations that touch it. Nobody writes to the
 * set; the families are shared by all lines of an edition.
 *
 * @param dotted whether the edition writes «على» without dots, so that «علي» is a name in it
 */
record Line(
    String text,
    Span span,
    int paragraph,
    List<Token> tokens,
    BitSet quoted,
    List<Piece> pieces,
    List<Named> names,
    Families families,
    boolean dotted) {
  /** Words of a name that is quoted whole. */
  private static final int LONGEST_NAME = 8;

  private static final Set<String> MAY_BE_NAME = Set.of("may", "will");

  /** Verbs that stand behind a subject, and not behind a question's "may". */
  private static final Set<String> VERBS =
      Set.of(
          "has",
          "had",
          "was",
          "is",
          "said",
          "says",
          "told",
          "warned",
          "added",
          "insisted",
          "also",
          "will");

  /**
   * The part of a quotation that lies in this sentence, without its marks.
   *
   * @param from index of the first token inside the marks
   * @param to index behind the last
   * @param quotation which quotation of the edition
   * @param opens true where the quotation begins in this sentence
   * @param closes true where it ends in this sentence
   * @param implied true where no mark opens it
   */
  record Piece(
      int from, int to, Span span, int quotation, boolean opens, boolean closes, boolean implied) {
    int size() {
      return to - from;
    }
  }

  /** A known name in this sentence, by its tokens. */
  record Named(int from, int to, KnownName name) {
    /** A country, a town, or the government of one. */
    boolean isPlace() {
      return name.kind() == Kind.PLACE || name.kind() == Kind.GOVERNMENT;
    }
  }

  /** The known name that covers a token. */
  Optional<Named> knownAt(int index) {
    for (Named named : names) {
      if (named.from() <= index && index < named.to()) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  /** True where the known name over a token is a person. */
  boolean isKnownPersonAt(int index) {
    return knownAt(index).filter(named -> named.name().kind() == Kind.PERSON).isPresent();
  }

  boolean isQuoted(int index) {
    return index >= 0 && quoted.get(index);
  }

  int size() {
    return tokens.size();
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** The key of a token; empty behind the ends of the sentence. */
  String key(int index) {
    return index < 0 || index >= tokens.size() ? "" : tokens.get(index).key();
  }

  /**
   * The key of a word that has no capital, or that opens the sentence; else empty. "May has" opens
   * it with a name.
   */
  String lower(int index) {
    boolean name = index > 0 || (MAY_BE_NAME.contains(key(0)) && VERBS.contains(key(1)));
    return name && isCapitalized(index) ? "" : key(index);
  }

  boolean isWord(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isWord();
  }

  boolean isQuote(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isQuote();
  }

  /** A hyphen or a dash that stands by itself. */
  boolean isDash(int index) {
    String key = key(index);
    return key.equals("-") || key.equals("–") || key.equals("—");
  }

  boolean isMark(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isMark();
  }

  boolean isCapitalized(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isCapitalized();
  }

  /** The printed words from one token to another, the second excluded. */
  String words(int from, int to) {
    return from >= to ? "" : text.substring(token(from).start(), token(to - 1).end());
  }

  /** The same, with a space where two words have lost the one between them. */
  String partedWords(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      int end = i + 1 < to ? token(i + 1).start() : token(i).end();
      words.append(text, token(i).start(), end);
      if (i + 1 < to && isWord(i) && isWord(i + 1) && token(i).end() == token(i + 1).start()) {
        words.append(' ');
      }
    }
    return words.toString();
  }

  Span spanOf(int from, int to) {
    return new Span(token(from).start(), token(to - 1).end());
  }

  /** True inside a quotation of at most four tokens that begins and ends here: a name, a term. */
  boolean isShortQuoteAt(int index) {
    for (Piece piece : pieces) {
      if (piece.from() <= index && index < piece.to()) {
        return (piece.size() <= 4 || isLongName(piece)) && piece.opens() && piece.closes();
      }
    }
    return false;
  }

  /** «"عبد العزيز بن سالم بن عبد العزيز"». */
  private boolean isLongName(Piece piece) {
    boolean son = false;
    for (int i = piece.from(); i < piece.to(); i++) {
      son |= key(i).equals("بن");
    }
    return son && piece.size() <= LONGEST_NAME;
  }

  int wordsOutsideQuotes() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (!quoted.get(i) && token(i).kind() != Token.Kind.MARK && !token(i).isQuote()) {
        count++;
      }
    }
    return count;
  }

  int wordsInsideQuotes() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (quoted.get(i) && !token(i).isMark() && !token(i).isQuote()) {
        count++;
      }
    }
    return count;
  }
}
