package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.compose.Outside;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.EditorCommand;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.TaughtNames.Group;
import news.isnad.bot.operator.TaughtNames.State;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Folding;

/** {@code /alias} and {@code /aliases}: names that editors teach. */
public final class NameCommands {
  private NameCommands() {}

  /** Both of them. */
  public static List<Command> all(
      TaughtNames taught, KnownNames known, Audit audit, Composer composer, PlacedIds placed) {
    requireNonNull(taught, "taught is null");
    return List.of(
        new Teach(taught, known, audit, composer, new ShortIds(), placed),
        new Taught(taught, composer, placed));
  }

  /** Buttons that teach a proposed group, or refuse it. */
  static List<Button> decision(Group group, String placed) {
    return List.of(
        Composer.labelled("✓ " + group.text(), "nameyes", placed),
        Composer.labelled("✕", "nameno", placed));
  }

  private record Teach(
      TaughtNames taught,
      KnownNames known,
      Audit audit,
      Composer composer,
      ShortIds ids,
      PlacedIds placed)
      implements EditorCommand {
    private static final Pattern EQUALS = Pattern.compile("[=＝]");
    private static final int MOST = 10;
    private static final int LONGEST = 80;

    @Override
    public String name() {
      return "alias";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("nameyes", "nameno");
    }

    @Override
    public Reply handle(Request request) {
      if (request.argument().isBlank()) {
        return Reply.say(
                composer.prompt(request.language(), name(), request.asker().chat().isGroup()))
            .awaiting();
      }
      List<String> names = names(request.argument());
      if (names.size() < 2) {
        return Reply.say(composer.notice(request.language(), "alias.unreadable")).again(request);
      }
      Map<String, List<KnownName>> known = new LinkedHashMap<>();
      names.forEach(name -> known.put(name, this.known.allNamed(name)));
      Set<String> common = common(known);
      boolean conflict = common.isEmpty() && known.values().stream().anyMatch(is -> !is.isEmpty());
      if (!conflict && known.values().stream().noneMatch(List::isEmpty)) {
        return Reply.say(composer.notice(request.language(), "alias.known"));
      }
      String id = ids.next();
      String entity =
          conflict
              ? known.values().stream().flatMap(List::stream).findFirst().orElseThrow().id()
              : common.stream().findFirst().orElse(id);
      return conflict
          ? ask(new Group(id, entity, names, State.ASKED), known, request)
          : teach(new Group(id, entity, names, State.TAUGHT), request);
    }

    /** The names in what was typed, each once; none where it cannot be meant so. */
    private static List<String> names(String typed) {
      Map<String, String> names = new LinkedHashMap<>();
      for (String part : EQUALS.split(typed, -1)) {
        String name = Outside.line(part).replaceAll("^[«\"“”]|[»\"“”]$", "").strip();
        if (name.length() > LONGEST || name.codePoints().noneMatch(Character::isLetter)) {
          return List.of();
        }
        names.putIfAbsent(Folding.fold(name), name);
      }
      return names.size() > MOST ? List.of() : List.copyOf(names.values());
    }

    /** The ids of what all names that mean anything can mean. */
    private static Set<String> common(Map<String, List<KnownName>> known) {
      Set<String> common = new LinkedHashSet<>();
      boolean first = true;
      for (List<KnownName> meanings : known.values()) {
        List<String> meant = meanings.stream().map(KnownName::id).toList();
        if (first && !meant.isEmpty()) {
          common.addAll(meant);
          first = false;
        } else if (!meant.isEmpty()) {
          common.retainAll(meant);
        }
      }
      return common;
    }

    private Reply teach(Group group, Request request) {
      return Reply.say(done(group, request))
          .keeping(
              handle -> {
                taught.keep(handle, group, request.now());
                audit.write(handle, request.person(), Deed.TEACH_NAME, group.text());
              });
    }

    private Reply ask(Group group, Map<String, List<KnownName>> known, Request request) {
      String placed = this.placed.at(request.chat(), group.id());
      List<Markup> lines = new ArrayList<>();
      known.forEach(
          (name, meanings) ->
              meanings.forEach(
                  meaning ->
                      lines.add(
                          request
                              .messages()
                              .say(
                                  "alias.conflict.line",
                                  "name",
                                  name,
                                  "meaning",
                                  meaning.name(request.language())))));
      return Reply.say(
              composer
                  .lines(
                      request.language(),
                      request.messages().say("alias.conflict", "names", group.text()),
                      lines)
                  .withButtons(
                      List.of(
                          List.of(
                              Composer.button(
                                  request.messages(), "button.teach", "nameyes", placed),
                              Composer.button(
                                  request.messages(), "button.cancel", "nameno", placed)))))
          .keeping(handle -> taught.keep(handle, group, request.now()));
    }

    private Message done(Group group, Request request) {
      return composer
          .notice(request.language(), "alias.done", "names", group.text())
          .withButtons(List.of(List.of(undo("nameno", group, request))));
    }

    @Override
    public Reply pressed(String button, Request request) {
      return placed.pressed(
          request,
          taught::find,
          group -> button.equals("nameyes") ? yes(group, request) : no(group, request));
    }

    private Button undo(String action, Group group, Request request) {
      return Composer.button(
          request.messages(), "button.undo", action, placed.at(request.chat(), group.id()));
    }

    private Reply yes(Group group, Request request) {
      Reply reply = Reply.edit(done(group, request));
      return group.state() == State.TAUGHT
          ? reply
          : reply.keeping(
              handle -> {
                taught.keep(handle, in(group, State.TAUGHT), request.now());
                audit.write(handle, request.person(), Deed.TEACH_NAME, group.text());
              });
    }

    private Reply no(Group group, Request request) {
      boolean known = group.state() == State.TAUGHT || group.state() == State.REMOVED;
      if (!known) {
        return Reply.edit(composer.notice(request.language(), "alias.left", "names", group.text()))
            .keeping(handle -> taught.keep(handle, in(group, State.REFUSED), request.now()));
      }
      Reply reply =
          Reply.edit(
              composer
                  .notice(request.language(), "alias.removed", "names", group.text())
                  .withButtons(
                      List.of(
                          List.of(
                              undo("nameyes", group, request),
                              Composer.button(
                                  request.messages(), "button.back", "namepage", "0")))));
      return group.state() == State.REMOVED
          ? reply
          : reply.keeping(
              handle -> {
                taught.keep(handle, in(group, State.REMOVED), request.now());
                audit.write(handle, request.person(), Deed.UNTEACH_NAME, group.text());
              });
    }

    private static Group in(Group group, State state) {
      return new Group(group.id(), group.entity(), group.names(), state);
    }
  }

