package news.isnad.bot.compose;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.speaker.Speech;
import news.isnad.text.Language;
import news.isnad.text.Span;

/**
 * Lays out what subscribers are told: alerts, what is new about a story, and many stories together.
 *
 * <p>An alert is, in this order: headline, key quotation, who said it, outlet with upstream and
 * time, how many further outlets have it, what it matched, and what became of it in this chat. Many
 * stories are a line each, under the words that they matched, quotations first; they go on in a
 * further message where one cannot hold them.
 *
 * <p>Safe for concurrent use.
 */
public final class AlertMessages {
  private static final int LONGEST_QUOTATION = 500;
  private static final int LONGEST_OF_AN_UPDATE = 360;

  /** So many things that are new about a story fit into one message. */
  public static final int MOST_PARTS = 3;

  /** Telegram ignores formatting beyond about a hundred entities; a line has up to three. */
  private static final int MOST_LINES = 24;

  /** More stories than these are told by their headlines alone. */
  private static final int MOST_WITH_QUOTATIONS = 48;

  private static final Span NOTHING = new Span(0, 0);

  private final ZoneId zone;
  private final Names names;

  /**
   * @param zone of times where Telegram cannot show the reader's own
   * @param names known names, as a reading aid beside names in the other script
   */
  public AlertMessages(ZoneId zone, Names names) {
    this.zone = requireNonNull(zone, "zone is null");
    this.names = requireNonNull(names, "names is null");
  }

  /**
   * A story as far as one edition tells it. Immutable.
   *
   * @param quotation its key quotation, if anybody says anything
   * @param furtherOutlets how many more have it
   * @param news what is new in it
   */
  public record Item(
      Edition edition, Optional<Citation> quotation, int furtherOutlets, News news) {}

