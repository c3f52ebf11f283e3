package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Folding;

/**
 * {@code /schedule}, {@code /quiet}, {@code /settings}, {@code /brief}, and the buttons under
 * alerts.
 */
public final class AlertCommands {
  private AlertCommands() {}

  /** All of them; the buttons under alerts belong to {@code /brief}. */
  public static List<Command> all(Alerts.Parts parts, Access access) {
    requireNonNull(access, "access is null");
    ScheduleMenu menu =
        new ScheduleMenu(parts.subscriptions(), parts.schedules(), parts.composer());
    AlertText text = parts.text();
    return List.of(
        new When(menu),
        new Quiet(menu, parts.composer()),
        new SettingsCommand(parts.schedules(), parts.preferences(), parts.composer()),
        new Brief(text, parts.composer(), new AlertButtons(parts, text, access)));
  }

  private record When(ScheduleMenu menu) implements ArrangingCommand {
    @Override
    public String name() {
      return "schedule";
    }

    @Override
    public Set<String> buttons() {
      return ScheduleMenu.BUTTONS;
    }

    @Override
    public Reply handle(Request request) {
      return request.argument().isBlank()
          ? Reply.say(menu.of(request))
          : menu.wished(ScheduleWords.read(request.argument()), request);
    }

    @Override
    public Reply pressed(String button, Request request) {
      return menu.pressed(button, request);
    }
  }

  private record Quiet(ScheduleMenu menu, Composer composer) implements ArrangingCommand {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public Reply handle(Request request) {
      String hours = Folding.fold(request.argument()).strip();
      return hours.isEmpty()
          ? Reply.say(
                  composer.prompt(request.language(), "quiet", request.asker().chat().isGroup()))
              .awaiting()
          : menu.wished(ScheduleWords.quiet(hours), request);
    }
  }

  private record Brief(AlertText text, Composer composer, AlertButtons buttonsUnderAlerts)
      implements Command {
    private static final Pattern HOURS =
        Pattern.compile("([0-9]{1,3})\\s*(?:h|hours?|hrs?|س|ساعه|ساعات|d|days?|يوم|ايام)?");
    private static final int USUAL = 8;
    private static final int MOST = 168;
    private static final int MOST_STORIES = 40;

    @Override
    public String name() {
      return "brief";
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
    }

    @Override
    public Set<String> buttons() {
      return AlertButtons.BUTTONS;
    }

    @Override
    public Action action(String button) {
      return AlertButtons.action(button);
    }

    @Override
    public Reply handle(Request request) {
      Optional<Integer> hours = hours(request.argument());
      if (hours.isEmpty()) {
        return Reply.say(composer.notice(request.language(), "brief.unknown"));
      }
      Instant since = request.now().minus(Duration.ofHours(hours.get()));
      List<Message> messages =
          text.brief(request.chat(), request.thread(), since, MOST_STORIES, request.language());
      if (messages.isEmpty()) {
        return Reply.say(
            composer.notice(
                request.language(),
                "brief.none",
                "since",
                composer.time(since, request.language())));
      }
      return new Reply(messages, Optional.empty(), Optional.empty(), List.of(), false, false);
    }

    private static Optional<Integer> hours(String argument) {
      String words = Folding.fold(argument).strip();
      if (words.isEmpty()) {
        return Optional.of(USUAL);
      }
      Matcher said = HOURS.matcher(words);
      if (!said.matches()) {
        return Optional.empty();
      }
      boolean days = words.matches(".*(?:d|days?|يوم|ايام)");
      int hours = Integer.parseInt(said.group(1)) * (days ? 24 : 1);
      return Optional.of(hours).filter(each -> each >= 1 && each <= MOST);
    }

    @Override
    public Reply pressed(String button, Request request) {
      return buttonsUnderAlerts.pressed(button, request);
    }
  }
}
