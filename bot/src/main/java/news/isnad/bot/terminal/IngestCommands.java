package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Edition;
import news.isnad.bot.assembly.Pages;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.extract.ExtractedPage;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedItem;
import news.isnad.feed.FeedReader;
import news.isnad.fetch.Content;
import news.isnad.fetch.Fetched;
import news.isnad.fetch.HttpFetcher;
import news.isnad.ingest.Given;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Statement;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ingest}, {@code extract}, {@code feed}, {@code statements}: taking news in, and seeing
 * how.
 */
public final class IngestCommands {
  private IngestCommands() {}

  /** The commands, in the order of the help. */
  public static List<Object> all(Workplace workplace) {
    return List.of(
        new IngestAll(workplace),
        new Extract(workplace),
        new ShowFeed(workplace),
        new Statements(workplace));
  }

  /** True for an address: it has a colon before its first slash. */
  static boolean isAddress(String argument) {
    int colon = argument.indexOf(':');
    int slash = argument.indexOf('/');
    return colon > 0 && (slash < 0 || colon < slash);
  }

  /** What the operator says about files that do not say it themselves. */
  public static final class About {
    @Option(names = "--outlet", paramLabel = "NAME", description = "who published it")
    private @Nullable String outlet;

    @Option(
        names = "--published",
        paramLabel = "INSTANT",
        description = "when it was published, such as 2026-01-15")
    private @Nullable String published;

    @Option(names = "--lang", paramLabel = "ar|en", description = "its language")
    private @Nullable String lang;

    @Option(names = "--url", paramLabel = "ADDRESS", description = "its canonical address")
    private @Nullable String url;

    /** What was said; problems where it cannot be understood. */
    Optional<Given> read(List<String> problems) {
      Optional<Instant> at = Optional.empty();
      if (published != null) {
        at = AskOnce.Instants.read(published);
        if (at.isEmpty()) {
          problems.add("--published takes a date such as 2026-01-15, not \"" + published + "\".");
        }
      }
      Optional<Language> language = Optional.empty();
      if (lang != null) {
        language = Language.of(lang);
        if (language.isEmpty()) {
          problems.add("--lang takes ar or en, not \"" + lang + "\".");
        }
      }
      Optional<URI> address = Optional.empty();
      if (url != null) {
        try {
          address = Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
          problems.add("--url takes an address, not \"" + url + "\".");
        }
      }
      return problems.isEmpty()
          ? Optional.of(new Given(Optional.ofNullable(outlet), at, language, address))
          : Optional.empty();
    }
  }

  /** {@code ingest}. */
  @Command(
      name = "ingest",
      description = "Take articles in: text and HTML files, feeds, JSON Lines, folders, addresses.")
  static final class IngestAll implements Callable<Integer> {
    @Mixin private final Common common = new Common();
    @Mixin private final About about = new About();

    @Parameters(paramLabel = "PATH|URL", arity = "1..*", description = "what to take in")
    private List<String> inputs = List.of();

    private final Workplace workplace;

    IngestAll(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Integer call() {
      List<String> problems = new ArrayList<>();
      Optional<Given> said = about.read(problems);
      if (said.isEmpty()) {
        problems.forEach(workplace.terminal()::problem);
        return Workplace.WRONG_USE;
      }
      return workplace.inFolder(
          common,
          "ingest",
          (settings, folder, alone) -> ingest(settings, folder, alone, said.get()));
    }

    private int ingest(Settings settings, DataFolder folder, boolean alone, Given said) {
      try (Engine engine = workplace.engine(settings, folder);
          SourcesAtWork sources = SourcesAtWork.over(engine, settings, workplace.clock())) {
        Intake intake = new Intake(engine, sources, workplace.terminal(), said);
        boolean clean = true;
        for (String input : inputs) {
          Intake.Taken taken =
              isAddress(input) ? intake.address(input) : intake.path(Path.of(input));
          print(taken);
          clean &= taken.problems().isEmpty();
        }
        if (alone) {
          Progress progress = new Progress(workplace.terminal(), "articles indexed", 0);
          engine.catchUp(progress::at);
          progress.close();
        }
        return clean ? Workplace.DONE : Workplace.FAILED;
      }
    }

    private void print(Intake.Taken taken) {
      Terminal terminal = workplace.terminal();
      if (common.json()) {
        ObjectNode line = Terminal.object();
        line.put("input", taken.input());
        line.put("added", taken.added());
        line.put("changed", taken.changed());
        line.put("known", taken.known());
        ArrayNode problems = line.putArray("problems");
        taken.problems().forEach(problems::add);
        terminal.json(line);
      } else {
        terminal.say(
            "%s: %d added, %d changed, %d known",
            taken.input(), taken.added(), taken.changed(), taken.known());
        taken.problems().forEach(problem -> terminal.say("  not taken: %s", problem));
      }
    }
  }

  /** A document from a file or an address, or why there is none. */
  sealed interface Input {
    record Document(Content content, Optional<URI> address, String name) implements Input {}

    record Missing(String why) implements Input {}
  }

