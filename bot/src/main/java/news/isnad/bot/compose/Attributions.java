package news.isnad.bot.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Language;

/**
 * The lines that say who said something, how, and where it was printed. Names, roles and outlets
 * stay as printed; a known name in the reader's language stands beside one in another script.
 * Immutable.
 */
final class Attributions {
  /** Characters of a statement in a timeline. */
  private static final int LONGEST_MOMENT = 90;

  private final Messages messages;
  private final ZoneId zone;
  private final Names names;

  Attributions(Messages messages, ZoneId zone, Names names) {
    this.messages = messages;
    this.zone = zone;
    this.names = names;
  }

  /** What a passage is, as far as its template goes. */
  private enum Shape {
    SAID,
    UNNAMED,
    SILENT,
    OUTLET
  }

  private static Shape shape(Citation citation) {
    boolean spoken = citation.speech() != Speech.NONE;
    if (citation.speaker().isPresent()) {
      return spoken ? Shape.SAID : Shape.SILENT;
    }
    return spoken ? Shape.UNNAMED : Shape.OUTLET;
  }

  /** The first line of an answer. */
  Markup lead(Citation citation, Optional<String> topic) {
    Markup when = date(citation.edition());
    String plain = topic.isPresent() ? "" : ".plain";
    String about = topic.orElse("");
    return switch (shape(citation)) {
      case SAID ->
          messages.say(
              "lead.said" + plain, "speaker", name(citation), "topic", about, "when", when);
      case UNNAMED -> messages.say("lead.unnamed" + plain, "topic", about, "when", when);
      case SILENT ->
          messages.say(
              "lead.silent",
              "speaker",
              name(citation),
              "outlet",
              citation.edition().outlet(),
              "when",
              when);
      case OUTLET ->
          messages.say(
              "lead.outlet" + plain,
              "outlet",
              citation.edition().outlet(),
              "topic",
              about,
              "when",
              when);
    };
  }

  /** The line above the words of somebody who denies the answer. */
  Markup otherSide(Citation citation) {
    return messages.say("other.side", "when", date(citation.edition()));
  }

  /** Speaker, role and kind of speech. */
  Markup who(Citation citation) {
    Markup speech = messages.say("speech", "speech", citation.speech());
    return switch (shape(citation)) {
      case SAID -> {
        Optional<String> role = role(citation);
        yield role.isPresent()
            ? messages.say("who.role", "name", name(citation), "role", role.get(), "speech", speech)
            : messages.say("who.said", "name", name(citation), "speech", speech);
      }
      case UNNAMED -> messages.say("who.unnamed", "speech", speech);
      case SILENT -> messages.say("who.silent", "name", name(citation));
      case OUTLET -> messages.say("who.outlet");
    };
  }

  /** Outlet, upstream, time and language. */
  Markup source(Citation citation) {
    return messages.say(
        "source",
        "chain",
        chain(citation),
        "when",
        when(citation.edition()),
        "language",
        messages.say("language", "language", citation.edition().language()));
  }

  /** The chain from the outlet to the speaker, a line for each link with its proof. */
  List<Markup> links(Citation citation) {
    Edition edition = citation.edition();
    return new Chain(messages, citation)
        .lines(
            Markup.link(edition.url(), Markup.label(edition.outlet())),
            when(edition),
            citation.speaker().map(_ -> name(citation)));
  }

  /** Everything in one line, for passages after the first. */
  Markup further(Citation citation) {
    Markup when = date(citation.edition());
    Markup chain = chain(citation);
    return switch (shape(citation)) {
      case SAID ->
          messages.say(
              "further.said",
              "speaker",
              name(citation),
              "speech",
              messages.say("speech", "speech", citation.speech()),
              "chain",
              chain,
              "when",
              when);
      case SILENT ->
          messages.say("further.silent", "speaker", name(citation), "chain", chain, "when", when);
      case UNNAMED, OUTLET -> messages.say("further.outlet", "chain", chain, "when", when);
    };
  }

  /** When, who, the beginning of the words, and the outlet, in one line. */
  Markup moment(Citation citation) {
    Edition edition = citation.edition();
    String quote = Outside.line(citation.quote());
    String kept = Shortening.beginning(quote, LONGEST_MOMENT, edition.language());
    String words = kept.length() < quote.length() ? kept + " […]" : kept;
    boolean direct = citation.speech() == Speech.DIRECT;
    String marked =
        switch (edition.language()) {
          case ARABIC -> direct ? "«" + words + "»" : words;
          case ENGLISH -> direct ? "“" + words + "”" : words;
        };
    return messages.say(
        "timeline.line",
        "when",
        date(edition),
        "speaker",
        name(citation),
        "words",
        Markup.words(marked),
        "outlet",
        Markup.link(edition.url(), Markup.label(edition.outlet())));
  }

  Markup date(Edition edition) {
    Optional<Instant> published = edition.published();
    return published.isPresent() ? messages.date(published.get(), zone) : messages.say("undated");
  }

  /** When it was published, to the minute. */
  Markup when(Edition edition) {
    Optional<Instant> published = edition.published();
    return published.isPresent() ? messages.time(published.get(), zone) : messages.say("undated");
  }

  private Markup chain(Citation citation) {
    Markup chain = Markup.link(citation.edition().url(), Markup.label(citation.edition().outlet()));
    String template = "chain.first";
    for (Upstream upstream : citation.upstream()) {
      String slot = template.equals("chain.first") ? "outlet" : "chain";
      chain = messages.say(template, slot, chain, "upstream", upstream.name());
      template = "chain.next";
    }
    return chain;
  }

  /** The speaker as printed, with the known name where that is in another script. */
  Markup name(Citation citation) {
    Speaker speaker = citation.speaker().orElseThrow();
    Markup printed = Markup.label(speaker.name());
    if (Language.detect(speaker.name()) == messages.language()) {
      return printed;
    }
    Optional<String> known =
        speaker
            .entity()
            .or(speaker::institution)
            .flatMap(entity -> names.name(entity, messages.language()));
    return known.isPresent()
        ? messages.say("name.known", "name", printed, "known", known.get())
        : printed;
  }

  /** The role as printed, unless the name already says it. */
  private static Optional<String> role(Citation citation) {
    Speaker speaker = citation.speaker().orElseThrow();
    return speaker.role().filter(role -> !role.isBlank() && !speaker.name().contains(role.strip()));
  }
}
