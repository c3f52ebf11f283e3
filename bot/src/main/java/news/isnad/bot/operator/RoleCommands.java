package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.access.Action;
import news.isnad.bot.access.Role;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.Audit.Entry;

/** {@code /grant}, {@code /revoke}, {@code /audit}. */
public final class RoleCommands {
  private static final Map<String, Role> ROLES =
      Map.of(
          "operator", Role.OPERATOR,
          "مشغل", Role.OPERATOR,
          "مشغّل", Role.OPERATOR,
          "editor", Role.EDITOR,
          "محرر", Role.EDITOR,
          "محرّر", Role.EDITOR);

  private RoleCommands() {}

  /**
   * The three of them.
   *
   * @param owners those that the configuration names: they have no role to give or take
   */
  public static List<Command> all(
      GrantedRoles roles, Audit audit, Set<Long> owners, Composer composer) {
    requireNonNull(roles, "roles is null");
    return List.of(
        new Grant(roles, audit, Set.copyOf(owners), composer),
        new Revoke(roles, audit, composer),
        new ShowAudit(audit, composer));
  }

  private static Reply prompt(Composer composer, Request request, String name) {
    return Reply.say(composer.prompt(request.language(), name, request.asker().chat().isGroup()))
        .awaiting();
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** What both commands for owners have in common. */
  private interface OwnerCommand extends Command {
    @Override
    default Set<Audience> audiences() {
      return Set.of(Audience.OWNERS);
    }

    @Override
    default Action action() {
      return Action.GRANT;
    }
  }

  private record Grant(GrantedRoles roles, Audit audit, Set<Long> owners, Composer composer)
      implements OwnerCommand {
    private static final Pattern TYPED = Pattern.compile("(\\d{1,15})\\s+(\\S+)");

    @Override
    public String name() {
      return "grant";
    }

    @Override
    public Reply handle(Request request) {
      if (request.argument().isBlank()) {
        return prompt(composer, request, name());
      }
      Matcher typed = TYPED.matcher(request.argument().strip());
      Optional<Role> role =
          typed.matches()
              ? Optional.ofNullable(ROLES.get(typed.group(2).toLowerCase(Locale.ROOT)))
              : Optional.empty();
      if (role.isEmpty()) {
        return Reply.say(composer.notice(request.language(), "grant.unreadable")).again(request);
      }
      long person = Long.parseLong(typed.group(1));
      if (owners.contains(person)) {
        return Reply.say(
            composer.notice(request.language(), "grant.owner", "person", typed.group(1)));
      }
      return Reply.say(
              composer.notice(
                  request.language(),
                  "grant.done",
                  "person",
                  Long.toString(person),
                  "role",
                  role.get()))
          .keeping(
              handle -> {
                roles.give(handle, person, role, request.now());
                audit.write(handle, request.person(), Deed.GRANT, person + " " + word(role.get()));
              });
    }
  }

  private record Revoke(GrantedRoles roles, Audit audit, Composer composer)
      implements OwnerCommand {
    private static final Pattern TYPED = Pattern.compile("\\d{1,15}");

    @Override
    public String name() {
      return "revoke";
    }

    @Override
    public Reply handle(Request request) {
      String typed = request.argument().strip();
      if (typed.isEmpty()) {
        return prompt(composer, request, name());
      }
      Optional<Long> person =
          TYPED.matcher(typed).matches() ? Optional.of(Long.valueOf(typed)) : Optional.empty();
      Optional<Role> before = person.flatMap(roles::of);
      if (before.isEmpty()) {
        return Reply.say(composer.notice(request.language(), "revoke.none", "person", typed))
            .again(request);
      }
      return Reply.say(composer.notice(request.language(), "revoke.done", "person", typed))
          .keeping(
              handle -> {
                roles.give(handle, person.get(), Optional.empty(), request.now());
                audit.write(
                    handle, request.person(), Deed.REVOKE, person.get() + " " + word(before.get()));
              });
    }
  }

  private record ShowAudit(Audit audit, Composer composer) implements OperatorCommand {
    private static final int SHOWN = 20;

    @Override
    public String name() {
      return "audit";
    }

    @Override
    public Reply handle(Request request) {
      List<Entry> latest = audit.latest(SHOWN);
      return Reply.say(
          latest.isEmpty()
              ? composer.notice(request.language(), "audit.none")
              : composer.lines(
                  request.language(),
                  request.messages().say("audit"),
                  latest.stream().map(entry -> line(entry, request)).toList()));
    }

    private Markup line(Entry entry, Request request) {
      return request
          .messages()
          .say(
              "audit.line",
              "when",
              composer.time(entry.done(), request.language()),
              "person",
              Long.toString(entry.person()),
              "deed",
              entry.deed(),
              "details",
              entry.details());
    }
  }
}
