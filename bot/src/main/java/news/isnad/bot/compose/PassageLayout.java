package news.isnad.bot.compose;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.isnad.answer.Citation;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;

/** Lays out single passages, wherever they are shown. Immutable. */
final class PassageLayout {
  /** UTF-16 units of the first quotation, of a further one, of the text around a quotation. */
  static final int LONGEST_QUOTATION = 1200;

  static final int LONGEST_FURTHER = 360;
  static final int LONGEST_SURROUNDING = 900;

  /** Of what can be chosen in other chats: more is not shown. */
  private static final int LONGEST_TITLE = 100;

  private static final int LONGEST_DESCRIPTION = 200;

  private final ZoneId zone;
  private final Names names;

  PassageLayout(ZoneId zone, Names names) {
    this.zone = zone;
    this.names = names;
  }

  /** A passage to be posted in somebody's name, with nothing about who asked. */
  InlineResult shared(Citation citation, Language language) {
    return shared(citation, new Html(), language);
  }

  /** The same, of a passage that is pinned as the answer. */
  InlineResult sharedPinned(Citation citation, Language language) {
    Html html = new Html();
    html.line(language, Markup.italic(Messages.in(language).say("pinned")));
    html.gap();
    return shared(citation, html, language);
  }

  private InlineResult shared(Citation citation, Html html, Language language) {
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    quote(html, citation, LONGEST_QUOTATION, messages);
    html.line(language, attributions.who(citation));
    html.line(language, attributions.source(citation));
    Edition edition = citation.edition();
    String who =
        citation.speaker().map(_ -> attributions.name(citation).visible() + " · ").orElse("");
    return new InlineResult(
        edition.sequence() + "." + citation.span().start() + "." + citation.span().end(),
        Outside.label(who + edition.outlet(), LONGEST_TITLE),
        Outside.words(citation.quote(), LONGEST_DESCRIPTION),
        Message.of(html.html()).withButtons(new PageLinks(messages).buttons(citation, false)));
  }

  /**
   * What a service made of a quotation, labelled as what it is.
   *
   * @param words of the service; hostile
   */
  static Message translation(Citation citation, String words, Language language) {
    Messages messages = Messages.in(language);
    Html html = new Html();
    html.line(language, messages.say("translation"));
    html.line(language, Markup.italic(Markup.text(Outside.label(words, LONGEST_QUOTATION))));
    html.line(
        language,
        messages.say(
            "translation.of",
            "language",
            citation.edition().language(),
            "outlet",
            citation.edition().outlet()));
    return Message.of(html.html());
  }

  /** A quotation, and that it is shortened where it is. */
  static void quote(Html html, Citation citation, int longest, Messages messages) {
    Quotations.Quoted quoted = Quotations.of(citation, longest);
    html.quotation(quoted.lines());
    if (quoted.shortened()) {
      html.line(messages.language(), Markup.italic(messages.say("shortened")));
    }
  }

  /** The passage that came nearest to a question without an answer; labelled as what it is. */
  Message nearest(Citation nearest, Language language) {
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    html.line(language, messages.say("nearest"));
    quote(html, nearest, LONGEST_QUOTATION, messages);
    html.line(language, attributions.who(nearest));
    html.line(language, attributions.source(nearest));
    return Message.of(html.html());
  }

  /** Citations, each with what has become of its edition since, as many as fit. */
  Message more(List<Citation> rest, Function<Citation, Standing> standing, Language language) {
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    html.line(language, messages.say("more"));
    for (Citation next : rest) {
      List<Html.Line> lines = new ArrayList<>(Quotations.of(next, LONGEST_FURTHER).lines());
      Markup from = attributions.further(next);
      Optional<Markup> since = since(standing.apply(next), messages);
      int size =
          from.length()
              + since.map(Markup::length).orElse(0)
              + lines.stream().mapToInt(line -> line.text().length() + 3).sum();
      if (size > html.free() || !html.quotation(lines)) {
        break;
      }
      html.line(language, from);
      since.ifPresent(line -> html.line(language, line));
    }
    return Message.of(html.html());
  }

  /** What readers of an earlier edition have to know; empty for the current one. */
  private static Optional<Markup> since(Standing standing, Messages messages) {
    return switch (standing) {
      case CURRENT -> Optional.empty();
      case SUPERSEDED -> Optional.of(messages.say("since.superseded"));
      case CORRECTED -> Optional.of(messages.say("since.corrected"));
      case WITHDRAWN -> Optional.of(messages.say("since.withdrawn"));
      case HIDDEN -> Optional.of(messages.say("since.hidden"));
    };
  }

  /** The text around a quotation, its chain, and what has become of its edition since. */
  Message context(Citation citation, Standing standing, Language language) {
    Messages messages = Messages.in(language);
    Edition edition = citation.edition();
    Html html = new Html();
    html.line(
        language,
        edition.title().isBlank()
            ? messages.say("context.untitled")
            : messages.say("context", "title", edition.title()));
    since(standing, messages).ifPresent(line -> html.line(language, Markup.bold(line)));
    html.quotation(Surroundings.lines(citation, LONGEST_SURROUNDING, LONGEST_QUOTATION));
    html.line(language, Markup.bold(messages.say("chain")));
    new Attributions(messages, zone, names)
        .links(citation)
        .forEach(link -> html.line(language, link));
    return Message.of(html.html()).withButtons(new PageLinks(messages).buttons(citation, true));
  }

  /** Where words that somebody asked about were printed, and how they differ there. */
  Message printed(List<Printed> printed, Language language) {
    Messages messages = Messages.in(language);
    boolean exact = printed.getFirst().isExact();
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    html.line(language, Markup.bold(messages.say(exact ? "quote.exact" : "quote.near")));
    if (exact) {
      long outlets =
          printed.stream().map(each -> each.citation().edition().outlet()).distinct().count();
      html.line(
          language,
          messages.say(
              "quote.earliest",
              "outlets",
              messages.say("count.outlets", "count", outlets),
              "outlet",
              printed.getFirst().citation().edition().outlet(),
              "when",
              attributions.date(printed.getFirst().citation().edition())));
    }
    for (Printed each : printed.subList(0, Math.min(Composer.PASSAGES_SHOWN, printed.size()))) {
      if (!html.quotation(Quotations.marked(each.citation(), each.different()))) {
        break;
      }
      if (!each.missing().isEmpty()) {
        html.line(
            language, messages.say("quote.missing", "words", String.join(" · ", each.missing())));
      }
      html.line(language, attributions.who(each.citation()));
      html.line(language, attributions.source(each.citation()));
    }
    return Message.of(html.html());
  }
}
