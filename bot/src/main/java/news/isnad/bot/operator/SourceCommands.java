package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import news.isnad.article.ArticleStore;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.access.Access;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.SourceWork.State;
import news.isnad.store.Database;

/** What operators do with sources in the chat, and what everybody sees of them. */
public final class SourceCommands {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/operator/migrations";

  private SourceCommands() {}

  /**
   * What they work with. Immutable.
   *
   * @param hide makes the engine mind which sources go with their articles
   */
  public record Parts(
      Database database,
      SourceCatalogue catalogue,
      SourceTrials trials,
      Audit audit,
      Composer composer,
      Runnable hide,
      OtherSources others,
      PlacedIds placed) {}

  /** {@code /sources}: what is tracked, for everybody. */
  public static Command tracked(
      SourceCatalogue catalogue,
      OtherSources others,
      ArticleStore articles,
      Access access,
      Composer composer) {
    return new TrackedSources(catalogue, others, articles, access, composer);
  }

  /** Those for operators. */
  public static List<Command> all(Parts parts) {
    requireNonNull(parts, "parts is null");
    ShortIds ids = new ShortIds();
    SourcesInChat in =
        new SourcesInChat(
            parts.database(),
            parts.catalogue(),
            new SourceWork(parts.database()),
            parts.audit(),
            parts.composer(),
            ids,
            parts.hide(),
            parts.others(),
            parts.placed());
    RemoveSource removing = new RemoveSource(in);
    return List.of(
        new AddSource(parts.trials(), parts.catalogue(), parts.audit(), parts.composer(), ids),
        removing,
        new SourceStatus(in, removing),
        new ImportSources(in, parts.trials(), new SentLists(parts.database())),
        new ExportSources(in),
        new ChangeSource(in, State.RENAMING),
        new ChangeSource(in, State.MOVING));
  }
}
