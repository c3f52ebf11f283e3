package news.isnad.bot.compose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Coverage;
import news.isnad.answer.Explained;
import news.isnad.answer.Interpretation;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.answer.Searched;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.bot.telegram.Message;
import news.isnad.question.Reading;
import news.isnad.text.Language;

/**
 * Lays out what people read.
 *
 * <p>An answer is, in this order: a lead from a template (who, about what, when; the content is
 * never paraphrased), the quotation in its own language, who said it and how, where it was printed,
 * who denies it, up to two further passages, how the question was read if it had to be interpreted,
 * and how much was searched. Where nothing was found, no source is listed.
 *
 * <p>Safe for concurrent use.
 */
public final class Composer {
  /** Passages in an answer: the quotation and the further ones under it. */
  public static final int PASSAGES_SHOWN = 3;

  /** Actions of the buttons with other readings of a question, in their order. */
  public static final List<String> OTHER_READINGS = List.of("first", "second", "third");

  /** UTF-16 units of the first quotation, of a further one, of the text around a quotation. */
  private static final int LONGEST_QUOTATION = 1200;

  private static final int LONGEST_FURTHER = 360;
  private static final int LONGEST_SURROUNDING = 900;

  /** Longer labels are cut by the clients themselves, in the middle of a letter. */
  private static final int LONGEST_ON_A_BUTTON = 40;

  /** Of what can be chosen in other chats: more is not shown. */
  private static final int LONGEST_TITLE = 100;

  private static final int LONGEST_DESCRIPTION = 200;

  private final ZoneId zone;
  private final Names names;

  /**
   * @param zone the zone of dates where Telegram cannot show the reader's own
   * @param names known names, as a reading aid beside names in the other script
   */
  public Composer(ZoneId zone, Names names) {
    this.zone = requireNonNull(zone, "zone is null");
    this.names = requireNonNull(names, "names is null");
  }

  /**
   * An answer with its buttons.
   *
   * @param id the short id under which the answer's citations are kept
   */
  public Message answer(Answer answer, String id) {
    return answer(answer, id, Interpretation.OBVIOUS);
  }

  /**
   * An answer with its buttons.
   *
   * @param interpretation what is not obvious about how the question was read
   */
  public Message answer(Answer answer, String id, Interpretation interpretation) {
    return answer(answer, id, interpretation, AnswerLength.FULL);
  }

  /** The same, as long as the chat wants it. */
  public Message answer(
      Answer answer, String id, Interpretation interpretation, AnswerLength length) {
    Readings readings =
        new Readings(
            answer.reading(),
            interpretation,
            Messages.in(answer.reading().language()),
            zone,
            names);
    return switch (answer) {
      case Answer.Found found -> found(found, id, readings, length);
      case Answer.NotFound nothing -> notFound(nothing, id, readings);
    };
  }

  private Message found(Answer.Found found, String id, Readings readings, AnswerLength length) {
    boolean full = length == AnswerLength.FULL;
    Messages messages = Messages.in(found.reading().language());
    Language language = messages.language();
    Attributions attributions = new Attributions(messages, zone, names);
    Citation first = found.citations().getFirst();
    Html html = new Html();
    html.line(language, attributions.lead(first, Readings.topic(found.reading())));
    quote(html, first, full ? LONGEST_QUOTATION : LONGEST_FURTHER, messages);
    html.line(language, attributions.who(first));
    html.line(language, attributions.source(first));
    found.otherSide().ifPresent(other -> otherSide(html, other, attributions, language));
    if (full) {
      further(html, found.citations(), attributions, language);
    }
    html.gap();
    html.line(language, Markup.italic(readings.line()));
    html.line(language, coverage(found, messages));
    List<List<Button>> rows = new ArrayList<>(buttons(found, id, messages, length));
    rows.addAll(rows.size() - 1, readings.buttons(id, false));
    return Message.of(html.html()).withButtons(rows);
  }

  private static void quote(Html html, Citation citation, int longest, Messages messages) {
    Quotations.Quoted quoted = Quotations.of(citation, longest);
    html.quotation(quoted.lines());
    if (quoted.shortened()) {
      html.line(messages.language(), Markup.italic(messages.say("shortened")));
    }
  }

  /** Somebody else denies it: said with a label of its own, so that nobody reads one for both. */
  private static void otherSide(
      Html html, Citation other, Attributions attributions, Language language) {
    html.gap();
    html.line(language, Markup.bold(attributions.otherSide(other)));
    html.quotation(Quotations.of(other, LONGEST_FURTHER).lines());
    html.line(language, attributions.who(other));
    html.line(language, attributions.source(other));
  }

  private static void further(
      Html html, List<Citation> citations, Attributions attributions, Language language) {
    List<Html.Line> lines = new ArrayList<>();
    for (Citation next : citations.subList(1, Math.min(PASSAGES_SHOWN, citations.size()))) {
      if (!lines.isEmpty()) {
        lines.add(new Html.Line(language, Markup.none()));
      }
      lines.addAll(Quotations.of(next, LONGEST_FURTHER).lines());
      lines.add(new Html.Line(language, attributions.further(next)));
    }
    html.expandable(lines);
  }

