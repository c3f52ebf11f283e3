package news.isnad.bot.operator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Source;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.bot.operator.SourceWork.State;
import news.isnad.bot.operator.SourceWork.Work;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;
import org.jdbi.v3.core.Handle;

/**
 * {@code /removesource}: asks whether the articles are to stay, and can be taken back for ten
 * minutes. {@link SourceRemovals} does the rest.
 */
record RemoveSource(SourcesInChat in) implements OperatorCommand {
  @Override
  public String name() {
    return "removesource";
  }

  @Override
  public Composer composer() {
    return in.composer();
  }

  @Override
  public Set<String> buttons() {
    return Set.of("srckeep", "srcwith", "srcno", "srcundo");
  }

  @Override
  public Reply handle(Request request) {
    String named = request.argument().strip();
    if (named.isEmpty()) {
      return prompt(request);
    }
    return in.find(named)
        .map(source -> ask(source, request))
        .orElseGet(() -> in.unknown(named, request));
  }

  private Reply ask(Source source, Request request) {
    String id = in.ids().next();
    return Reply.say(question(source, id, request))
        .keeping(in.work().begin(id, source, State.ASKED, request));
  }

  /** The question with its three answers. */
  Message question(Source source, String id, Request request) {
    return composer()
        .notice(request.language(), "removesource.ask", "name", source.name())
        .withButtons(
            List.of(
                List.of(button(request, "button.source.keep", "srckeep", id)),
                List.of(button(request, "button.source.delete", "srcwith", id)),
                List.of(button(request, "button.cancel", "srcno", id))));
  }

  private static Button button(Request request, String key, String action, String id) {
    return Composer.button(request.messages(), key, action, id);
  }

  @Override
  public Reply pressed(String button, Request request) {
    Optional<Work> found =
        in.work().find(request.argument()).filter(work -> work.chat() == request.chat());
    if (found.isEmpty()) {
      return unknown(request);
    }
    if (!found.get().belongsTo(request)) {
      return notice(request, "button.others");
    }
    Work work = found.get();
    return switch (work.state()) {
      case ASKED -> answered(button, work, request);
      case REMOVED, ORDERED ->
          button.equals("srcundo") ? undone(work, request) : notice(request, "source.decided");
      case KEPT, UNDONE -> notice(request, "source.decided");
      case DELETING, DONE -> notice(request, "removesource.over");
      case MENU, RENAMING, MOVING -> unknown(request);
    };
  }

  private Reply answered(String button, Work work, Request request) {
    Optional<Source> source = in.catalogue().find(work.source());
    if (source.isEmpty()) {
      return edit(request, "source.gone", "name", work.name());
    }
    return switch (button) {
      case "srckeep" -> removed(work, State.REMOVED, "removesource.done", request);
      case "srcwith" -> removed(work, State.ORDERED, "removesource.ordered", request);
      case "srcno" ->
          edit(request, "removesource.kept", "name", source.get().name())
              .keeping(handle -> in.work().move(handle, work, State.KEPT, request.now()));
      default -> unknown(request);
    };
  }

  private Reply removed(Work work, State state, String key, Request request) {
    return Reply.edit(
            composer()
                .notice(request.language(), key, "name", work.name())
                .withButtons(
                    List.of(List.of(button(request, "button.undo", "srcundo", work.id())))))
        .keeping(
            handle -> {
              if (in.work().move(handle, work, state, request.now())) {
                in.catalogue().remove(work.source(), request.now());
                write(
                    handle,
                    work,
                    state == State.ORDERED ? Deed.DELETE_SOURCE : Deed.REMOVE_SOURCE,
                    request);
                in.hideLater();
              }
            });
  }

  private Reply undone(Work work, Request request) {
    if (SourceRemovals.isOver(work, request.now())) {
      return notice(request, "removesource.over");
    }
    if (!in.catalogue().isRemoved(work.source())) {
      return edit(request, "removesource.again", "name", work.name());
    }
    return edit(request, "removesource.kept", "name", work.name())
        .keeping(
            handle -> {
              if (!in.work().move(handle, work, State.UNDONE, request.now())) {
                // What was decided meanwhile is told when this is handled again.
                throw new IllegalStateException("the removal has been decided meanwhile");
              }
              if (in.catalogue().restore(work.source())) {
                write(handle, work, Deed.RESTORE_SOURCE, request);
                in.hideLater();
              }
            });
  }

  private void write(Handle handle, Work work, Deed deed, Request request) {
    in.audit().write(handle, request.person(), deed, work.address());
  }
}
