package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.PersonalData;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.outbox.Outbox;
import news.isnad.config.Settings;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What is kept about somebody: {@code /privacy} says it, {@code /export} hands it over, {@code
 * /forget} deletes it. For everybody, about themselves, in their private chat.
 */
public final class PrivacyCommands {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/reader/migrations";

  private PrivacyCommands() {}

  /**
   * What they need. Immutable.
   *
   * @param parts everything that keeps something of people, but for inbox and outbox
   */
  public record Parts(
      Database database,
      Inbox inbox,
      Outbox outbox,
      List<PersonalData> parts,
      Settings.Retention retention,
      Composer composer) {
    public Parts {
      requireNonNull(database, "database is null");
      parts = List.copyOf(parts);
    }
  }

  /** The commands, in the order of the menu. */
  public static List<Command> all(Parts parts) {
    return List.of(
        new Privacy(parts),
        new Export(parts),
        new Forget(parts, new Forgettings(parts.database())));
  }

  /** What they have in common: anybody may, in the menu of private chats. */
  private interface Own extends Command {
    Parts parts();

    @Override
    default Set<Audience> audiences() {
      return Set.of(Audience.PRIVATE_CHATS);
    }

    @Override
    default Action action() {
      return Action.OWN;
    }
  }

  /** What is nobody else's business is done in the private chat only; elsewhere that is said. */
  private interface OwnAlone extends Own {
    @Override
    default Reply handle(Request request) {
      boolean alone = request.chat() == request.person() && request.asker().chat().isPrivate();
      return alone
          ? handleAlone(request)
          : Reply.say(parts().composer().notice(request.language(), "privacy.elsewhere"));
    }

    Reply handleAlone(Request request);
  }

  private record Privacy(Parts parts) implements Own {
    @Override
    public String name() {
      return "privacy";
    }

    @Override
    public Reply handle(Request request) {
      Messages messages = request.messages();
      List<Markup> lines =
          List.of(
              messages.say("privacy.answers", "period", period(parts.retention().answers())),
              messages.say("privacy.feedback", "period", period(parts.retention().feedback())),
              messages.say("privacy.topics"),
              messages.say("privacy.inbox", "period", period(parts.retention().inbox())),
              messages.say("privacy.groups"),
              messages.say("privacy.operators"),
              messages.say("privacy.own"));
      return Reply.say(parts.composer().lines(request.language(), messages.say("privacy"), lines));
    }

    /** In days, begun ones counted. */
    private static long period(Duration period) {
      return Math.max(1, period.plusDays(1).minusMillis(1).toDays());
    }
  }

  private record Export(Parts parts) implements OwnAlone {
    private static final String NAME = "isnad-my-data.json";
    private static final String MOMENT = "_at";
    private static final ObjectMapper JSON =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public String name() {
      return "export";
    }

    @Override
    public Reply handleAlone(Request request) {
      return Reply.file(
          new Reply.File(NAME, document(request), request.messages().text("export.written")));
    }

    private String document(Request request) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("person", request.person());
      all.put("written", request.now().toString());
      parts
          .database()
          .reading(
              handle -> {
                for (PersonalData part : parts.parts()) {
                  part.of(handle, request.person())
                      .forEach(
                          (kind, rows) -> all.put(kind, rows.stream().map(Export::row).toList()));
                }
                return all;
              });
      try {
        return JSON.writeValueAsString(all);
      } catch (JsonProcessingException defect) {
        throw new IllegalStateException("personal data cannot be written", defect);
      }
    }

    /** Moments as everybody writes them. */
    private static Map<String, Object> row(Map<String, Object> stored) {
      Map<String, Object> row = new LinkedHashMap<>(stored);
      row.replaceAll(
          (name, value) ->
              name.endsWith(MOMENT) && value instanceof Number number
                  ? Instant.ofEpochMilli(number.longValue()).toString()
                  : value);
      return row;
    }
  }

  private record Forget(Parts parts, Forgettings forgettings) implements OwnAlone {
    private static final ShortIds IDS = new ShortIds();
    private static final String CONFIRM = "forget";
    private static final String KEEP = "forgetnot";

    @Override
    public String name() {
      return "forget";
    }

    @Override
    public Set<String> buttons() {
      return Set.of(CONFIRM, KEEP);
    }

    @Override
    public Reply handleAlone(Request request) {
      String id = IDS.next();
      Messages messages = request.messages();
      return Reply.say(
              parts
                  .composer()
                  .notice(request.language(), "forget.ask")
                  .withButtons(
                      List.of(
                          List.of(Composer.button(messages, "button.forget", CONFIRM, id)),
                          List.of(Composer.button(messages, "button.keep", KEEP, id)))))
          .keeping(forgettings.ask(id, request));
    }

    @Override
    public Reply pressed(String button, Request request) {
      if (!forgettings.isAsked(request)) {
        return Reply.notice(request.messages().text("button.unknown"));
      }
      return button.equals(KEEP)
          ? Reply.edit(parts.composer().notice(request.language(), "forget.kept"))
              .keeping(forgettings.drop(request.argument()))
          : Reply.edit(parts.composer().notice(request.language(), "forget.done"))
              .keeping(handle -> forget(handle, request));
    }

    private void forget(Handle handle, Request request) {
      parts.parts().forEach(part -> part.forget(handle, request.person()));
      parts.outbox().forget(handle, request.person());
      parts.inbox().forget(handle, request.person());
      forgettings.confirm(handle, request);
    }
  }
}
