package news.isnad.bot.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Call.BotCommand;
import news.isnad.bot.telegram.Call.CommandScope;
import news.isnad.text.Language;

/** What Telegram is told about the bot itself: menus, name and descriptions, in both languages. */
public final class BotCommands {
  private BotCommands() {}

  /**
   * The calls to make at start, in this order: the menus first, since Telegram may ask for hours of
   * patience before it takes a name again. English goes to everybody whose language has no list of
   * its own.
   *
   * @param persons whose private chats get a menu of their own, and which
   */
  public static List<Call> calls(List<Command> commands, Map<Long, Audience> persons) {
    List<Call> calls = new ArrayList<>();
    for (Language language : List.of(Language.ENGLISH, Language.ARABIC)) {
      Messages messages = Messages.in(language);
      Optional<String> code = code(language);
      for (Map.Entry<Audience, CommandScope> scope : scopes().entrySet()) {
        calls.add(
            new Call.SetMyCommands(
                menu(commands, messages, seenBy(scope.getKey())), scope.getValue(), code));
      }
      for (Map.Entry<Long, Audience> person : persons.entrySet()) {
        calls.add(
            new Call.SetMyCommands(
                menu(commands, messages, seenBy(person.getValue())),
                new CommandScope.OneChat(person.getKey()),
                code));
      }
    }
    calls.add(new Call.ShowCommandsMenu());
    for (Language language : List.of(Language.ENGLISH, Language.ARABIC)) {
      Messages messages = Messages.in(language);
      Optional<String> code = code(language);
      calls.add(new Call.SetMyDescription(messages.text("bot.description"), code));
      calls.add(new Call.SetMyShortDescription(messages.text("bot.short"), code));
      calls.add(new Call.SetMyName(messages.text("bot.name"), code));
    }
    return calls;
  }

  private static Optional<String> code(Language language) {
    return Optional.of(language.code()).filter(_ -> language != Language.ENGLISH);
  }

  private static Map<Audience, CommandScope> scopes() {
    Map<Audience, CommandScope> scopes = new EnumMap<>(Audience.class);
    scopes.put(Audience.PRIVATE_CHATS, new CommandScope.PrivateChats());
    scopes.put(Audience.GROUPS, new CommandScope.Groups());
    scopes.put(Audience.GROUP_ADMINISTRATORS, new CommandScope.GroupAdministrators());
    return scopes;
  }

  /** Telegram shows one menu, the narrowest: it has to hold those of the wider ones too. */
  private static Set<Audience> seenBy(Audience audience) {
    return switch (audience) {
      case PRIVATE_CHATS -> Set.of(Audience.PRIVATE_CHATS);
      case GROUPS -> Set.of(Audience.GROUPS);
      case GROUP_ADMINISTRATORS -> Set.of(Audience.GROUPS, Audience.GROUP_ADMINISTRATORS);
      case EDITORS -> Set.of(Audience.PRIVATE_CHATS, Audience.EDITORS);
      case OPERATORS -> Set.of(Audience.PRIVATE_CHATS, Audience.OPERATORS);
      case OWNERS -> Set.of(Audience.PRIVATE_CHATS, Audience.OWNERS);
    };
  }

  private static List<BotCommand> menu(
      List<Command> commands, Messages messages, Set<Audience> audiences) {
    return commands.stream()
        .filter(command -> command.audiences().stream().anyMatch(audiences::contains))
        .map(command -> new BotCommand(command.name(), messages.text("command." + command.name())))
        .toList();
  }
}
