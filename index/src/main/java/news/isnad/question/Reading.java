package news.isnad.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;
import news.isnad.text.Span;

/**
 * How a question was understood. Immutable.
 *
 * @param question what was typed
 * @param language the language it is answered in
 * @param kind what is asked for
 * @param speaker whose words are asked for
 * @param hints what else the wording says about the answer
 * @param topic the words that say what it is about, as typed, without the question's own words
 * @param from start of the period asked for, inclusive
 * @param to end of the period asked for, exclusive
 * @param followUpOf the question that this one goes on with
 * @param answeredFrom the editions that answered it; as long as it is unanswered, those that
 *     answered the question it goes on with
 */
public record Reading(
    String question,
    Language language,
    Kind kind,
    Optional<Asked> speaker,
    Hints hints,
    List<String> topic,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> followUpOf,
    List<Source> answeredFrom) {
  public Reading {
    topic = List.copyOf(topic);
    answeredFrom = List.copyOf(answeredFrom);
  }

  /** A reading that nothing was answered from yet. */
  public Reading(
      String question,
      Language language,
      Kind kind,
      Optional<Asked> speaker,
      Hints hints,
      List<String> topic,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> followUpOf) {
    this(question, language, kind, speaker, hints, topic, from, to, followUpOf, List.of());
  }

  /** The same reading, with what answered it. */
  public Reading answeredFrom(List<Source> sources) {
    return new Reading(
        question, language, kind, speaker, hints, topic, from, to, followUpOf, sources);
  }

  /** The same reading of a question that was typed with slips. */
  public Reading typed(String asTyped) {
    return new Reading(
        asTyped, language, kind, speaker, hints, topic, from, to, followUpOf, answeredFrom);
  }

  /** The same question for something else. */
  Reading of(Kind other) {
    return new Reading(
        question, language, other, speaker, hints, topic, from, to, followUpOf, answeredFrom);
  }

  /** The same question to somebody else. */
  public Reading by(Asked other) {
    return new Reading(
        question,
        language,
        kind,
        Optional.of(other),
        hints,
        topic,
        from,
        to,
        followUpOf,
        answeredFrom);
  }

  /** The same question, whoever speaks. */
  public Reading byAnyone() {
    Hints anyone = new Hints(hints.via(), hints.outletAsked(), false, false, hints.periodWords());
    return new Reading(
        question,
        language,
        kind,
        Optional.empty(),
        anyone,
        topic,
        from,
        to,
        followUpOf,
        answeredFrom);
  }

  /** The same question, whoever speaks, with who was asked for as part of what it is about. */
  public Reading aboutSpeaker() {
    List<String> about = new ArrayList<>(List.of(speaker.map(Asked::name).orElse("").split(" ")));
    about.addAll(topic);
    Reading anyone = byAnyone();
    return new Reading(
        question,
        language,
        Kind.WHAT,
        Optional.empty(),
        anyone.hints,
        about,
        from,
        to,
        followUpOf,
        answeredFrom);
  }

  /** The same question, whenever it was said. */
  public Reading atAnyTime() {
    Hints anyTime =
        new Hints(
            hints.via(),
            hints.outletAsked(),
            hints.silenceAnswers(),
            hints.speakerRequired(),
            List.of());
    return new Reading(
        question,
        language,
        kind,
        speaker,
        anyTime,
        topic,
        Optional.empty(),
        Optional.empty(),
        followUpOf,
        answeredFrom);
  }

  /**
   * An edition that answered a question.
   *
   * @param edition its sequence
   * @param told what it answered with first of all, which a question on something else does not ask
   *     for again
   */
  public record Source(long edition, Optional<Span> told) {
    /** The same edition, of which anything may be asked. */
    public Source untold() {
      return new Source(edition, Optional.empty());
    }
  }

  /** What is asked for. */
  public enum Kind {
    SAID_BY,
    WHO,
    WHAT,
    WHEN,
    WHERE,
    HOW_MANY,
    LATEST,
    KEYWORD;

    /** The name used in JSON, such as {@code said-by}. */
    public String json() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Whose words are asked for.
   *
   * @param name as typed
   * @param entity id of the known name that matches
   */
  public record Asked(String name, Optional<String> entity) {}

  /**
   * What else the wording says about the answer.
   *
   * @param via the outlet or agency through which it must have come: "according to Bloomberg"
   * @param outletAsked true where the outlet itself is asked for: "which newspaper reported ..."
   * @param silenceAnswers true where "declined to comment" answers it: "did the Kremlin comment?"
   * @param speakerRequired true where only the speaker's own words answer it
   * @param periodWords words that a text uses for the period, folded, in both languages: one of
   *     each list must be there
   */
  public record Hints(
      Optional<Asked> via,
      boolean outletAsked,
      boolean silenceAnswers,
      boolean speakerRequired,
      List<List<String>> periodWords) {
    /** Nothing. */
    public static final Hints NONE = new Hints(Optional.empty(), false, false, false, List.of());

    public Hints {
      periodWords = List.copyOf(periodWords);
    }
  }
}
