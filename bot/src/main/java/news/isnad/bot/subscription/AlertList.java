package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Folding;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.TopicText;
import news.isnad.topic.Topics;

/** Shows what a chat is told of: pages of a list, and one entry. Safe for concurrent use. */
final class AlertList {
  private static final int ON_A_PAGE = 8;

  private final Topics topics;
  private final ForumTopics forumTopics;
  private final Composer composer;

  AlertList(Topics topics, ForumTopics forumTopics, Composer composer) {
    this.forumTopics = requireNonNull(forumTopics, "forumTopics is null");
    this.topics = requireNonNull(topics, "topics is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /**
   * A page of a list. Immutable.
   *
   * @param search id of what the list is narrowed down to; {@code -} for nothing
   */
  record Place(String search, int page) {
    static final Place FIRST = new Place("-", 0);

    private Place at(int other) {
      return new Place(search, other);
    }

    private String text() {
      return search + "." + page;
    }
  }

  /**
   * What stands on a button: a page, perhaps a subscription and a forum topic. Immutable.
   *
   * @param thread where it is to be told; 0 for General
   */
  record Pressed(Place place, Optional<String> subscription, Optional<Long> thread) {
    private static final Pattern SHAPE =
        Pattern.compile(
            "(-|[A-Za-z0-9_-]{11})\\.(0|[1-9][0-9]{0,3})(?:\\.([A-Za-z0-9_-]{11})(?:\\.(0|[1-9][0-9]{0,17}))?)?");

    static Optional<Pressed> of(String data) {
      Matcher shape = SHAPE.matcher(data);
      return shape.matches()
          ? Optional.of(
              new Pressed(
                  new Place(shape.group(1), Integer.parseInt(shape.group(2))),
                  Optional.ofNullable(shape.group(3)),
                  Optional.ofNullable(shape.group(4)).map(Long::valueOf)))
          : Optional.empty();
    }
  }

  /** A page of all subscriptions whose words hold the words searched for. */
  Message page(List<Subscription> all, Place place, String search, Request request) {
    Messages messages = request.messages();
    if (all.isEmpty()) {
      return composer.notice(request.language(), "alerts.none");
    }
    List<Subscription> found = all.stream().filter(each -> hasAll(each, search)).toList();
    int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    Place here = place.at(Math.min(place.page(), pages - 1));
    List<Markup> lines = new ArrayList<>();
    if (!search.isEmpty()) {
      lines.add(messages.say("alerts.search", "words", search, "count", found.size()));
    }
    if (pages > 1) {
      lines.add(messages.say("alerts.page", "page", here.page() + 1, "pages", pages));
    }
    lines.add(messages.say("alerts.hint"));
    List<List<Button>> rows = new ArrayList<>();
    int from = here.page() * ON_A_PAGE;
    for (Subscription each : found.subList(from, Math.min(found.size(), from + ON_A_PAGE))) {
      String data = here.text() + "." + each.id();
      rows.add(List.of(Composer.labelled(mark(each) + each.words(), "aone", data)));
    }
    List<Button> turns = new ArrayList<>();
    if (here.page() > 0) {
      turns.add(
          Composer.button(messages, "button.previous", "apage", here.at(here.page() - 1).text()));
    }
    if (here.page() + 1 < pages) {
      turns.add(Composer.button(messages, "button.next", "apage", here.at(here.page() + 1).text()));
    }
    rows.add(turns);
    List<Button> others = new ArrayList<>();
    if (!search.isEmpty()) {
      others.add(Composer.button(messages, "button.all", "apage", Place.FIRST.text()));
    }
    if (all.size() > ON_A_PAGE) {
      others.add(Composer.button(messages, "button.search", "afind", Place.FIRST.text()));
    }
    rows.add(others);
    rows.removeIf(List::isEmpty);
    return composer
        .lines(request.language(), messages.say("alerts", "count", all.size()), lines)
        .withButtons(rows);
  }

  /** The list asks for words that it is to be narrowed down to. */
  Message asking(Request request) {
    String key = request.asker().chat().isGroup() ? "alerts.prompt.group" : "alerts.prompt";
    return composer
        .notice(request.language(), key)
        .withButtons(
            List.of(
                List.of(
                    Composer.button(
                        request.messages(), "button.back", "apage", Place.FIRST.text()))));
  }

  /** Whether a topic has each of some words, in any order. */
  private static boolean hasAll(Subscription subscription, String search) {
    String words = Folding.fold(subscription.words());
    return Stream.of(Folding.fold(search).strip().split("\\s+", -1)).allMatch(words::contains);
  }

  private static String mark(Subscription subscription) {
    return subscription.paused() ? "⏸ " : subscription.question() ? "❓ " : "";
  }

  /** One subscription with what can be done about it. */
  Message entry(Subscription one, Place place, Request request) {
    Messages messages = request.messages();
    List<Markup> lines = new ArrayList<>();
    if (!one.question() && topics.parse(one.words()) instanceof Parsed.Understood(Topic topic)) {
      lines.add(messages.say("alert.understood", "topic", TopicText.of(topic, request.language())));
    }
    boolean here = one.thread().equals(request.thread());
    if (request.asker().chat().isGroup()) {
      String where = here ? "here" : one.thread().isPresent() ? "elsewhere" : "general";
      lines.add(messages.say("alert.where." + where));
    }
    lines.add(
        messages.say(
            one.paused() ? "alert.paused" : "alert.since",
            "when",
            composer.time(one.created(), request.language())));
    return composer
        .lines(
            request.language(),
            messages.say(one.question() ? "alert.question" : "alert.topic", "words", one.words()),
            lines)
        .withButtons(buttons(one, here, place, messages));
  }

  private List<List<Button>> buttons(
      Subscription one, boolean here, Place place, Messages messages) {
    String data = place.text() + "." + one.id();
    List<List<Button>> rows = new ArrayList<>();
    List<Button> first = new ArrayList<>();
    first.add(
        one.paused()
            ? Composer.button(messages, "button.resume", "aresume", data)
            : Composer.button(messages, "button.pause", "apause", data));
    if (!one.question()) {
      first.add(Composer.button(messages, "button.edit", "aedit", one.id()));
      rows.add(first);
      rows.add(List.of(Composer.button(messages, "button.schedule", "sched", one.id())));
    } else {
      rows.add(first);
    }
    if (!forumTopics.in(one.chat()).isEmpty()) {
      rows.add(List.of(Composer.button(messages, "button.where", "awhere", data)));
    } else if (!here) {
      rows.add(List.of(Composer.button(messages, "button.move", "amove", data)));
    }
    rows.add(
        List.of(
            Composer.button(messages, "button.delete", "aend", data),
            Composer.button(messages, "button.back", "apage", place.text())));
    return rows;
  }

  /** The forum topics that a subscription can be told in. */
  Message where(Subscription one, Place place, Request request) {
    Messages messages = request.messages();
    String data = place.text() + "." + one.id();
    List<List<Button>> rows = new ArrayList<>();
    rows.add(List.of(Composer.button(messages, "button.general", "amove", data + ".0")));
    for (ForumTopics.ForumTopic each : forumTopics.in(one.chat())) {
      String name =
          each.name().orElseGet(() -> messages.text("topic.unnamed", "number", each.thread()));
      rows.add(List.of(Composer.labelled(name, "amove", data + "." + each.thread())));
    }
    rows.add(List.of(Composer.button(messages, "button.back", "aone", data)));
    return composer
        .notice(request.language(), "alert.where", "words", one.words())
        .withButtons(rows);
  }

  /** Whether a button to move names a place that is offered now: General, a topic, or here. */
  boolean isOffered(Optional<Long> pressed, Subscription one) {
    List<ForumTopics.ForumTopic> all = forumTopics.in(one.chat());
    return pressed.isEmpty()
        ? all.isEmpty()
        : pressed.get() == 0 || all.stream().anyMatch(each -> each.thread() == pressed.get());
  }

  /** The place that a button to move names. */
  static Optional<Long> target(Optional<Long> pressed, Request request) {
    return pressed.isEmpty() ? request.thread() : pressed.filter(thread -> thread != 0);
  }

  /** A subscription has ended, which can be taken back. */
  Message ended(Subscription one, Place place, Request request) {
    Messages messages = request.messages();
    String data = place.text() + "." + one.id();
    return composer
        .notice(request.language(), "unsubscribe.done", "words", one.words())
        .withButtons(
            List.of(
                List.of(
                    Composer.button(messages, "button.undo", "aback", data),
                    Composer.button(messages, "button.back", "apage", place.text()))));
  }
}
