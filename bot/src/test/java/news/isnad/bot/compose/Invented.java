package news.isnad.bot.compose;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Explained;
import news.isnad.answer.Explained.Part;
import news.isnad.answer.Explained.Source;
import news.isnad.answer.Explained.Term;
import news.isnad.answer.Explained.Way;
import news.isnad.answer.Explained.Weighed;
import news.isnad.answer.Feature;
import news.isnad.answer.Searched;
import news.isnad.article.Edition;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;
import news.isnad.text.Span;

/** News that never happened, in places that do not exist. */
public final class Invented {
  public static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  public static final Edition ARABIC =
      edition(
          7,
          "مرصد الساحل",
          "ميناء المرجان يستعد لموسم الشحن",
          Language.ARABIC,
          Optional.of(NOON),
          "أعلنت وزارة النقل في رملان خطة جديدة. وقال مسؤول في الوزارة لوكالة أنباء المرافئ:"
              + " «لن يُغلق ميناء المرجان هذا العام، وكل ما قيل غير ذلك إشاعة». ولم ترد هيئة"
              + " الموانئ على طلب للتعليق.\nوأضاف المسؤول أن العمل يستمر 24 ساعة يوميًا.");

  public static final Edition ENGLISH =
      edition(
          8,
          "The Harbour Post",
          "Strike at Coral Port put off",
          Language.ENGLISH,
          Optional.of(NOON.plus(Duration.ofHours(5))),
          "Dock workers put off their strike on Saturday. \"We will wait until Tuesday & not a day"
              + " longer,\" said Maya Ferrant, head of the Dockers' Union. She told Portside Wire"
              + " that talks had \"barely begun\".\nThe port handles 40% of the island's grain.");

  public static final Edition UNDATED =
      edition(
          9,
          "Island Ledger",
          "Grain stocks",
          Language.ENGLISH,
          Optional.empty(),
          "The ministry said that grain stocks would last nine weeks. Prices did not move.");

  private Invented() {}

  public static Edition edition(
      long sequence,
      String outlet,
      String title,
      Language language,
      Optional<Instant> published,
      String text) {
    return new Edition(
        sequence,
        "article-" + sequence,
        1,
        Optional.of(URI.create("https://news.example/" + sequence)),
        outlet,
        title,
        language,
        published,
        NOON.plus(Duration.ofDays(1)),
        text);
  }

