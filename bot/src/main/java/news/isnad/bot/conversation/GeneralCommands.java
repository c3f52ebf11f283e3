package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;

/** The commands that explain the bot, show the news and set its language. */
public final class GeneralCommands {
  private static final int LATEST_SHOWN = 8;
  private static final Set<Audience> EVERYWHERE = Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);

  private GeneralCommands() {}

  /** {@code /start}: what the bot does, on one screen. */
  public static Command start(Composer composer, Examples examples) {
    return new Start(composer, examples);
  }

  /**
   * {@code /help}: all commands in one message.
   *
   * @param others every other command; its list is read when help is asked for
   */
  public static Command help(Composer composer, Access access, List<Command> others) {
    return new Help(composer, access, others);
  }

  /** {@code /latest}: the newest articles. */
  public static Command latest(Composer composer, ArticleStore articles) {
    return new Latest(composer, articles);
  }

  /** {@code /language}: the language of the interface, of a person or of a group. */
  public static Command language(Composer composer, Memory memory) {
    return new LanguageSwitch(composer, memory);
  }

  private static Button languageButton(Language language) {
    return Composer.button(Messages.in(language), "button.language", "lang", language.code());
  }

  private record Start(Composer composer, Examples examples) implements Command {
    private Start {
      requireNonNull(composer, "composer is null");
      requireNonNull(examples, "examples is null");
    }

    @Override
    public String name() {
      return "start";
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of(Audience.PRIVATE_CHATS);
    }

    @Override
    public Reply handle(Request request) {
      boolean alone = request.asker().chat().isPrivate();
      List<List<Button>> rows = new ArrayList<>(examples.buttons(request.language()));
      rows.add(List.of(languageButton(request.language().other())));
      return Reply.say(
          composer
              .notice(request.language(), alone ? "start" : "greeting")
              .withButtons(alone ? rows : List.of()));
    }
  }

  private record Help(Composer composer, Access access, List<Command> others) implements Command {
    @Override
    public String name() {
      return "help";
    }

    @Override
    public Set<Audience> audiences() {
      return EVERYWHERE;
    }

    @Override
    public Reply handle(Request request) {
      boolean alone = request.asker().chat().isPrivate();
      List<String> names = new ArrayList<>();
      for (Command command : others) {
        boolean here =
            command.audiences().contains(alone ? Audience.PRIVATE_CHATS : Audience.GROUPS)
                || (!alone && command.audiences().contains(Audience.GROUP_ADMINISTRATORS))
                || (command.audiences().contains(Audience.OWNERS)
                    && access.may(request.asker(), command.action()));
        if (here) {
          names.add(command.name());
        }
      }
      return Reply.say(composer.commands(request.language(), alone ? "help" : "help.group", names));
    }
  }

  private record Latest(Composer composer, ArticleStore articles) implements Command {
    @Override
    public String name() {
      return "latest";
    }

    @Override
    public Set<Audience> audiences() {
      return EVERYWHERE;
    }

    @Override
    public Reply handle(Request request) {
      List<Edition> latest = articles.latest(LATEST_SHOWN);
      return Reply.say(composer.latest(latest, request.language()))
          .keeping(
              Listed.in(
                  request, request.language(), latest.stream().map(Edition::sequence).toList()));
    }
  }

  private record LanguageSwitch(Composer composer, Memory memory) implements Command {
    @Override
    public String name() {
      return "language";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("lang");
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of(Audience.PRIVATE_CHATS, Audience.GROUP_ADMINISTRATORS);
    }

    @Override
    public Action action() {
      return Action.ARRANGE;
    }

    @Override
    public Set<String> buttons() {
      return Set.of("lang");
    }

    @Override
    public Reply handle(Request request) {
      Optional<Language> named = Language.of(request.argument());
      return named.isPresent()
          ? Reply.say(chosen(named.get())).keeping(change(request, named.get()))
          : Reply.say(
              composer
                  .notice(request.language(), "language.ask")
                  .withButtons(
                      List.of(
                          List.of(
                              languageButton(Language.ARABIC), languageButton(Language.ENGLISH)))));
    }

    @Override
    public Reply pressed(String button, Request request) {
      return Language.of(request.argument())
          .filter(language -> language.code().equals(request.argument()))
          .map(language -> Reply.say(chosen(language)).keeping(change(request, language)))
          .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
    }

    private Message chosen(Language language) {
      return composer.notice(language, "language.chosen");
    }

    /** In a private chat it is the person's own language everywhere, else that of the group. */
    private Change change(Request request, Language language) {
      return memory.preferences().set(request.chat(), language);
    }
  }
}
