package news.isnad.bot.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Source;
import news.isnad.article.SourceHealth;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.SourceWork.State;
import news.isnad.bot.operator.SourceWork.Work;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/**
 * {@code /sourcestatus}: the sources with trouble; {@code /sourcestatus NAME}: all that is known of
 * one, with buttons for what can be done about it. Whoever looks at a source because something is
 * wrong has the remedy under the thumb, and need not type its name a second time.
 */
record SourceStatus(SourcesInChat in, RemoveSource removing) implements OperatorCommand {
  private static final int SHOWN = 20;
  private static final int BUTTONS = 8;

  @Override
  public String name() {
    return "sourcestatus";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("source");
  }

  @Override
  public Composer composer() {
    return in.composer();
  }

  @Override
  public Set<String> buttons() {
    return Set.of("srcopen", "srcpause", "srcgoon", "srcgone");
  }

  @Override
  public Reply handle(Request request) {
    String named = request.argument().strip();
    if (named.isEmpty()) {
      return all(request);
    }
    Optional<Source> found = in.find(named);
    if (found.isEmpty()) {
      return in.unknown(named, request);
    }
    String id = in.ids().next();
    return Reply.say(menu(found.get(), id, request))
        .keeping(in.work().begin(id, found.get(), State.MENU, request));
  }

  private Reply all(Request request) {
    List<SourceHealth> all = in.catalogue().health();
    List<OtherSources.Followed> others = in.others().followed();
    if (all.isEmpty() && others.isEmpty()) {
      return say(request, "sourcestatus.none");
    }
    List<SourceHealth> bad =
        all.stream().filter(each -> SourceState.of(each, request.now()).isBad()).toList();
    StatusWords words = new StatusWords(composer(), request);
    List<Markup> lines = new ArrayList<>(bad.stream().limit(SHOWN).map(words::line).toList());
    others.stream()
        .limit(SHOWN)
        .forEach(each -> lines.add(SourcesInChat.line(each, request.messages())));
    lines.add(request.messages().say("sourcestatus.hint"));
    List<List<Button>> rows = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (SourceHealth each : bad.subList(0, Math.min(BUTTONS, bad.size()))) {
      String id = in.ids().next();
      rows.add(List.of(Composer.labelled(each.source().name(), "srcopen", id)));
      changes.add(in.work().begin(id, each.source(), State.MENU, request));
    }
    others.stream().limit(BUTTONS).forEach(each -> rows.add(List.of(in.unfollow(each, request))));
    Markup heading =
        request
            .messages()
            .say(
                "sourcestatus",
                "count",
                all.size() + others.size(),
                "bad",
                bad.size(),
                "paused",
                all.stream().filter(each -> each.source().paused()).count());
    Reply reply = Reply.say(composer().lines(request.language(), heading, lines).withButtons(rows));
    for (Change change : changes) {
      reply = reply.keeping(change);
    }
    return reply;
  }

  private Message menu(Source source, String id, Request request) {
    Optional<SourceHealth> health =
        in.catalogue().health(source.id()).map(each -> each.paused(source.paused()));
    StatusWords words = new StatusWords(composer(), request);
    Markup heading = request.messages().say("sourcestatus.one", "name", source.name());
    List<Markup> lines =
        health
            .map(each -> words.lines(each, in.catalogue().lastBrought(source.id())))
            .orElseGet(List::of);
    return composer()
        .lines(request.language(), heading, lines)
        .withButtons(
            List.of(
                List.of(
                    source.paused()
                        ? button(request, "button.source.goon", "srcgoon", id)
                        : button(request, "button.source.pause", "srcpause", id),
                    button(request, "button.source.name", "srcname", id)),
                List.of(
                    button(request, "button.source.outlet", "srcoutlet", id),
                    button(request, "button.source.remove", "srcgone", id))));
  }

  private static Button button(Request request, String key, String action, String id) {
    return Composer.button(request.messages(), key, action, id);
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Work> found =
        in.work()
            .find(request.argument())
            .filter(work -> work.chat() == request.chat() && work.state() == State.MENU);
    if (found.isEmpty()) {
      return unknown(request);
    }
    if (!found.get().belongsTo(request)) {
      return notice(request, "button.others");
    }
    return in.catalogue()
        .find(found.get().source())
        .map(source -> pressed(button, source, found.get().id(), request))
        .orElseGet(() -> edit(request, "source.gone", "name", found.get().name()));
  }

  private Reply pressed(String button, Source source, String id, Request request) {
    return switch (button) {
      case "srcopen" -> Reply.edit(menu(source, id, request));
      case "srcpause" -> paused(source, true, id, request);
      case "srcgoon" -> paused(source, false, id, request);
      case "srcgone" -> {
        String asked = in.ids().next();
        yield Reply.edit(removing.question(source, asked, request))
            .keeping(in.work().begin(asked, source, State.ASKED, request));
      }
      default -> unknown(request);
    };
  }

  private Reply paused(Source source, boolean paused, String id, Request request) {
    String key = paused ? "source.paused" : "source.goeson";
    if (source.paused() == paused) {
      return Reply.edit(menu(source, id, request)).noticed(request.messages().text(key));
    }
    return Reply.edit(menu(source.paused(paused), id, request))
        .noticed(request.messages().text(key))
        .keeping(
            handle -> {
              in.catalogue().pause(source.id(), paused);
              in.audit()
                  .write(
                      handle,
                      request.person(),
                      paused ? Deed.PAUSE_SOURCE : Deed.RESUME_SOURCE,
                      source.address().toString());
            });
  }
}
