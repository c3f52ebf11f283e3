package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.article.SourceHealth;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Markup;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Removals.Removal;
import news.isnad.bot.operator.SourceDesk.Outcome;
import news.isnad.bot.operator.SourceDesk.Reason;
import news.isnad.bot.operator.SourceDesk.Tracked;
import news.isnad.store.Database;

/** {@code /addsource}, {@code /removesource}, {@code /sourcestatus}. */
public final class SourceCommands {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/operator/migrations";

  private SourceCommands() {}

  /** The three of them. */
  public static List<Command> all(SourceDesk desk, Database database, Composer composer) {
    requireNonNull(desk, "desk is null");
    return List.of(
        new AddSource(desk, composer),
        new RemoveSource(desk, new Removals(database), composer, new ShortIds()),
        new SourceStatus(desk, composer));
  }

  /** What all of them have in common. */
  private interface ForOperators extends Command {
    Composer composer();

    @Override
    default Set<Audience> audiences() {
      return Set.of(Audience.OPERATORS, Audience.OWNERS);
    }

    @Override
    default Action action() {
      return Action.OPERATE;
    }

    default Reply prompt(Request request) {
      return Reply.say(
              composer().prompt(request.language(), name(), request.asker().chat().isGroup()))
          .awaiting();
    }

    default Reply say(Request request, String key, Object... namesAndValues) {
      return Reply.say(composer().notice(request.language(), key, namesAndValues));
    }
  }

  private record AddSource(SourceDesk desk, Composer composer) implements ForOperators {
    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    @Override
    public String name() {
      return "addsource";
    }

    @Override
    public Reply handle(Request request) {
      String typed = request.argument().strip();
      if (typed.isEmpty()) {
        return prompt(request);
      }
      Outcome outcome =
          address(typed)
              .map(address -> desk.add(address, request.person()))
              .orElseGet(() -> new Outcome.Refused(Reason.ADDRESS, typed));
      return switch (outcome) {
        case Outcome.Added(String name, int items) ->
            // Kept although nothing is changed here: the same update again must not add again.
            say(request, "addsource.added", "name", name, "items", items).keeping(_ -> {});
        case Outcome.Known(String name) -> say(request, "addsource.known", "name", name);
        case Outcome.Refused(Reason reason, String details) ->
            say(request, "addsource.refused", "reason", reason, "details", details);
      };
    }

    /** An address with a scheme, or a host as people type it. */
    private static Optional<URI> address(String typed) {
      if (typed.length() > LONGEST_ADDRESS) {
        return Optional.empty();
      }
      boolean whole = SCHEME.matcher(typed).matches();
      try {
        URI address = new URI(whole ? typed : "https://" + typed);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
      } catch (URISyntaxException notOne) {
        return Optional.empty();
      }
    }
  }

  private record RemoveSource(SourceDesk desk, Removals removals, Composer composer, ShortIds ids)
      implements ForOperators {
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
      List<Tracked> found = desk.find(named);
      if (found.size() != 1) {
        return found.isEmpty()
            ? say(request, "removesource.unknown", "name", named)
            : Reply.say(
                composer.list(
                    request.language(),
                    request.messages().say("removesource.several"),
                    found.stream().map(each -> each.address().toString()).toList()));
      }
      String id = ids.next();
      Tracked source = found.getFirst();
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
        case "rmsource" -> {
          desk.remove(removal.address(), request.person());
          yield Reply.edit(
              composer
                  .notice(request.language(), "removesource.done", "name", removal.name())
                  .withButtons(
                      List.of(
                          List.of(
                              Composer.button(
                                  request.messages(),
                                  "button.undo",
                                  "undosource",
                                  request.argument())))));
        }
        case "undosource" -> undo(removal, request);
        default ->
            Reply.edit(
                composer.notice(request.language(), "removesource.kept", "name", removal.name()));
      };
    }

    private Reply undo(Removal removal, Request request) {
      return switch (desk.add(removal.address(), request.person())) {
        case Outcome.Added _, Outcome.Known _ ->
            Reply.edit(
                composer.notice(request.language(), "removesource.kept", "name", removal.name()));
        case Outcome.Refused(Reason reason, String details) ->
            Reply.say(
                composer.notice(
                    request.language(), "addsource.refused", "reason", reason, "details", details));
      };
    }
  }

  private record SourceStatus(SourceDesk desk, Composer composer) implements ForOperators {
    @Override
    public String name() {
      return "sourcestatus";
    }

    @Override
    public Reply handle(Request request) {
      List<Tracked> all = desk.tracked();
      return all.isEmpty()
          ? say(request, "sourcestatus.none")
          : Reply.say(
              composer.lines(
                  request.language(),
                  request.messages().say("sourcestatus", "count", all.size()),
                  all.stream().map(each -> withHealth(each, request)).toList()));
    }

    private Markup withHealth(Tracked source, Request request) {
      Markup line = line(source, request);
      return source.health().map(health -> withHealth(line, health, request)).orElse(line);
    }

    private static Markup withHealth(Markup line, SourceHealth health, Request request) {
      return request
          .messages()
          .say(
              "sourcestatus.health",
              "line",
              line,
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

    private Markup line(Tracked source, Request request) {
      Markup articles = request.messages().say("count.articles", "count", source.articles());
      return source
          .trouble()
          .map(
              trouble ->
                  request
                      .messages()
                      .say(
                          "sourcestatus.trouble",
                          "name",
                          source.name(),
                          "articles",
                          articles,
                          "trouble",
                          trouble))
          .orElseGet(
              () ->
                  request
                      .messages()
                      .say(
                          source.read().isPresent() ? "sourcestatus.fine" : "sourcestatus.new",
                          "name",
                          source.name(),
                          "articles",
                          articles,
                          "when",
                          source
                              .read()
                              .map(read -> composer.time(read, request.language()))
                              .orElse(Markup.none())));
    }
  }
}
