package news.isnad.bot.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.access.Role;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.BotCommands;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.Audit.Entry;
import news.isnad.bot.telegram.Call;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoleCommandsTest {
  private static final long SOMEBODY = 44;

  @RegisterExtension
  final TemporaryDatabase database =
      new TemporaryDatabase(Memory.MIGRATIONS, SourceCommands.MIGRATIONS);

  private Room room;
  private GrantedRoles roles;
  private Audit audit;

  @BeforeEach
  void open() {
    room = new Room(database.get());
    roles = new GrantedRoles(database.get());
    audit = new Audit(database.get(), room.clock);
    room.roles = roles;
    List<Command> commands =
        new ArrayList<>(RoleCommands.all(roles, audit, Set.of(Room.OWNER), room.composer));
    commands.add(new Waiting());
    room.open(database.get(), commands);
  }

  /** A command of operators that asks for its argument. */
  private static final class Waiting implements Command {
    @Override
    public String name() {
      return "addsource";
    }

    @Override
    public Set<Audience> audiences() {
      return Set.of(Audience.OPERATORS);
    }

    @Override
    public news.isnad.bot.access.Action action() {
      return news.isnad.bot.access.Action.OPERATE;
    }

    @Override
    public Set<String> buttons() {
      return Set.of("dosource");
    }

    @Override
    public news.isnad.bot.conversation.Reply pressed(
        String button, news.isnad.bot.conversation.Request request) {
      return news.isnad.bot.conversation.Reply.notice("pressed");
    }

    @Override
    public news.isnad.bot.conversation.Reply handle(news.isnad.bot.conversation.Request request) {
      var said =
          news.isnad.bot.conversation.Reply.say(
              news.isnad.bot.telegram.Message.of("got " + request.argument()));
      return request.argument().isEmpty() ? said.awaiting() : said;
    }
  }

  private String said(long person, String text) {
    return StrictHtml.check(Room.message(room.write(person, text)));
  }

  private String saidInArabic(String text) {
    return StrictHtml.check(
        Room.message(room.handle(room.text(Room.OWNER, Room.OWNER, "ar", text, false))));
  }

  @Test
  void operator_hasRightsAtOnceAndLosesThemAtOnce() {
    assertThat(said(SOMEBODY, "/addsource x")).startsWith("Only the operators");
    assertThat(said(Room.OWNER, "/grant 44 operator"))
        .contains("From now on \u206844\u2069 is an operator.");
    assertThat(said(SOMEBODY, "/addsource x")).isEqualTo("got x");
    assertThat(Room.notice(room.press(SOMEBODY, SOMEBODY, "1:dosource:1"))).isEqualTo("pressed");
    assertThat(said(SOMEBODY, "/addsource")).isEqualTo("got ");
    said(Room.OWNER, "/revoke 44");
    assertThat(said(SOMEBODY, "what I was asked for")).startsWith("Only the operators");
    assertThat(said(SOMEBODY, "/addsource x")).startsWith("Only the operators");
    assertThat(Room.notice(room.press(SOMEBODY, SOMEBODY, "1:dosource:1")))
        .startsWith("Only the operators");
  }

  @Test
  void editor_mayLookAfterAnswersAndNothingElse() {
    said(Room.OWNER, "/grant 44 editor");
    assertThat(said(SOMEBODY, "/why")).doesNotStartWith("Only the");
    assertThat(said(SOMEBODY, "/addsource x")).startsWith("Only the operators");
    assertThat(said(SOMEBODY, "/audit")).startsWith("Only the operators");
  }

  @Test
  void nobodyButOwners_givesRoles() {
    said(Room.OWNER, "/grant 44 operator");
    assertThat(said(SOMEBODY, "/grant 45 operator")).startsWith("Only the owners");
    assertThat(said(SOMEBODY, "/revoke 44")).startsWith("Only the owners");
    assertThat(roles.of(45)).isEmpty();
    assertThat(roles.of(SOMEBODY)).contains(Role.OPERATOR);
  }

  @Test
  void closedBot_answersThoseWithARole() {
    room = new Room(database.get(), 7L);
    room.roles = roles;
    room.open(database.get(), RoleCommands.all(roles, audit, Set.of(Room.OWNER), room.composer));
    assertThat(said(SOMEBODY, "/help")).startsWith("Sorry, this bot answers only");
    said(Room.OWNER, "/grant 44 editor");
    assertThat(said(SOMEBODY, "/help")).contains("/ask", "/why").doesNotContain("/grant");
  }

  @Test
  void grant_takesIdAndRoleInBothLanguages() {
    assertThat(said(Room.OWNER, "/grant")).startsWith("Whom, and what?");
    assertThat(said(Room.OWNER, "44 Editor")).contains("an editor");
    assertThat(saidInArabic("/grant 44 مشغل")).contains("من الآن: مشغل");
    assertThat(roles.of(SOMEBODY)).contains(Role.OPERATOR);
    for (String wrong : List.of("44", "operator 44", "44 king", "-100 editor", "9".repeat(40))) {
      assertThat(said(Room.OWNER, "/grant " + wrong)).startsWith("That is no user id");
      assertThat(said(Room.OWNER, "/revoke x" + wrong)).contains("No role to take away");
    }
    assertThat(said(Room.OWNER, "/grant 1 editor")).contains("owner by the configuration");
    assertThat(audit.latest(10)).hasSize(2);
  }

  @Test
  void deeds_areShownNewestFirst() {
    assertThat(said(Room.OWNER, "/audit")).isEqualTo("Nothing was done yet.");
    said(Room.OWNER, "/grant 44 operator");
    said(Room.OWNER, "/revoke 44");
    database
        .get()
        .inTransaction(
            handle -> {
              audit.write(handle, SOMEBODY, Deed.ADD_SOURCE, "https://x.example/<b>\u202E");
              return true;
            });
    assertThat(audit.latest(10))
        .extracting(Entry::person, Entry::deed, Entry::details)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                SOMEBODY, Deed.ADD_SOURCE, "https://x.example/<b>\u202E"),
            org.assertj.core.groups.Tuple.tuple(Room.OWNER, Deed.REVOKE, "44 operator"),
            org.assertj.core.groups.Tuple.tuple(Room.OWNER, Deed.GRANT, "44 operator"));
    assertThat(said(Room.OWNER, "/audit"))
        .containsSubsequence("tracked", "role taken away", "role given", "44 operator")
        .doesNotContain("\u202E");
    assertThat(saidInArabic("/audit")).containsSubsequence("متابعة", "سحب دور", "منح دور");
  }

  @Test
  void roleWithoutItsDeed_isNotGiven() {
    database.get().inTransaction(handle -> handle.execute("ALTER TABLE audit RENAME TO elsewhere"));
    assertThatThrownBy(() -> room.write(Room.OWNER, "/grant 44 operator"))
        .isInstanceOf(RuntimeException.class);
    assertThat(roles.of(SOMEBODY)).isEqualTo(Optional.empty());
  }

  @Test
  void forgottenPerson_hasNoRoleAndStandsNowhere() {
    said(Room.OWNER, "/grant 44 operator");
    said(Room.OWNER, "/grant 445 editor");
    PersonalDeeds deeds = new PersonalDeeds();
    database
        .get()
        .inTransaction(
            handle -> {
              audit.write(handle, SOMEBODY, Deed.ADD_SOURCE, "https://x.example/");
              assertThat(deeds.of(handle, SOMEBODY).get("deeds")).hasSize(1);
              assertThat(deeds.of(handle, SOMEBODY).get("roles")).hasSize(1);
              deeds.forget(handle, SOMEBODY);
              return true;
            });
    assertThat(roles.of(SOMEBODY)).isEmpty();
    assertThat(roles.of(445)).contains(Role.EDITOR);
    assertThat(audit.latest(10))
        .extracting(entry -> entry.person() + " " + entry.details())
        .containsExactly("0 ", "1 445 editor", "1 0 operator");
  }

  @Test
  void menus_followRoles() {
    said(Room.OWNER, "/grant 44 operator");
    said(Room.OWNER, "/grant 45 editor");
    said(Room.OWNER, "/grant 46 editor");
    said(Room.OWNER, "/revoke 46");
    assertThat(roles.menus())
        .containsEntry(44L, Audience.OPERATORS)
        .containsEntry(45L, Audience.EDITORS)
        .containsEntry(46L, Audience.PRIVATE_CHATS);
    assertThat(menu(44)).contains("audit", "why", "ask").doesNotContain("grant");
    assertThat(menu(45)).contains("why", "ask").doesNotContain("audit", "grant");
    assertThat(menu(46)).contains("ask").doesNotContain("audit", "grant", "why");
  }

  private List<String> menu(long person) {
    return BotCommands.calls(room.commands(), roles.menus()).stream()
        .filter(Call.SetMyCommands.class::isInstance)
        .map(Call.SetMyCommands.class::cast)
        .filter(call -> call.scope().equals(new Call.CommandScope.OneChat(person)))
        .findFirst()
        .orElseThrow()
        .commands()
        .stream()
        .map(Call.BotCommand::name)
        .toList();
  }
}
