package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.AnswerLength;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;

/**
 * {@code /settings}: language, time zone, hour of the digest and length of answers of a chat, in
 * one message that its buttons change in place. In a group for its administrators. Safe for
 * concurrent use.
 */
final class SettingsCommand implements ArrangingCommand {
  private static final String BUTTON = "set";
  private static final String CHOSEN = "button.settings.chosen";
  private static final List<Integer> HOURS = List.of(7, 8, 12, 18, 21);

  /** Zones with a button, by what stands on it; any other is typed. */
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "utc", ZoneOffset.UTC,
          "london", ZoneId.of("Europe/London"),
          "casablanca", ZoneId.of("Africa/Casablanca"),
          "cairo", ZoneId.of("Africa/Cairo"),
          "riyadh", ZoneId.of("Asia/Riyadh"),
          "dubai", ZoneId.of("Asia/Dubai"));

  private static final List<List<String>> ZONE_ROWS =
      List.of(List.of("utc", "london", "casablanca"), List.of("cairo", "riyadh", "dubai"));

  private final Schedules schedules;
  private final Preferences preferences;
  private final Composer composer;

  SettingsCommand(Schedules schedules, Preferences preferences, Composer composer) {
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.preferences = requireNonNull(preferences, "preferences is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /** What a chat has set. */
  private record Chosen(Language language, ChatSchedule schedule, AnswerLength length) {}

  /** What it is to be, and how that is stored. */
  private record Wanted(Chosen chosen, Change change) {}

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("set");
  }

  @Override
  public Set<String> buttons() {
    return Set.of(BUTTON);
  }

  /** Words after the command, or after the question for it, are a time zone. */
  @Override
  public Reply handle(Request request) {
    Chosen now = now(request);
    String words = request.argument().strip();
    if (words.isEmpty()) {
      return Reply.say(menu(now, request));
    }
    return ScheduleWords.zoneOf(words)
        .map(
            zone -> {
              Wanted wanted = withSchedule(now, now.schedule().withZone(zone), request);
              return Reply.say(menu(wanted.chosen(), request)).keeping(wanted.change());
            })
        .orElseGet(
            () ->
                Reply.say(
                        composer.notice(
                            request.language(), "schedule.zone.unknown", "words", words))
                    .again(request));
  }

  @Override
  public Reply pressed(String button, Request request) {
    if (request.argument().equals("zone.other")) {
      return Reply.say(
              composer.prompt(request.language(), name(), request.asker().chat().isGroup()))
          .awaiting();
    }
    return wanted(now(request), request)
        .map(wanted -> Reply.edit(menu(wanted.chosen(), request)).keeping(wanted.change()))
        .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
  }

  private Chosen now(Request request) {
    return new Chosen(
        preferences.chosen(request.chat()).orElse(request.language()),
        schedules.of(request.chat()),
        preferences.length(request.chat()));
  }

  private Optional<Wanted> wanted(Chosen now, Request request) {
    String[] parts = request.argument().split("\\.", 2);
    String choice = parts.length == 2 ? parts[1] : "";
    return switch (parts[0]) {
      case "lang" ->
          Language.of(choice)
              .filter(language -> language.code().equals(choice))
              .map(
                  language ->
                      new Wanted(
                          new Chosen(language, now.schedule(), now.length()),
                          preferences.set(request.chat(), language)));
      case "zone" ->
          Optional.ofNullable(ZONES.get(choice))
              .map(zone -> withSchedule(now, now.schedule().withZone(zone), request));
      case "hour" ->
          schedule(choice)
              .map(usual -> withSchedule(now, now.schedule().withUsual(usual), request));
      case "length" ->
          length(choice)
              .map(
                  length ->
                      new Wanted(
                          new Chosen(now.language(), now.schedule(), length),
                          preferences.set(request.chat(), length)));
      default -> Optional.empty();
    };
  }

  private Wanted withSchedule(Chosen now, ChatSchedule schedule, Request request) {
    return new Wanted(
        new Chosen(now.language(), schedule, now.length()),
        schedules.set(request.chat(), schedule));
  }

  private static Optional<Schedule> schedule(String choice) {
    if (choice.equals("now")) {
      return Optional.of(new Schedule.AtOnce());
    }
    return HOURS.stream()
        .filter(hour -> hour.toString().equals(choice))
        .findFirst()
        .map(hour -> new Schedule.AtTimes(List.of(LocalTime.of(hour, 0))));
  }

  private static Optional<AnswerLength> length(String choice) {
    return switch (choice) {
      case "short" -> Optional.of(AnswerLength.SHORT);
      case "full" -> Optional.of(AnswerLength.FULL);
      default -> Optional.empty();
    };
  }

  private Message menu(Chosen chosen, Request request) {
    Messages messages = Messages.in(chosen.language());
    ChatSchedule schedule = chosen.schedule();
    return composer
        .lines(
            chosen.language(),
            messages.say("settings"),
            List.of(
                messages.say("settings.language", "language", chosen.language()),
                messages.say(
                    "schedule.zone",
                    "zone",
                    ScheduleMenu.name(schedule.zone()),
                    "now",
                    ScheduleMenu.CLOCK.format(request.now().atZone(schedule.zone()))),
                messages.say(
                    "schedule.usual", "when", ScheduleMenu.when(schedule.usual(), messages)),
                messages.say("settings.length", "length", chosen.length())))
        .withButtons(buttons(chosen, messages));
  }

  private static List<List<Button>> buttons(Chosen chosen, Messages messages) {
    List<List<Button>> rows = new ArrayList<>();
    rows.add(
        List.of(
            language(Language.ARABIC, chosen, messages),
            language(Language.ENGLISH, chosen, messages)));
    for (List<String> row : ZONE_ROWS) {
      rows.add(row.stream().map(zone -> zone(zone, chosen, messages)).toList());
    }
    rows.add(List.of(button(messages.text("button.settings.zone"), "zone.other", false, messages)));
    List<Button> hours = new ArrayList<>();
    boolean atOnce = chosen.schedule().usual() instanceof Schedule.AtOnce;
    hours.add(button(messages.text("button.settings.now"), "hour.now", atOnce, messages));
    HOURS.forEach(hour -> hours.add(hour(hour, chosen, messages)));
    rows.add(hours.subList(0, 3));
    rows.add(hours.subList(3, hours.size()));
    rows.add(
        List.of(
            length("short", AnswerLength.SHORT, chosen, messages),
            length("full", AnswerLength.FULL, chosen, messages)));
    return rows;
  }

  private static Button language(Language language, Chosen chosen, Messages messages) {
    return button(
        Messages.in(language).text("button.language"),
        "lang." + language.code(),
        chosen.language() == language,
        messages);
  }

  private static Button zone(String zone, Chosen chosen, Messages messages) {
    ZoneId id = java.util.Objects.requireNonNull(ZONES.get(zone), "a zone of a row");
    String city =
        TimeZoneNames.getInstance(new ULocale(messages.language().code()))
            .getExemplarLocationName(id.getId());
    return button(
        city == null ? ScheduleMenu.name(id) : city,
        "zone." + zone,
        chosen.schedule().zone().equals(id),
        messages);
  }

  private static Button hour(int hour, Chosen chosen, Messages messages) {
    LocalTime time = LocalTime.of(hour, 0);
    boolean is =
        chosen.schedule().usual() instanceof Schedule.AtTimes(List<LocalTime> times)
            && times.equals(List.of(time));
    return button(ScheduleMenu.CLOCK.format(time), "hour." + hour, is, messages);
  }

  private static Button length(
      String choice, AnswerLength length, Chosen chosen, Messages messages) {
    return button(
        messages.text("button.settings." + choice),
        "length." + choice,
        chosen.length() == length,
        messages);
  }

  private static Button button(String label, String id, boolean chosen, Messages messages) {
    return Composer.labelled(chosen ? messages.text(CHOSEN, "choice", label) : label, BUTTON, id);
  }
}
