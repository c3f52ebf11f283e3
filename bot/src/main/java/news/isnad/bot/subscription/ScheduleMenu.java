package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/**
 * Shows and sets when a chat is told, for all of its subscriptions or for one of them. Safe for
 * concurrent use.
 */
final class ScheduleMenu {
  /** {@code sched} opens the menu of a subscription; {@code when} and {@code whenof} choose. */
  static final Set<String> BUTTONS = Set.of("sched", "when", "whenof", "listen");

  static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final ChatSchedule.Quiet NIGHT =
      new ChatSchedule.Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0));
  private static final Schedule TWICE =
      new Schedule.AtTimes(List.of(Schedule.MORNING, LocalTime.of(18, 0)));
  private static final Schedule DAILY = new Schedule.AtTimes(List.of(Schedule.MORNING));
  private static final int CAP = 20;

  private final Subscriptions subscriptions;
  private final Schedules schedules;
  private final Composer composer;

  ScheduleMenu(Subscriptions subscriptions, Schedules schedules, Composer composer) {
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /** The menu of a chat. */
  Message of(Request request) {
    return menu(schedules.of(request.chat()), schedules.muted(request.chat()), request);
  }

  /** Does what somebody wrote. */
  Reply wished(ScheduleWords.Wish wish, Request request) {
    ChatSchedule now = schedules.of(request.chat());
    return switch (wish) {
      case ScheduleWords.Wish.Usual(Schedule schedule) -> set(now.withUsual(schedule), request);
      case ScheduleWords.Wish.Quiet(Optional<ChatSchedule.Quiet> hours) ->
          set(now.withQuiet(hours), request);
      case ScheduleWords.Wish.Silent(boolean silent) -> set(now.withSilent(silent), request);
      case ScheduleWords.Wish.Zone(ZoneId zone) -> set(now.withZone(zone), request);
      case ScheduleWords.Wish.Most(int most) -> set(now.withMost(most), request);
      case ScheduleWords.Wish.UnknownZone(String words) ->
          Reply.say(composer.notice(request.language(), "schedule.zone.unknown", "words", words))
              .again(request);
      case ScheduleWords.Wish.Unknown _ ->
          Reply.say(
                  composer.lines(
                      request.language(),
                      request.messages().say("schedule.unknown", "words", request.argument()),
                      List.of(request.messages().say("schedule.hint"))))
              .again(request);
    };
  }

  private Reply set(ChatSchedule schedule, Request request) {
    return Reply.say(menu(schedule, schedules.muted(request.chat()), request))
        .keeping(schedules.set(request.chat(), schedule));
  }

  Reply pressed(String button, Request request) {
    return switch (button) {
      case "sched" ->
          subscriptions
              .find(request.argument(), request.chat())
              .map(found -> Reply.say(menuOf(found, chosen(found), request)))
              .orElseGet(() -> unknown(request));
      case "when" -> chosen(request);
      case "whenof" -> chosenFor(request);
      default -> listen(request);
    };
  }

  private static Reply unknown(Request request) {
    return Reply.notice(request.messages().text("button.unknown"));
  }

  private Reply chosen(Request request) {
    ChatSchedule now = schedules.of(request.chat());
    Optional<ChatSchedule> other =
        switch (request.argument()) {
          case "silent" -> Optional.of(now.withSilent(true));
          case "sound" -> Optional.of(now.withSilent(false));
          case "quiet" -> Optional.of(now.withQuiet(Optional.of(NIGHT)));
          case "noquiet" -> Optional.of(now.withQuiet(Optional.empty()));
          case "cap" -> Optional.of(now.withMost(CAP));
          case "nocap" -> Optional.of(now.withMost(0));
          default -> schedule(request.argument(), new Schedule.AtOnce()).map(now::withUsual);
        };
    return other
        .map(
            schedule ->
                Reply.edit(menu(schedule, schedules.muted(request.chat()), request))
                    .keeping(schedules.set(request.chat(), schedule)))
        .orElseGet(() -> unknown(request));
  }

  private static Optional<Schedule> schedule(String choice, Schedule atOnce) {
    return switch (choice) {
      case "now" -> Optional.of(atOnce);
      case "hourly" -> Optional.of(new Schedule.Hourly());
      case "daily" -> Optional.of(DAILY);
      case "twice" -> Optional.of(TWICE);
      case "chat" -> Optional.of(new Schedule.AtOnce());
      default -> Optional.empty();
    };
  }

  private Reply chosenFor(Request request) {
    String[] parts = request.argument().split("\\.", 2);
    Optional<Subscription> subscription = subscriptions.find(parts[0], request.chat());
    Optional<Schedule> schedule =
        parts.length == 2 ? schedule(parts[1], new Schedule.Always()) : Optional.empty();
    return subscription.isPresent() && schedule.isPresent()
        ? Reply.edit(menuOf(subscription.get(), schedule.get(), request))
            .keeping(schedules.set(parts[0], request.chat(), schedule.get()))
        : unknown(request);
  }

  private Reply listen(Request request) {
    List<String> muted = schedules.muted(request.chat());
    Optional<String> outlet =
        muted.stream().filter(each -> id(each).equals(request.argument())).findFirst();
    return outlet
        .map(
            each ->
                Reply.edit(
                        menu(
                            schedules.of(request.chat()),
                            muted.stream().filter(other -> !other.equals(each)).toList(),
                            request))
                    .keeping(schedules.mute(request.chat(), each, false)))
        .orElseGet(() -> unknown(request));
  }

  private static String id(String outlet) {
    return Integer.toHexString(outlet.hashCode());
  }

  private static Schedule chosen(Subscription subscription) {
    return Schedule.read(subscription.schedule()).orElseGet(Schedule.AtOnce::new);
  }

  private Message menu(ChatSchedule schedule, List<String> muted, Request request) {
    Messages messages = request.messages();
    List<Markup> lines = new ArrayList<>();
    lines.add(messages.say("schedule.usual", "when", when(schedule.usual(), messages)));
    lines.add(
        schedule
            .quiet()
            .map(hours -> messages.say("schedule.quiet", "hours", hours.text()))
            .orElseGet(() -> messages.say("schedule.quiet.none")));
    lines.add(messages.say("schedule.sound." + schedule.silent()));
    lines.add(
        schedule.most() > 0
            ? messages.say("schedule.most", "most", schedule.most())
            : messages.say("schedule.most.none"));
    lines.add(
        messages.say(
            "schedule.zone",
            "zone",
            name(schedule.zone()),
            "now",
            CLOCK.format(request.now().atZone(schedule.zone()))));
    if (!muted.isEmpty()) {
      lines.add(messages.say("schedule.muted", "outlets", String.join(" · ", muted)));
    }
    lines.add(messages.say("schedule.hint"));
    return composer
        .lines(request.language(), messages.say("schedule"), lines)
        .withButtons(buttons(schedule, muted, messages));
  }

  static String name(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  private static List<List<Button>> buttons(
      ChatSchedule schedule, List<String> muted, Messages messages) {
    List<List<Button>> rows = new ArrayList<>();
    rows.add(row(messages, "when", "", List.of("now", "hourly")));
    rows.add(row(messages, "when", "", List.of("daily", "twice")));
    rows.add(
        row(
            messages,
            "when",
            "",
            List.of(
                schedule.quiet().isPresent() ? "noquiet" : "quiet",
                schedule.silent() ? "sound" : "silent")));
    rows.add(row(messages, "when", "", List.of(schedule.most() > 0 ? "nocap" : "cap")));
    for (String outlet : muted.subList(0, Math.min(8, muted.size()))) {
      rows.add(
          List.of(
              Composer.labelled(
                  messages.text("button.unmute.outlet", "outlet", outlet), "listen", id(outlet))));
    }
    return rows;
  }

  private static List<Button> row(
      Messages messages, String action, String prefix, List<String> choices) {
    return choices.stream()
        .map(
            choice ->
                Composer.button(messages, "button.schedule." + choice, action, prefix + choice))
        .toList();
  }

  private Message menuOf(Subscription subscription, Schedule own, Request request) {
    Messages messages = request.messages();
    boolean asChat = own instanceof Schedule.AtOnce;
    Schedule valid = asChat ? schedules.of(request.chat()).usual() : own;
    String prefix = subscription.id() + ".";
    return composer
        .lines(
            request.language(),
            messages.say("schedule.one", "words", subscription.words()),
            List.of(
                messages.say(
                    asChat ? "schedule.as.chat" : "schedule.own", "when", when(valid, messages))))
        .withButtons(
            List.of(
                row(messages, "whenof", prefix, List.of("now", "hourly")),
                row(messages, "whenof", prefix, List.of("daily", "twice")),
                row(messages, "whenof", prefix, List.of("chat"))));
  }

  static Markup when(Schedule schedule, Messages messages) {
    String kind =
        switch (schedule) {
          case Schedule.AtOnce _, Schedule.Always _ -> "now";
          case Schedule.Hourly _ -> "hourly";
          case Schedule.AtTimes _ -> "times";
        };
    String times =
        schedule instanceof Schedule.AtTimes(List<LocalTime> all)
            ? all.stream().map(CLOCK::format).collect(Collectors.joining(", "))
            : "";
    return messages.say("schedule.when." + kind, "times", times);
  }
}
