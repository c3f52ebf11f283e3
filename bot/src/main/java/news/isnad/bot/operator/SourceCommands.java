package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceHealth;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Removals.Removal;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/** {@code /addsource}, {@code /removesource}, {@code /sourcestatus}. */
public final class SourceCommands {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/operator/migrations";

  private SourceCommands() {}

  /** What they work with. Immutable. */
  public record Parts(
      Database database,
      SourceCatalogue catalogue,
      SourceTrials trials,
      Audit audit,
      Composer composer) {}

  /** All of them. */
  public static List<Command> all(Parts parts) {
    requireNonNull(parts, "parts is null");
    return List.of(
        new AddSource(
            parts.trials(), parts.catalogue(), parts.audit(), parts.composer(), new ShortIds()),
        new RemoveSource(
            parts.catalogue(),
            new Removals(parts.database()),
            parts.audit(),
            parts.composer(),
            new ShortIds()),
        new SourceStatus(parts.catalogue(), parts.composer()));
  }

  private record RemoveSource(
      SourceCatalogue catalogue, Removals removals, Audit audit, Composer composer, ShortIds ids)
      implements OperatorCommand {
    @Override
    public String name() {
      return "removesource";
    }

    @Override
    public Set<String> buttons() {
      return Set.of("rmsource", "keepsource", "undosource");
    }

    @Override
    public Reply handle(Request request) {
      String named = request.argument().strip();
      if (named.isEmpty()) {
        return prompt(request);
      }
      Optional<Source> found = catalogue.find(named);
      if (found.isEmpty()) {
        return say(request, "removesource.unknown", "name", named);
      }
      String id = ids.next();
      Source source = found.get();
      return Reply.say(
              composer
                  .notice(request.language(), "removesource.ask", "name", source.name())
                  .withButtons(
                      List.of(
                          List.of(
                              Composer.button(request.messages(), "button.remove", "rmsource", id),
                              Composer.button(
                                  request.messages(), "button.keep", "keepsource", id)))))
          .keeping(removals.keep(id, request, source));
    }

    @Override
    public Reply pressed(String button, Request request) {
      return removals
          .find(request.argument(), request.chat())
          .map(removal -> pressed(button, removal, request))
          .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
    }

    private Reply pressed(String button, Removal removal, Request request) {
      return switch (button) {
        case "rmsource" ->
            Reply.edit(
                    composer
                        .notice(request.language(), "removesource.done", "name", removal.name())
                        .withButtons(
                            List.of(
                                List.of(
                                    Composer.button(
                                        request.messages(),
                                        "button.undo",
                                        "undosource",
                                        request.argument())))))
                .keeping(handle -> remove(handle, removal, request));
        case "undosource" ->
            edit(request, "removesource.kept", "name", removal.name())
                .keeping(handle -> restore(handle, removal, request));
        default -> edit(request, "removesource.kept", "name", removal.name());
      };
    }

    private void remove(Handle handle, Removal removal, Request request) {
      if (catalogue.find(removal.source()).isPresent()) {
        catalogue.remove(removal.source(), request.now());
        audit.write(
            handle, request.person(), Audit.Deed.REMOVE_SOURCE, removal.address().toString());
      }
    }

    private void restore(Handle handle, Removal removal, Request request) {
      if (catalogue.find(removal.source()).isEmpty() && catalogue.restore(removal.source())) {
        audit.write(handle, request.person(), Audit.Deed.ADD_SOURCE, removal.address().toString());
      }
    }
  }

  private record SourceStatus(SourceCatalogue catalogue, Composer composer)
      implements OperatorCommand {
    @Override
    public String name() {
      return "sourcestatus";
    }

    @Override
    public Reply handle(Request request) {
      List<SourceHealth> all =
          catalogue.health().stream()
              .sorted(Comparator.comparing(health -> health.source().failuresInRow() == 0))
              .toList();
      return all.isEmpty()
          ? say(request, "sourcestatus.none")
          : Reply.say(
              composer.lines(
                  request.language(),
                  request.messages().say("sourcestatus", "count", all.size()),
                  all.stream().map(each -> withHealth(each, request)).toList()));
    }

    private Markup withHealth(SourceHealth health, Request request) {
      return request
          .messages()
          .say(
              "sourcestatus.health",
              "line",
              line(health.source(), request),
              "today",
              health.itemsToday(),
              "usual",
              whole(Math.round(health.usualPerDay().orElse(0))),
              "lag",
              whole(health.lag().map(Duration::toMinutes).orElse(0L)),
              "empty",
              whole(health.emptyBodies()),
              "repairs",
              whole(health.repairs()),
              "duplicates",
              whole(health.duplicates()),
              "errors",
              whole(health.errors().values().stream().mapToLong(Long::longValue).sum()));
    }

    private static String whole(long number) {
      return Long.toString(number);
    }

    private Markup line(Source source, Request request) {
      boolean fine = source.failuresInRow() == 0;
      Optional<Instant> read = source.lastPolled().filter(_ -> fine);
      return request
          .messages()
          .say(
              fine
                  ? read.isPresent() ? "sourcestatus.fine" : "sourcestatus.new"
                  : "sourcestatus.trouble",
              "name",
              source.name(),
              "articles",
              request.messages().say("count.articles", "count", source.itemsSeen()),
              "trouble",
              source.lastOutcome().orElse(""),
              "when",
              read.map(at -> composer.time(at, request.language())).orElse(Markup.none()));
    }
  }
}
