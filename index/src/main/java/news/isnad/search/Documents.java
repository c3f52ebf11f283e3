package news.isnad.search;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.speaker.Denials;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.TermStreams;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/** Makes of chunks what the index keeps of them. Stateless. */
final class Documents {
  private static final int LONGEST_OUTLET = 200;
  private static final FieldType KEYS = keys();
  private static final FieldType GRAMS = grams();

  private Documents() {}

  private static FieldType keys() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private static FieldType grams() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static String key(Edition edition) {
    return edition.language().code() + "|" + edition.article();
  }

  static String titled(Edition edition, Chunks.Chunk chunk) {
    String text = chunk.span().of(edition.text());
    return text.startsWith(edition.title()) ? text : edition.title() + "\n" + text;
  }

  /** A chunk of an edition, all of whose text is given. */
  static Document of(Indexed indexed, Chunks.Chunk chunk, String all) {
    Edition edition = indexed.edition();
    Language language = edition.language();
    Document document = new Document();
    document.add(new StringField(Fields.ARTICLE, key(edition), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.EDITION, edition.sequence()));
    document.add(new StringField(Fields.LANGUAGE, language.code(), Field.Store.NO));
    document.add(new StringField(Fields.OUTLET, outlet(edition), Field.Store.NO));
    Instant moment = edition.published().orElse(edition.ingested());
    document.add(new LongField(Fields.MOMENT, moment.toEpochMilli(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.FIRST, chunk.first()));
    document.add(new NumericDocValuesField(Fields.LAST, chunk.last()));
    edition
        .published()
        .ifPresent(at -> document.add(new LongPoint(Fields.PUBLISHED, at.toEpochMilli())));
    List<Word> title = Words.ofArticle(edition.title(), language);
    List<Word> words = words(edition, chunk, all, title);
    TermStreams streams = new TermStreams();
    document.add(new TextField(Fields.stemmed(language), streams.stemmed(words, language)));
    document.add(new TextField(Fields.exact(language), streams.exact(words)));
    document.add(new TextField(Fields.title(language), streams.stemmed(title, language)));
    document.add(new Field(Fields.grams(language), streams.grams(words, language), GRAMS));
    document.add(new Field(Fields.names(language), streams.names(all, words), KEYS));
    String speakers = speakers(indexed.statements(), chunk);
    if (!speakers.isEmpty()) {
      List<Word> who = Words.folded(speakers, language);
      document.add(new TextField(Fields.speaker(language), streams.stemmed(who, language)));
    }
    if (isDenied(indexed, chunk)) {
      document.add(new LongPoint(Fields.DENIED, moment.toEpochMilli()));
    }
    return document;
  }

  /** The words of the title and of the chunk, or of the chunk alone where it has the title. */
  private static List<Word> words(
      Edition edition, Chunks.Chunk chunk, String all, List<Word> title) {
    String text = edition.text();
    Language language = edition.language();
    Words.Piece body = new Words.Piece(text, Words.ofArticle(text, language), chunk.span());
    Span whole = new Span(0, edition.title().length());
    return Words.of(
        all,
        all.length() == chunk.span().length()
            ? List.of(body)
            : List.of(new Words.Piece(edition.title(), title, whole), body),
        language,
        false);
  }

  /** An outlet may call itself whatever it likes; a term has its limits. */
  private static String outlet(Edition edition) {
    String name = edition.outlet();
    return name.substring(0, Math.min(LONGEST_OUTLET, name.length()));
  }

  private static boolean isDenied(Indexed indexed, Chunks.Chunk chunk) {
    Edition edition = indexed.edition();
    for (Statement statement : indexed.statements()) {
      if (statement.sentences().overlaps(chunk.span())
          && Denials.shipped().isDenial(statement, edition.text(), edition.language())) {
        return true;
      }
    }
    return false;
  }

  private static String speakers(List<Statement> statements, Chunks.Chunk chunk) {
    Set<String> names = new HashSet<>();
    for (Statement statement : statements) {
      if (statement.sentences().overlaps(chunk.span())) {
        statement.speaker().ifPresent(who -> names.add(who.name() + " " + who.role().orElse("")));
      }
    }
    return String.join("\n", names);
  }
}
