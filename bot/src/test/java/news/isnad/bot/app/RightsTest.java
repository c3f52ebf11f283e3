package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SentFiles;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's table of rights is what the bot does: each command, said by each kind of somebody. */
class RightsTest {
  private static final long OWNER = 1;
  private static final long ADMINISTRATOR = 3;
  private static final long GROUP = -100;
  private static final long CHANNEL = -200;

  private static final String FROM_OWNER =
      "\"from\": {\"id\": 1, \"first_name\": \"x\", \"is_bot\": false}";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private long updates;

  /** Who says something, in the order of README's columns. */
  private enum Identity {
    OWNER,
    OPERATOR,
    EDITOR,
    FORMER_OPERATOR,
    GROUP_ADMINISTRATOR,
    ANONYMOUS_ADMINISTRATOR,
    CHANNEL,
    MEMBER,
    STRANGER,
    FORWARDED,
    EDITED,
    INLINE,
    VIA_ANOTHER_BOT,
    BOT
  }

  @Test
  void readme_saysWhatEachIdentityMayDo() throws IOException {
    List<String> rows = new ArrayList<>();
    try (Engine engine =
            FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
        SourcesAtWork sources = SourcesAtWork.over(engine, settings(""), clock);
        Conversation open = conversation(engine, sources, settings(""));
        Conversation closed = conversation(engine, sources, settings("7"))) {
      for (String text : List.of("/grant 11 operator", "/grant 12 editor", "/grant 13 operator")) {
        assertThat(say(open, Identity.OWNER, text)).isEqualTo("yes");
      }
      assertThat(say(open, Identity.FORMER_OPERATOR, "/audit")).isEqualTo("yes");
      say(open, Identity.OWNER, "/revoke 13");
      for (String name : List.of("/sub", "/unsub", "/list", "/lang", "/set")) {
        assertThat(say(open, Identity.OWNER, name)).as(name).isEqualTo("yes");
      }
      for (Command command : open.commands()) {
        if (hasWord(command)) {
          rows.add(row(command.name(), open, closed));
        }
      }
    }
    assertThat(written()).containsExactlyElementsOf(rows);
  }

  @Test
  void ownersPlainMessage_isReadAsACommand() {
    assertThat(read(messageOfOwner("/audit")))
        .isInstanceOfSatisfying(
            Incoming.TextMessage.class, message -> assertThat(message.command()).contains("audit"));
  }

  /** Some only own buttons. */
  private static boolean hasWord(Command command) {
    return !command.audiences().isEmpty();
  }

  private String row(String command, Conversation open, Conversation closed) {
    StringBuilder row = new StringBuilder("| `/" + command + "` |");
    for (Identity identity : Identity.values()) {
      Conversation where = identity == Identity.STRANGER ? closed : open;
      row.append(' ').append(say(where, identity, "/" + command)).append(" |");
    }
    return row.toString();
  }

  private String say(Conversation conversation, Identity identity, String text) {
    List<Outgoing> said = conversation.router().handle(message(identity, text));
    if (said.isEmpty()) {
      return "–";
    }
    if (said.getFirst().call() instanceof Call.AnswerInline) {
      return "–"; // a question in these words
    }
    if (!(said.getFirst().call() instanceof Call.SendMessage sent)) {
      return "yes"; // a file
    }
    String html = sent.message().html();
    boolean refused =
        List.of("access.owners", "access.operators", "access.administrators", "access.closed")
            .stream()
            .anyMatch(key -> html.startsWith(Messages.in(Language.ENGLISH).text(key)));
    return refused ? "no" : "yes";
  }

  private Incoming message(Identity identity, String text) {
    return switch (identity) {
      case OWNER -> alone(OWNER, text);
      case OPERATOR -> alone(11, text);
      case EDITOR -> alone(12, text);
      case FORMER_OPERATOR -> alone(13, text);
      case GROUP_ADMINISTRATOR -> message(ADMINISTRATOR, false, GROUP, Optional.empty(), text);
      // The one behind it is an owner, which nobody can know.
      case ANONYMOUS_ADMINISTRATOR -> message(OWNER, true, GROUP, Optional.of(GROUP), text);
      case CHANNEL -> message(OWNER, true, GROUP, Optional.of(CHANNEL), text);
      case MEMBER -> message(20, false, GROUP, Optional.empty(), text);
      // Somebody else each time: they are told once a day.
      case STRANGER -> alone(1000 + updates, text);
      // An owner did all four.
      case FORWARDED ->
          read(
              messageOfOwner(text)
                  .replace("\"text\"", "\"forward_origin\": {\"type\": \"user\"}, \"text\""));
      case VIA_ANOTHER_BOT ->
          read(
              messageOfOwner(text)
                  .replace("\"text\"", "\"via_bot\": {\"id\": 9, \"is_bot\": true}, \"text\""));
      case EDITED -> read(messageOfOwner(text).replace("\"message\"", "\"edited_message\""));
      case INLINE ->
          read(
              "{\"update_id\": %d, \"inline_query\": {\"id\": \"1\", \"query\": \"%s\", %s}}"
                  .formatted(++updates, text, FROM_OWNER));
      case BOT -> message(30, true, 30, Optional.empty(), text);
    };
  }

  private static Incoming read(String update) {
    return new IncomingReader(99).read(update);
  }

  private String messageOfOwner(String text) {
    updates++;
    return "{\"update_id\": %d, \"message\": {\"message_id\": %d, \"date\": 1, \"text\": \"%s\", %s, %s}}"
        .formatted(
            updates, updates, text, FROM_OWNER, "\"chat\": {\"id\": 1, \"type\": \"private\"}");
  }

  private Incoming alone(long person, String text) {
    return message(person, false, person, Optional.empty(), text);
  }

  private Incoming message(
      long person, boolean bot, long chat, Optional<Long> senderChat, String text) {
    updates++;
    String command = text.substring(1).split(" ", 2)[0];
    return new Incoming.TextMessage(
        updates,
        new Person(person, "x", Optional.of("en"), bot),
        new Chat(chat, chat > 0 ? Chat.Kind.PRIVATE : Chat.Kind.SUPERGROUP, "", false),
        senderChat,
        Optional.empty(),
        updates,
        text,
        false,
        Optional.empty(),
        Optional.of(command),
        Optional.empty(),
        clock.instant());
  }

  private Conversation conversation(Engine engine, SourcesAtWork sources, Settings settings) {
    return Conversation.over(
        engine,
        new Conversation.Place(
            settings,
            (person, group) -> person == ADMINISTRATOR,
            sources.desk(),
            Examples.GENERAL,
            "Isnad_Bot",
            SentFiles.NONE,
            clock));
  }

  private Settings settings(String allowed) {
    Configuration read =
        SettingsReader.read(
            folder,
            Optional.empty(),
            Map.of(
                "ISNAD_TELEGRAM_OPERATORS",
                Long.toString(OWNER),
                "ISNAD_TELEGRAM_ALLOWED",
                allowed),
            Map.of());
    return ((Configuration.Read) read).settings();
  }

  private static List<String> written() throws IOException {
    Path readme = Path.of("").toAbsolutePath().resolveSibling("README.md");
    return Files.readString(readme, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.matches("\\| `/[a-z]+` \\|( (yes|no|–) \\|){14}"))
        .toList();
  }
}