  private record Taught(TaughtNames taught, Composer composer, PlacedIds placed)
      implements EditorCommand {
    private static final int ON_A_PAGE = 8;
    private static final int PROPOSED = 5;
    private static final Pattern PAGE = Pattern.compile("[0-9]{1,4}");

    @Override
    public String name() {
      return "aliases";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("namepage");
    }

    @Override
    public Reply handle(Request request) {
      return Reply.say(page(0, request));
    }

    @Override
    public Reply pressed(String button, Request request) {
      return Optional.of(request.argument())
          .filter(page -> PAGE.matcher(page).matches())
          .map(page -> Reply.edit(page(Integer.parseInt(page), request)))
          .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
    }

    private Message page(int wanted, Request request) {
      List<Group> all = taught.all(State.TAUGHT);
      List<Group> proposed = taught.all(State.PROPOSED).stream().limit(PROPOSED).toList();
      if (all.isEmpty() && proposed.isEmpty()) {
        return composer.notice(request.language(), "aliases.none");
      }
      int page = Math.min(wanted, Math.max(0, all.size() - 1) / ON_A_PAGE);
      int from = page * ON_A_PAGE;
      int to = Math.min(all.size(), from + ON_A_PAGE);
      List<Markup> lines = new ArrayList<>();
      List<List<Button>> rows = new ArrayList<>();
      for (Group group : all.subList(from, to)) {
        lines.add(Markup.label(group.text()));
        rows.add(
            List.of(
                Composer.labelled(
                    "✕ " + group.text(), "nameno", placed.at(request.chat(), group.id()))));
      }
      List<Button> turns = new ArrayList<>();
      if (page > 0) {
        turns.add(
            Composer.button(
                request.messages(), "button.previous", "namepage", Integer.toString(page - 1)));
      }
      if (to < all.size()) {
        turns.add(
            Composer.button(
                request.messages(), "button.next", "namepage", Integer.toString(page + 1)));
      }
      rows.add(turns);
      if (page == 0 && !proposed.isEmpty()) {
        lines.add(request.messages().say("alias.proposed"));
        for (Group group : proposed) {
          lines.add(Markup.label(group.text()));
          rows.add(decision(group, placed.at(request.chat(), group.id())));
        }
      }
      rows.removeIf(List::isEmpty);
      return composer
          .lines(request.language(), request.messages().say("aliases", "count", all.size()), lines)
          .withButtons(rows);
    }
  }
}
