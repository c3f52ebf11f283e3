package news.isnad.bot.compose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Explained;
import news.isnad.answer.Interpretation;
import news.isnad.answer.PrintedQuotes.Printed;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.InlineResult;
import news.isnad.bot.telegram.Message;
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

  /** Longer labels are cut by the clients themselves, in the middle of a letter. */
  private static final int LONGEST_ON_A_BUTTON = 40;

  private final ZoneId zone;
  private final Names names;
  private final PassageLayout passages;
  private final AnswerLayout layout;

  /**
   * @param zone the zone of dates where Telegram cannot show the reader's own
   * @param names known names, as a reading aid beside names in the other script
   */
  public Composer(ZoneId zone, Names names) {
    this.zone = requireNonNull(zone, "zone is null");
    this.names = requireNonNull(names, "names is null");
    passages = new PassageLayout(zone, names);
    layout = new AnswerLayout(zone, names);
  }

  /** The same, for a chat in another zone. */
  public Composer in(ZoneId chats) {
    return chats.equals(zone) ? this : new Composer(chats, names);
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
      case Answer.Found found -> layout.found(found, id, readings, length);
      case Answer.NotFound nothing -> layout.notFound(nothing, id, readings);
    };
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
    return passages.shared(citation, language);
  }

  /** The same, of a passage that is pinned as the answer. */
  public InlineResult sharedPinned(Citation citation, Language language) {
    return passages.sharedPinned(citation, language);
  }

  /**
   * What a service made of a quotation, labelled as what it is.
   *
   * @param words of the service; hostile
   */
  public Message translation(Citation citation, String words, Language language) {
    return PassageLayout.translation(citation, words, language);
  }

  /** The passage that came nearest to a question without an answer; labelled as what it is. */
  public Message nearest(Citation nearest, Language language) {
    return passages.nearest(nearest, language);
  }

  /** The citations that did not fit into the answer, as many as fit into a message. */
  public Message more(List<Citation> rest, Language language) {
    return more(rest, _ -> Standing.CURRENT, language);
  }

  /** The same, each with what has become of its edition since. */
  public Message more(
      List<Citation> rest, Function<Citation, Standing> standing, Language language) {
    return rest.isEmpty() ? notice(language, "more.none") : passages.more(rest, standing, language);
  }

  /** The text around a quotation, which stands out in it, and how it came from its speaker. */
  public Message context(Citation citation, Language language) {
    return context(citation, Standing.CURRENT, language);
  }

  /** The same, with what has become of its edition since. */
  public Message context(Citation citation, Standing standing, Language language) {
    return passages.context(citation, standing, language);
  }

  /** Where words that somebody asked about were printed, and how they differ there. */
  public Message printed(List<Printed> printed, Language language) {
    return printed.isEmpty() ? notice(language, "quote.none") : passages.printed(printed, language);
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