  /** Stories of one topic. Immutable. */
  public record Section(String words, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * What became of an alert in its chat. Immutable.
   *
   * @param claimed who is on it
   * @param corrected what its source said later
   * @param snoozed until when nothing more is told of its topic
   */
  public record State(
      boolean muted,
      boolean outletMuted,
      Optional<Instant> snoozed,
      Optional<String> claimed,
      Optional<News> corrected) {
    /** Nothing became of it. */
    public static final State NEW =
        new State(false, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Why many stories are told together. */
  public enum Together {
    DIGEST,
    CATCH_UP,
    BRIEF
  }

  /**
   * An alert with its buttons.
   *
   * @param id the alert's short id
   * @param words the topic, as typed
   * @param subscription its short id
   */
  public Message alert(
      Item item, String words, State state, String id, String subscription, Language language) {
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    News head = state.corrected().orElse(News.FIRST);
    html.line(
        language, messages.say("alert." + key(head), "title", Markup.bold(title(item, messages))));
    item.quotation()
        .ifPresent(citation -> quote(html, citation, LONGEST_QUOTATION, attributions, messages));
    html.line(language, attributions.source(cited(item)));
    if (item.furtherOutlets() > 0) {
      html.line(
          language,
          messages.say(
              "alert.further",
              "outlets",
              messages.say("count.further", "count", item.furtherOutlets())));
    }
    html.gap();
    html.line(language, messages.say("alert.matched", "words", words));
    state.claimed().ifPresent(by -> html.line(language, messages.say("alert.claimed", "name", by)));
    if (state.muted()) {
      html.line(language, messages.say("alert.muted"));
    }
    state
        .snoozed()
        .ifPresent(
            until ->
                html.line(
                    language, messages.say("alert.snoozed", "until", messages.time(until, zone))));
    return previewed(
        Message.of(html.html())
            .withButtons(buttons(item.edition().outlet(), state, id, subscription, messages)),
        item.edition());
  }

  private static List<List<Button>> buttons(
      String outlet, State state, String id, String subscription, Messages messages) {
    boolean claimed = state.claimed().isPresent();
    List<Button> about =
        List.of(
            Composer.button(messages, "button.alert.context", "actx", id),
            claimed
                ? Composer.button(messages, "button.offit", "offit", id)
                : Composer.button(messages, "button.onit", "onit", id));
    List<Button> muting =
        List.of(
            state.muted()
                ? Composer.button(messages, "button.unmute", "unmute", id)
                : Composer.button(messages, "button.mute", "mute", id),
            named(
                messages,
                state.outletMuted() ? "button.unmute.outlet" : "button.mute.outlet",
                outlet,
                state.outletMuted() ? "hear" : "deaf",
                id));
    List<Button> stopping =
        List.of(
            state.snoozed().isPresent()
                ? Composer.button(messages, "button.wake", "wake", id)
                : Composer.button(messages, "button.snooze", "snooze", id),
            Composer.button(messages, "button.stop", "stop", subscription));
    return List.of(about, muting, stopping);
  }

  private static Button named(
      Messages messages, String key, String outlet, String action, String id) {
    String label = Outside.label(outlet, 24);
    return new Button.Callback(
        messages.text(key, "outlet", label.isEmpty() ? "…" : label), "1:" + action + ":" + id);
  }

  /**
   * What is new about a story that was told before.
   *
   * @param news {@link #MOST_PARTS} things at most, the weightiest first
   */
  public Message update(List<Item> news, String words, Language language) {
    if (news.size() > MOST_PARTS) {
      throw new IllegalArgumentException("more than fits into a message: " + news.size());
    }
    Messages messages = Messages.in(language);
    Attributions attributions = new Attributions(messages, zone, names);
    Html html = new Html();
    for (Item item : news) {
      html.line(
          language,
          messages.say(
              "update." + key(item.news()),
              "outlet",
              item.edition().outlet(),
              "title",
              Markup.bold(title(item, messages))));
      item.quotation()
          .ifPresent(
              citation -> quote(html, citation, LONGEST_OF_AN_UPDATE, attributions, messages));
      html.line(language, attributions.source(cited(item)));
      html.gap();
    }
    html.line(language, messages.say("alert.matched", "words", words));
    return previewed(Message.of(html.html()), news.getFirst().edition());
  }

  private static void quote(
      Html html, Citation citation, int longest, Attributions attributions, Messages messages) {
    Quotations.Quoted quoted = Quotations.of(citation, longest);
    html.quotation(quoted.lines());
    if (quoted.shortened()) {
      html.line(messages.language(), Markup.italic(messages.say("shortened")));
    }
    html.line(messages.language(), attributions.who(citation));
  }

  private static Citation cited(Item item) {
    return item.quotation()
        .orElseGet(
            () ->
                new Citation(item.edition(), NOTHING, Speech.NONE, Optional.empty(), List.of(), 0));
  }

  private static Markup title(Item item, Messages messages) {
    Edition edition = item.edition();
    Markup title =
        Outside.label(edition.title(), Messages.LONGEST_LABEL).isEmpty()
            ? messages.say("untitled")
            : Markup.label(edition.title());
    return Markup.link(edition.url(), title);
  }

  private static Message previewed(Message message, Edition edition) {
    return edition
        .url()
        .map(URI::toASCIIString)
        .filter(Button.Link::isAddress)
        .map(message::withPreview)
        .orElse(message);
  }

  /**
   * Many stories together, in as many messages as it takes: none is left out.
   *
   * @param since from when on they are
   * @param stories how many they are; of one there may be several lines
   */
  public List<Message> together(
      Together why, Instant since, List<Section> sections, int stories, Language language) {
    Messages messages = Messages.in(language);
    int lines = sections.stream().mapToInt(section -> section.items().size()).sum();
    boolean quoting = lines <= MOST_WITH_QUOTATIONS;
    Pages pages =
        new Pages(
            language,
            Markup.bold(
                messages.say(
                    "together." + key(why),
                    "stories",
                    messages.say("count.stories", "count", stories),
                    "since",
                    messages.time(since, zone))));
    for (Section section : sections) {
      Markup heading = messages.say("together.words", "words", section.words());
      pages.section(heading);
      for (Item item : section.items()) {
        pages.line(line(item, quoting, messages), heading);
      }
    }
    return pages.done();
  }

  /** One story in one line: the quotation first. */
  private Markup line(Item item, boolean quoting, Messages messages) {
    Attributions attributions = new Attributions(messages, zone, names);
    List<Markup> parts = new ArrayList<>();
    if (item.news() != News.FIRST && item.news() != News.NOTHING) {
      parts.add(messages.say("together.news." + newsKey(item.news())));
    }
    item.quotation()
        .filter(_ -> quoting)
        .flatMap(citation -> saying(citation, attributions, messages))
        .ifPresent(parts::add);
    parts.add(title(item, messages));
    parts.add(
        item.furtherOutlets() > 0
            ? messages.say(
                "together.outlets",
                "outlet",
                item.edition().outlet(),
                "further",
                messages.say("count.further", "count", item.furtherOutlets()))
            : Markup.label(item.edition().outlet()));
    parts.add(attributions.when(item.edition()));
    return messages.joined(parts);
  }

  private static String newsKey(News news) {
    return news.isCorrection() ? "correction" : key(news);
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static Optional<Markup> saying(
      Citation citation, Attributions attributions, Messages messages) {
    if (citation.quote().isBlank() || citation.speaker().isEmpty()) {
      return Optional.empty();
    }
    String key = citation.speech() == Speech.DIRECT ? "together.quotation" : "together.reported";
    return Optional.of(
        messages.say(
            key, "quote", Markup.words(citation.quote()), "speaker", attributions.name(citation)));
  }

  /** Messages that are filled one after the other. Confined to one call. */
  private static final class Pages {
    private final Language language;
    private final List<Message> full = new ArrayList<>();
    private Html html = new Html();
    private int lines;

    Pages(Language language, Markup heading) {
      this.language = language;
      html.line(language, heading);
    }

    void section(Markup heading) {
      if (lines >= MOST_LINES - 1) {
        turn();
      }
      html.gap();
      if (!html.line(language, heading)) {
        turn();
        html.line(language, heading);
      }
      lines++;
    }

    void line(Markup line, Markup heading) {
      if (lines >= MOST_LINES || !html.line(language, line)) {
        turn();
        html.line(language, heading);
        html.line(language, line);
      }
      lines++;
    }

    private void turn() {
      full.add(Message.of(html.html()));
      html = new Html();
      lines = 0;
    }

    List<Message> done() {
      turn();
      return List.copyOf(full);
    }
  }
}
