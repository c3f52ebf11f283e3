package news.isnad.speaker;

import java.util.List;
import news.isnad.article.Edition;
import news.isnad.config.Tables;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;

/**
 * Attribution by rules over tables: {@code speech-en.tsv}, {@code speech-ar.tsv} (what announces
 * speech), {@code speech-words-*.tsv} (classes of words), {@code outlets.tsv} (media).
 *
 * <p>An edition is read in four steps: its sentences and quotations; the cues of each sentence; the
 * cast, so that a surname, a role or a pronoun finds its person; then statements, where a quotation
 * without a cue belongs to who is speaking. Immutable and safe for concurrent use.
 */
public final class RuleAttribution implements Attribution {
  private final KnownNames known;
  private final boolean shipped;
  private final Grammar english;
  private final Grammar arabic;

  /** What a language brings; {@code cues} are what announces speech. */
  record Grammar(
      Language language,
      WordClasses words,
      SentenceReader reader,
      PhraseReader phrases,
      Outlets outlets,
      Credits credits,
      Datelines datelines,
      Cues cues,
      Roles roles,
      Counterparts counterparts) {}

  private RuleAttribution(KnownNames known, boolean shipped, Grammar english, Grammar arabic) {
    this.known = known;
    this.shipped = shipped;
    this.english = english;
    this.arabic = arabic;
  }

  /** With the tables that ship: read once, and shared. */
  public static RuleAttribution shipped() {
    return Shipped.ATTRIBUTION;
  }

  private static final class Shipped {
    static final RuleAttribution ATTRIBUTION = of(KnownNames.shipped(), true);
  }

  /** With the shipped rules and these known names. */
  public static RuleAttribution of(KnownNames known) {
    return of(known, false);
  }

  private static RuleAttribution of(KnownNames known, boolean shipped) {
    Outlets outlets = new Outlets(known, Tables.shipped("outlets.tsv"));
    WordClasses en = new WordClasses("speech-words-en.tsv");
    WordClasses ar = WordClasses.arabic();
    Cues englishCues = new Cues(Rule.shipped("speech-en.tsv"), Language.ENGLISH);
    Cues arabicCues = new Cues(Rule.shipped("speech-ar.tsv"), Language.ARABIC);
    ArabicSubjects subjects = new ArabicSubjects(arabicCues, ar, outlets);
    return new RuleAttribution(
        known,
        shipped,
        new Grammar(
            Language.ENGLISH,
            en,
            new EnglishReader(englishCues, en),
            new EnglishPhrases(en),
            outlets,
            new Credits(outlets, en, Language.ENGLISH, englishCues),
            new Datelines(outlets, en, Language.ENGLISH),
            englishCues,
            new Roles(Language.ENGLISH, CountryForms.of(known, Language.ENGLISH)),
            new Counterparts(Language.ENGLISH, en, englishCues)),
        new Grammar(
            Language.ARABIC,
            ar,
            new ArabicReader(arabicCues, ar, outlets, subjects),
            new ArabicPhrases(arabicCues, ar, subjects),
            outlets,
            new Credits(outlets, ar, Language.ARABIC, arabicCues),
            new Datelines(outlets, ar, Language.ARABIC),
            arabicCues,
            new Roles(Language.ARABIC, CountryForms.of(known, Language.ARABIC)),
            new Counterparts(Language.ARABIC, ar, arabicCues)));
  }

  @Override
  public int version() {
    return shipped ? RulesVersion.ofThis() : 0;
  }

  @Override
  public List<Statement> statements(Edition edition) {
    Grammar grammar =
        switch (edition.language()) {
          case ARABIC -> arabic;
          case ENGLISH -> english;
        };
    return new ArticleReading(grammar, known, edition).statements();
  }
}