  static Citation cited(
      Edition edition, String words, Speech speech, Optional<Speaker> speaker, Upstream... chain) {
    int start = edition.text().indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("not in the text: " + words);
    }
    Span span = new Span(start, start + words.length());
    return new Citation(edition, span, speech, speaker, List.of(chain), 0.9);
  }

  private static Upstream upstream(Edition edition, String name, String proof) {
    int start = edition.text().indexOf(proof);
    if (start < 0) {
      throw new IllegalArgumentException("not in the text: " + proof);
    }
    return new Upstream(name, Optional.empty(), new Span(start, start + proof.length()));
  }

  static Optional<Speaker> speaker(String name, String role, String institution) {
    return Optional.of(
        new Speaker(
            name,
            Optional.of(role).filter(text -> !text.isEmpty()),
            Optional.empty(),
            Optional.of(institution).filter(text -> !text.isEmpty()),
            false));
  }

  static Upstream upstream(String name) {
    return new Upstream(name, Optional.empty(), new Span(0, 1));
  }

  /** «لن يُغلق ميناء المرجان», direct, an Arabic official through a wire. */
  public static Citation arabicDenial() {
    return cited(
        ARABIC,
        "لن يُغلق ميناء المرجان هذا العام، وكل ما قيل غير ذلك إشاعة",
        Speech.DIRECT,
        speaker("مسؤول في الوزارة", "", "ramlan-transport"),
        upstream(ARABIC, "وكالة أنباء المرافئ", "لوكالة أنباء المرافئ"));
  }

  public static Citation arabicSilence() {
    return cited(
        ARABIC,
        "ولم ترد هيئة الموانئ على طلب للتعليق",
        Speech.NONE,
        speaker("هيئة الموانئ", "", ""));
  }

  public static Citation arabicReport() {
    return cited(
        ARABIC,
        "وأضاف المسؤول أن العمل يستمر 24 ساعة يوميًا",
        Speech.REPORTED,
        speaker("مسؤول في الوزارة", "", "ramlan-transport"));
  }

  public static Citation englishDirect() {
    return cited(
        ENGLISH,
        "We will wait until Tuesday & not a day longer",
        Speech.DIRECT,
        speaker("Maya Ferrant", "head of the Dockers' Union", ""));
  }

  public static Citation englishMixed() {
    return cited(
        ENGLISH,
        "She told Portside Wire that talks had \"barely begun\"",
        Speech.MIXED,
        speaker("Maya Ferrant", "head of the Dockers' Union", ""),
        upstream(ENGLISH, "Portside Wire", "told Portside Wire"),
        upstream("Radio Quay"));
  }

  public static Citation englishOutlet() {
    return cited(
        ENGLISH, "The port handles 40% of the island's grain", Speech.NONE, Optional.empty());
  }

  public static Citation undated() {
    return cited(
        UNDATED,
        "The ministry said that grain stocks would last nine weeks",
        Speech.REPORTED,
        speaker("The ministry", "", ""));
  }

  public static Reading reading(Language language, String question, String... topic) {
    return new Reading(
        question,
        language,
        Kind.SAID_BY,
        Optional.empty(),
        Hints.NONE,
        List.of(topic),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Reading interpreted(
      Reading reading, String speaker, Instant from, Instant to, String followUpOf) {
    return new Reading(
        reading.question(),
        reading.language(),
        reading.kind(),
        Optional.of(new Asked(speaker, Optional.empty())),
        reading.hints(),
        reading.topic(),
        Optional.of(from),
        Optional.of(to),
        Optional.of(followUpOf));
  }

  public static Searched searched(long articles, long sources) {
    return new Searched(
        articles, sources, Optional.of(NOON.minus(Duration.ofDays(20))), Optional.of(NOON));
  }

  public static Answer.Found found(Reading reading, Searched searched, Citation... citations) {
    return new Answer.Found(
        reading, List.of(citations), Optional.empty(), searched, Duration.ofMillis(12));
  }

  /** How an answer came about that says what the passage says. */
  public static Explained explained(Answer answer) {
    Map<Language, Double> rarity = Map.of(Language.ENGLISH, 2.5, Language.ARABIC, 4.125);
    return new Explained(
        answer,
        List.of(
            new Term(
                "the union",
                true,
                rarity,
                List.of(
                    new Way("the union", Language.ENGLISH, 1, Source.TYPED),
                    new Way("نقابة", Language.ARABIC, 0.9, Source.LEXICON))),
            new Term(
                "corral",
                false,
                rarity,
                List.of(
                    new Way("corral", Language.ENGLISH, 1, Source.TYPED),
                    new Way("coral", Language.ENGLISH, 0.85, Source.SPELLING),
                    new Way("كورال", Language.ARABIC, 0.7, Source.NAME_MATCH)))),
        Map.of(
            Language.ENGLISH,
            new Explained.Looked(12, 4),
            Language.ARABIC,
            new Explained.Looked(1, 1)),
        List.of(
            new Weighed(
                englishDirect(),
                7.25,
                true,
                List.of(
                    new Part(Feature.COVERAGE, 0.75, 7.441),
                    new Part(Feature.HEADLINE, 1, -1.114))),
            new Weighed(arabicSilence(), 1.5, false, List.of(new Part(Feature.OWN, 0.5, 2.049)))),
        0.8125,
        0.3);
  }

  /** The same answer, with somebody who denies it. */
  public static Answer.Found denied(Answer.Found found, Citation otherSide) {
    return new Answer.Found(
        found.reading(), found.citations(), Optional.of(otherSide), found.searched(), found.took());
  }
}
