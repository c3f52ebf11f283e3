package news.isnad.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import news.isnad.answer.Answers;
import news.isnad.answer.IndexAnswers;
import news.isnad.answer.Judgement;
import news.isnad.answer.PrintedQuotes;
import news.isnad.answer.VerbatimGate;
import news.isnad.article.ArticleName;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.Editorship;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.SqlSourceCatalogue;
import news.isnad.article.StoreCheck;
import news.isnad.embedding.Embedder;
import news.isnad.ingest.Understanding;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Mention;
import news.isnad.lexicon.Translator;
import news.isnad.question.Asking;
import news.isnad.question.NameSpotter;
import news.isnad.question.QuestionReader;
import news.isnad.search.Indexed;
import news.isnad.search.NewsIndex;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.RuleAttribution;
import news.isnad.speaker.Statement;
import news.isnad.speaker.StatementStore;
import news.isnad.store.Database;
import news.isnad.story.Stories;
import news.isnad.story.TraitReader;
import news.isnad.text.Language;
import news.isnad.text.Words;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Topics;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine over one data folder: what is stored, how it is understood, and who answers. */
public final class Engine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);

  /** Class-path folders of the tables that the engine keeps, in order. */
  public static final List<String> MIGRATIONS =
      List.of("news/isnad/article/migrations", Stories.MIGRATIONS);

  private final Database database;
  private final SqlArticleStore articles;
  private final Editorship editorship;
  private final SourceCatalogue sources;
  private final StatementStore statements;
  private final Attribution attribution;
  private final Understanding understanding;
  private final NewsIndex index;
  private final KnownNames names;
  private final Installed installed;
  private final Translator translator;
  private final Stories stories;
  private final VerbatimGate gate = new VerbatimGate();
  private final IndexAnswers answers;
  private final ReentrantLock catchingUp = new ReentrantLock();

  private Engine(
      Database database,
      NewsIndex index,
      KnownNames names,
      Installed installed,
      InstantSource clock) {
    this.database = database;
    this.index = index;
    this.names = names;
    this.installed = installed;
    this.articles = new SqlArticleStore(database, clock);
    this.editorship = articles.editorship();
    this.sources = new SqlSourceCatalogue(database, clock);
    this.statements = new StatementStore(database);
    this.attribution = attribution();
    this.understanding = new Understanding(attribution, statements);
    Lexicon lexicon = Lexicon.shipped();
    Thread.ofPlatform().daemon().name("lexicon").start(lexicon::prepare);
    this.translator = new Translator(lexicon, names, installed.dictionary());
    this.stories =
        new Stories(database, new TraitReader(names, new Translator(lexicon, names), lexicon));
    this.answers =
        new IndexAnswers(
            new QuestionReader(spotter(names)),
            names,
            lexicon,
            translator,
            index,
            articles,
            statements::of,
            stories::ties,
            gate);
  }

  /**
   * Opens a data folder, making it where there is none, with nothing but what ships.
   *
   * @param database file of the store
   * @param index folder of the index
   * @param migrations class-path folders of further tables in the same store
   * @param names everybody who is known
   */
  public static Engine open(
      Path database, Path index, List<String> migrations, KnownNames names, InstantSource clock) {
    return open(database, index, migrations, names, Installed.NOTHING, clock);
  }

  /**
   * Opens a data folder, making it where there is none.
   *
   * @param installed what the operator has installed
   */
  public static Engine open(
      Path database,
      Path index,
      List<String> migrations,
      KnownNames names,
      Installed installed,
      InstantSource clock) {
    List<String> all = new ArrayList<>(MIGRATIONS);
    all.addAll(migrations);
    Database store = Database.open(database, all);
    try {
      return new Engine(
          store, NewsIndex.open(index, installed.embedder()), names, installed, clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The attribution that ships, without a store. */
  public static Attribution attribution() {
    return RuleAttribution.shipped();
  }

  private static NameSpotter spotter(KnownNames names) {
    return (text, language) -> {
      List<NameSpotter.Spotted> spotted = new ArrayList<>();
      for (Mention mention : names.mentions(text, language)) {
        spotted.add(spotted(mention));
      }
      for (Mention seat : names.seats(text, language)) {
        if (spotted.stream().noneMatch(other -> other.span().overlaps(seat.span()))) {
          spotted.add(spotted(seat));
        }
      }
      return spotted;
    };
  }

  private static NameSpotter.Spotted spotted(Mention mention) {
    Kind kind = mention.name().kind();
    boolean outlet = kind == Kind.AGENCY || kind == Kind.OUTLET;
    return new NameSpotter.Spotted(mention.span(), mention.name().id(), outlet);
  }

  public Database database() {
    return database;
  }

  public ArticleStore articles() {
    return articles;
  }

  /** What operators decide about single articles. */
  public Editorship editorship() {
    return editorship;
  }

  /**
   * Takes an article down: of its text, what was understood of it, and its place in stories and
   * index nothing stays. What was begun and cut off is done by doing it again; the store's file is
   * to be written anew afterwards.
   *
   * @param further what else goes in the same transaction
   */
  public void takeDown(ArticleName name, Consumer<Handle> further) {
    catchingUp.lock();
    try {
      stories.remove(List.of(name));
      database.inTransaction(
          handle -> {
            editorship.takeDown(handle, name);
            further.accept(handle);
            return name;
          });
      index.remove(name);
      answers.forget();
    } finally {
      catchingUp.unlock();
    }
  }

  /**
   * Removes articles whose time is over, as {@link #takeDown} does, but leaves their bytes in the
   * files until these are written anew.
   *
   * @param further what else goes in the same transaction
   */
  public void remove(Collection<ArticleName> names, Consumer<Handle> further) {
    catchingUp.lock();
    try {
      stories.remove(names);
      database.inTransaction(
          handle -> {
            names.forEach(name -> editorship.takeDown(handle, name));
            further.accept(handle);
            return names.size();
          });
      index.remove(names);
      answers.forget();
    } finally {
      catchingUp.unlock();
    }
  }

  /**
   * Deletes articles, so that they are taken in again where they are met again. Index and stories
   * go first: where the process ends before the rows are emptied, the same call does it again.
   *
   * @param further what else belongs into the transaction
   */
  public void delete(Collection<ArticleName> names, Consumer<Handle> further) {
    catchingUp.lock();
    try {
      stories.remove(names);
      index.remove(names);
      database.inTransaction(
          handle -> {
            names.forEach(name -> editorship.delete(handle, name));
            further.accept(handle);
            return names.size();
          });
      answers.forget();
    } finally {
      catchingUp.unlock();
    }
  }

  /** How many bytes store and index need, without what was deleted and can be written over. */
  public long bytes() {
    return database.bytes().used() + index.bytes();
  }

  /** The sources that are polled. */
  public SourceCatalogue sources() {
    return sources;
  }

  public StatementStore statements() {
    return statements;
  }

  /** Which event each article reports, and which are reprints. */
  public Stories stories() {
    return stories;
  }

  public NewsIndex index() {
    return index;
  }

  public KnownNames names() {
    return names;
  }

  public Answers answers() {
    return answers;
  }

  /** An answer with everything that was weighed for it. Takes no longer than the answer alone. */
  public Judgement judge(String question, Asking asking) {
    return answers.judge(question, asking);
  }

  /** Whether words were printed, and where. */
  public PrintedQuotes printedQuotes() {
    return new PrintedQuotes(index, this::citable, this::statements, gate);
  }

  /** An edition, unless its article was withdrawn: that is cited no more. */
  private Optional<Edition> citable(long sequence) {
    return switch (articles.standing(sequence)) {
      case WITHDRAWN, HIDDEN -> Optional.empty();
      case CURRENT, SUPERSEDED, CORRECTED -> articles.edition(sequence);
    };
  }

  /** The gate that every quotation passes, with its counters. */
  public VerbatimGate gate() {
    return gate;
  }

  /** The statements of an edition as they would be found now, stored or not. */
  public List<Statement> understand(Edition edition) {
    return attribution.statements(edition);
  }

  /** The statements of an edition: as they are stored, else as they would be found now. */
  public List<Statement> statements(Edition edition) {
    return statements.done() >= edition.sequence()
        ? statements.of(edition.sequence())
        : understand(edition);
  }

  /** What each word of a text, or each group that means one thing, is in the other language. */
  public List<List<String>> translations(String words, Language from) {
    return translator.translate(Words.of(words, from), from, index).stream()
        .map(translation -> translation.forms().stream().map(Form::text).toList())
        .toList();
  }

  /** Topics without any yet, which call things as answers do. */
  public Topics topics() {
    return new MonitorTopics(names, translator);
  }

  /** Loads what the first question would have to wait for. */
  public void warmUp() {
    for (Language language : Language.values()) {
      translations(language == Language.ARABIC ? "وزير" : "minister", language);
    }
    index.meaning("minister");
  }

  /** Brings statements, stories and index up to the last stored edition. */
  public void catchUp() {
    catchUp(_ -> {});
  }

  /**
   * Brings statements, stories and index up to the last stored edition. Where another process
   * writes the index, what it has committed is read instead.
   *
   * @param progress told the number of editions done, now and then
   */
  public void catchUp(LongConsumer progress) {
    catchingUp.lock();
    try {
      if (index.isReadOnly()) {
        index.refresh();
        return;
      }
      if (index.lastSequence() > articles.lastSequence()) {
        log.warn("The index is ahead of the store, which was restored. The index is rebuilt.");
        index.clear();
      }
      long target = articles.lastSequence();
      while (follow(progress) < target) {
        // What comes in meanwhile is for the next time.
      }
    } finally {
      catchingUp.unlock();
    }
  }

  /**
   * Brings statements, stories and index some way on.
   *
   * @return the sequence that all are level with; that of the last stored edition where there was
   *     nothing to do
   */
  private long follow(LongConsumer progress) {
    long before = index.lastSequence();
    long from = Math.min(before, stories.done());
    long after =
        new Following(
                articles,
                understanding::of,
                List.of(
                    batch -> stories.follow(batch.editions(), batch.statements()),
                    batch -> index.add(indexed(batch, before))))
            .after(from, progress);
    if (after > before) {
      index.commit(after);
    }
    return after == from ? Long.MAX_VALUE : after;
  }

  private static List<Indexed> indexed(Following.Batch batch, long after) {
    return batch.editions().stream()
        .filter(edition -> edition.sequence() > after)
        .map(edition -> new Indexed(edition, batch.statements(edition)))
        .toList();
  }

  /**
   * What is wrong with the store, the cursors, the derived rows and the index; nothing if clean.
   *
   * @param settled true where nobody writes meanwhile, so that the index must be level with the
   *     store
   */
  public List<String> findings(boolean settled) {
    List<String> findings = new ArrayList<>(new StoreCheck(database).findings());
    if (index.lastSequence() > articles.lastSequence()) {
      findings.add("the index is ahead of the store: rebuild");
    }
    if (settled) {
      compareIndex(findings);
    }
    return findings;
  }

  private void compareIndex(List<String> findings) {
    Set<String> stored = new HashSet<>();
    articles.forEach(edition -> stored.add(edition.language().code() + "|" + edition.article()));
    Set<String> indexed = index.articles();
    long missing = stored.stream().filter(key -> !indexed.contains(key)).count();
    long surplus = indexed.stream().filter(key -> !stored.contains(key)).count();
    if (missing > 0) {
      findings.add(missing + " articles are not in the index: rebuild");
    }
    if (surplus > 0) {
      findings.add(surplus + " articles in the index are not in the store: rebuild");
    }
    if (statements.done() < articles.lastSequence()) {
      findings.add("statements are behind: " + statements.done());
    }
    if (stories.done() < articles.lastSequence()) {
      findings.add("stories are behind: " + stories.done());
    }
  }

  /**
   * Throws the index away and makes it again from the store. Statements are found again, too, where
   * other rules than those of this program may have found any of them.
   */
  public void rebuild(LongConsumer progress) {
    catchingUp.lock();
    try {
      boolean upToDate = understanding.isUpToDate();
      long stored = articles.lastSequence();
      index.clear();
      long last =
          new Following(
                  articles,
                  upToDate ? understanding::of : understanding::anew,
                  List.of(batch -> index.add(indexed(batch, 0))))
              .toTheEnd(0, progress);
      if (!upToDate) {
        understanding.allAnew();
      }
      index.commit(Math.max(stored, last));
      answers.forget();
    } finally {
      catchingUp.unlock();
    }
  }

  @Override
  public void close() {
    index.close();
    installed.embedder().ifPresent(Embedder::close);
    database.close();
  }
}