  private static List<List<Button>> buttons(
      Answer.Found found, String id, Messages messages, AnswerLength length) {
    boolean full = length == AnswerLength.FULL;
    List<Button> about = new ArrayList<>();
    about.add(button(messages, "button.context", "context", id));
    if (found.citations().size() > (full ? PASSAGES_SHOWN : 1)) {
      about.add(button(messages, "button.more", full ? "more" : "rest", id));
    }
    return List.of(about, judgement(id, messages));
  }

  private static List<Button> judgement(String id, Messages messages) {
    return List.of(
        button(messages, "button.helpful", "good", id),
        button(messages, "button.unhelpful", "bad", id));
  }

  /** A button whose press comes back as {@code 1:action:id}. */
  public static Button button(Messages messages, String key, String action, String id) {
    return new Button.Callback(messages.text(key), "1:" + action + ":" + id);
  }

  /** A button with words from outside on it. */
  public static Button labelled(String words, String action, String id) {
    String label = Outside.label(words, LONGEST_ON_A_BUTTON);
    return new Button.Callback(label.isEmpty() ? "…" : label, "1:" + action + ":" + id);
  }

  private Message notFound(Answer.NotFound nothing, String id, Readings readings) {
    Reading reading = nothing.reading();
    Messages messages = Messages.in(reading.language());
    Language language = messages.language();
    Html html = new Html();
    html.line(
        language,
        reading
            .speaker()
            .map(asked -> messages.say("notfound.speaker", "speaker", asked.name()))
            .orElseGet(() -> messages.say("notfound")));
    html.line(language, searched(nothing.searched(), messages));
    html.line(language, Markup.italic(readings.line()));
    List<List<Button>> rows = new ArrayList<>();
    if (nothing.nearest().isPresent()) {
      rows.add(List.of(button(messages, "button.nearest", "nearest", id)));
    }
    rows.add(List.of(button(messages, "button.await", "await", id)));
    rows.addAll(readings.buttons(id, true));
    rows.add(judgement(id, messages));
    return Message.of(html.html()).withButtons(rows);
  }

  private Markup coverage(Answer.Found found, Messages messages) {
    return counted("coverage", found.searched(), messages, Optional.of(found.coverage()));
  }

  private Markup searched(Searched searched, Messages messages) {
    return searched.articles() == 0
        ? messages.say("searched.nothing")
        : counted("searched", searched, messages, Optional.empty());
  }

  private Markup counted(
      String key, Searched searched, Messages messages, Optional<Coverage> coverage) {
    Markup none = Markup.none();
    boolean dated = searched.from().isPresent() && searched.to().isPresent();
    return messages.say(
        dated ? key + ".period" : key,
        "outlets",
        messages.say("count.outlets", "count", coverage.map(Coverage::outlets).orElse(0)),
        "reports",
        messages.say("count.reports", "count", coverage.map(Coverage::reports).orElse(0)),
        "articles",
        messages.say("count.articles", "count", searched.articles()),
        "sources",
        messages.say("count.sources", "count", searched.sources()),
        "from",
        searched.from().map(from -> messages.date(from, zone)).orElse(none),
        "to",
        searched.to().map(to -> messages.date(Readings.lastMoment(to, zone), zone)).orElse(none));
  }

  /** An answer whose first passage editors have pinned to the question. */
  public Message pinned(
      Answer answer, String id, Interpretation interpretation, AnswerLength length) {
    Message message = answer(answer, id, interpretation, length);
    Html html = new Html();
    Language language = answer.reading().language();
    html.line(language, Markup.italic(Messages.in(language).say("pinned")));
    return message.withText(html.html() + "\n\n" + message.html());
  }

  /** The answer to a question that waited for it. */
  public Message answerAtLast(Answer answer, String id) {
    Message message = answer(answer, id);
    Html html = new Html();
    Language language = answer.reading().language();
    html.line(
        language,
        Messages.in(language).say("await.answered", "question", answer.reading().question()));
    return message.withText(html.html() + "\n\n" + message.html());
  }

  /** A passage to be posted in somebody's name, with nothing about who asked. */
  public InlineResult shared(Citation citation, Language language) {
    return shared(citation, new Html(), language);
  }