  private static Input given(String input, Settings settings, Workplace workplace) {
    if (!isAddress(input)) {
      try {
        byte[] bytes = Files.readAllBytes(Path.of(input));
        return new Input.Document(new Content(bytes, Optional.empty()), Optional.empty(), input);
      } catch (IOException e) {
        return new Input.Missing(input + " cannot be read.");
      }
    }
    try (HttpFetcher web =
        new HttpFetcher(SourcesAtWork.fetchSettings(settings.fetch()), workplace.clock())) {
      return switch (web.fetch(input)) {
        case Fetched.Body body ->
            new Input.Document(body.content(), Optional.of(body.address()), input);
        case Fetched.Unchanged _ -> new Input.Missing(input + " answered without a document.");
        case Fetched.Refused refused -> new Input.Missing(input + ": " + refused.why());
        case Fetched.Failed failed -> new Input.Missing(input + ": " + failed.why());
      };
    }
  }

  /** Shows what the engine sees in one document. */
  abstract static class Show implements Callable<Integer> {
    @Mixin private final Common common = new Common();

    @Parameters(paramLabel = "FILE|URL", description = "the document")
    private String input = "";

    final Workplace workplace;

    Show(Workplace workplace) {
      this.workplace = workplace;
    }

    boolean json() {
      return common.json();
    }

    @Override
    public Integer call() {
      return workplace.withSettings(
          common,
          settings ->
              switch (given(input, settings, workplace)) {
                case Input.Document document -> show(document);
                case Input.Missing(String why) -> {
                  workplace.terminal().problem(why);
                  yield Workplace.FAILED;
                }
              });
    }

    abstract int show(Input.Document document);
  }

  /** {@code extract}. */
  @Command(name = "extract", description = "Show the article that is found in a page.")
  static final class Extract extends Show {
    Extract(Workplace workplace) {
      super(workplace);
    }

    @Override
    int show(Input.Document document) {
      Terminal terminal = workplace.terminal();
      Optional<ExtractedPage> page = Pages.extract(document.content(), document.address());
      if (page.isEmpty() || !page.get().isArticle()) {
        terminal.problem("no article was found in " + document.name() + ".");
        return Workplace.FAILED;
      }
      ExtractedPage found = page.get();
      if (json()) {
        ObjectNode line = Terminal.object();
        line.put("title", found.title());
        line.put("outlet", found.outlet().orElse(null));
        line.put("author", found.author().orElse(null));
        line.put("published", found.published().map(Instant::toString).orElse(null));
        line.put("lang", found.language().code());
        line.put("url", found.canonical().map(URI::toString).orElse(null));
        line.put("image", found.image().map(URI::toString).orElse(null));
        line.put("text", found.body());
        terminal.json(line);
      } else {
        terminal.say("title:     %s", found.title());
        terminal.say("outlet:    %s", found.outlet().orElse("-"));
        terminal.say("author:    %s", found.author().orElse("-"));
        terminal.say("published: %s", found.published().map(Instant::toString).orElse("-"));
        terminal.say("language:  %s", found.language().code());
        terminal.say("address:   %s", found.canonical().map(URI::toString).orElse("-"));
        terminal.say("picture:   %s", found.image().map(URI::toString).orElse("-"));
        terminal.say("");
        terminal.passage(found.body());
      }
      return Workplace.DONE;
    }
  }

  /** {@code feed}. */
  @Command(name = "feed", description = "Show the items that are read in a feed.")
  static final class ShowFeed extends Show {
    ShowFeed(Workplace workplace) {
      super(workplace);
    }

    @Override
    int show(Input.Document document) {
      Terminal terminal = workplace.terminal();
      Feed feed =
          new FeedReader()
              .read(document.content().bytes(), document.content().type(), document.address());
      if (!feed.isFeed()) {
        terminal.problem(document.name() + " is not a feed.");
        return Workplace.FAILED;
      }
      feed.problems().forEach(terminal::problem);
      if (!json()) {
        terminal.say("%s: %d items", feed.title(), feed.items().size());
      }
      feed.items().forEach(item -> print(terminal, item));
      return Workplace.DONE;
    }

    private void print(Terminal terminal, FeedItem item) {
      if (json()) {
        ObjectNode line = Terminal.object();
        line.put("guid", item.guid().orElse(null));
        line.put("url", item.link().orElse(null));
        line.put("title", item.title());
        line.put("published", item.published().map(Instant::toString).orElse(null));
        line.put("author", item.author().orElse(null));
        line.put("summary", item.summary());
        terminal.json(line);
      } else {
        terminal.say(
            "%-20s  %s", item.published().map(Instant::toString).orElse("undated"), item.title());
        terminal.say("    %s", item.link().orElse("-"));
      }
    }
  }

  /** {@code statements}. */
  @Command(name = "statements", description = "Show who says what in a page, a file or JSON Lines.")
  static final class Statements extends Show {
    Statements(Workplace workplace) {
      super(workplace);
    }

    @Override
    int show(Input.Document document) {
      Terminal terminal = workplace.terminal();
      List<String> problems = new ArrayList<>();
      List<ArticleDraft> drafts =
          Pages.drafts(document.content(), document.address(), document.name(), problems);
      problems.forEach(terminal::problem);
      Attribution attribution = Engine.attribution();
      for (ArticleDraft draft : drafts) {
        Edition edition = EvalCommands.unstored(draft);
        for (Statement statement : attribution.statements(edition)) {
          print(terminal, edition, statement);
        }
      }
      return drafts.isEmpty() ? Workplace.FAILED : Workplace.DONE;
    }

    private void print(Terminal terminal, Edition edition, Statement statement) {
      if (json()) {
        terminal.json(EvalCommands.json(edition, statement));
      } else {
        String who = statement.speaker().map(speaker -> speaker.name()).orElse("-");
        terminal.say(
            "%-9s %s: %s", statement.speech().json(), who, statement.span().of(edition.text()));
      }
    }
  }
}