  /** The same, of a passage that is pinned as the answer. */
  public InlineResult sharedPinned(Citation citation, Language language) {
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
        Outside.label(citation.quote(), LONGEST_DESCRIPTION),
        Message.of(html.html()).withButtons(new PageLinks(messages).buttons(citation, false)));
  }

  /**
   * What a service made of a quotation, labelled as what it is.
   *
   * @param words of the service; hostile
   */
  public Message translation(Citation citation, String words, Language language) {
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

  /** The passage that came nearest to a question without an answer; labelled as what it is. */
  public Message nearest(Citation nearest, Language language) {
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    html.line(language, messages.say("nearest"));
    quote(html, nearest, LONGEST_QUOTATION, messages);
    html.line(language, attributions.who(nearest));
    html.line(language, attributions.source(nearest));
    return Message.of(html.html());
  }

  /** The citations that did not fit into the answer, as many as fit into a message. */
  public Message more(List<Citation> rest, Language language) {
    return more(rest, _ -> Standing.CURRENT, language);
  }

  /** The same, each with what has become of its edition since. */
  public Message more(
      List<Citation> rest, Function<Citation, Standing> standing, Language language) {
    Messages messages = Messages.in(language);
    if (rest.isEmpty()) {
      return notice(language, "more.none");
    }
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

  /** The text around a quotation, which stands out in it, and how it came from its speaker. */
  public Message context(Citation citation, Language language) {
    return context(citation, Standing.CURRENT, language);
  }

  /** The same, with what has become of its edition since. */
  public Message context(Citation citation, Standing standing, Language language) {
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
  public Message printed(List<Printed> printed, Language language) {
    Messages messages = Messages.in(language);
    if (printed.isEmpty()) {
      return notice(language, "quote.none");
    }
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
    for (Printed each : printed.subList(0, Math.min(PASSAGES_SHOWN, printed.size()))) {
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

  /**
   * Who said what when, a line each, in the order given.
   *
   * @param words the topic as typed
   */
  public Message timeline(String words, List<Citation> said, Language language) {
    Messages messages = Messages.in(language);
    if (said.isEmpty()) {
      return notice(language, "timeline.none", "topic", words);
    }
    Attributions attributions = new Attributions(messages, zone, names);
    return lines(
        language,
        Markup.bold(messages.say("timeline", "topic", words)),
        said.stream().map(attributions::moment).toList());
  }

  /** How an answer came about, as much of it as fits into a message. */
  public Message why(Explained explained, Language language) {
    return why(explained, language, new Html());
  }

  /** How an answer came about, all of it, for a terminal. */
  public Message whyAtLength(Explained explained, Language language) {
    return why(explained, language, new Html(Integer.MAX_VALUE));
  }

  private Message why(Explained explained, Language language, Html html) {
    for (Markup line : new Explanations(Messages.in(language), zone).lines(explained)) {
      if (!html.line(language, line)) {
        break;
      }
    }
    return Message.of(html.html());
  }

  /** The newest articles. */
  public Message latest(List<Edition> newest, Language language) {
    Messages messages = Messages.in(language);
    if (newest.isEmpty()) {
      return notice(language, "latest.none");
    }
    Html html = new Html();
    html.line(language, Markup.bold(messages.say("latest")));
    for (Edition edition : newest) {
      if (!html.line(language, item(edition, language))) {
        break;
      }
    }
    return Message.of(html.html());
  }

  /** An article in a list: headline, outlet, date and language. */
  public Markup item(Edition edition, Language language) {
    Messages messages = Messages.in(language);
    Markup title =
        edition.title().isBlank() ? messages.say("untitled") : Markup.label(edition.title());
    return messages.say(
        "latest.item",
        "title",
        Markup.link(edition.url(), title),
        "outlet",
        edition.outlet(),
        "when",
        new Attributions(messages, zone, names).date(edition),
        "language",
        messages.say("language", "language", edition.language()));
  }

  /** A message of one pattern; its arguments as {@link Messages} takes them. */
  public Message notice(Language language, String key, Object... namesAndValues) {
    Html html = new Html();
    Markup said = Messages.in(language).say(key, namesAndValues);
    html.line(language, said);
    return Message.of(html.html());
  }

  /** The question for the argument that a command needs; in a group it opens the reply field. */
  public Message prompt(Language language, String command, boolean group) {
    Message message = notice(language, command + ".prompt");
    return group
        ? message.withReplyPrompt(Messages.in(language).text(command + ".placeholder"))
        : message;
  }

  /** A text, then each command with its line from the menus. */
  public Message commands(Language language, String key, List<String> commands) {
    Messages messages = Messages.in(language);
    Html html = new Html();
    html.line(language, messages.say(key));
    html.gap();
    for (String command : commands) {
      html.line(
          language,
          messages.say(
              "command.line",
              "command",
              "/" + command,
              "description",
              messages.say("command." + command)));
    }
    return Message.of(html.html());
  }

  /** A heading and labels from outside, one on each line, as many as fit. */
  public Message list(Language language, Markup heading, List<String> labels) {
    return lines(language, heading, labels.stream().map(Markup::label).toList());
  }

  /** A heading and lines, as many as fit. */
  public Message lines(Language language, Markup heading, List<Markup> lines) {
    Html html = new Html();
    html.line(language, heading);
    html.gap();
    for (Markup line : lines) {
      if (!html.line(language, line)) {
        break;
      }
    }
    return Message.of(html.html());
  }

  /** A date and time, shown in the reader's zone where Telegram can. */
  public Markup time(Instant moment, Language language) {
    return Messages.in(language).time(moment, zone);
  }

  /**
   * Lays out what subscribers are told.
   *
   * @param of the zone of their chat
   */
  public AlertMessages alerts(ZoneId of) {
    return new AlertMessages(of, names);
  }

  /** The zone of chats that have set none. */
  public ZoneId zone() {
    return zone;
  }
}
