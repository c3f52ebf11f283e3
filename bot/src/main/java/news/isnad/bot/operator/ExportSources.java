package news.isnad.bot.operator;

import java.util.List;
import news.isnad.article.Source;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.operator.Audit.Deed;
import news.isnad.ingest.SourceList;

/** {@code /exportsources}: every source as an OPML document. */
record ExportSources(SourcesInChat in) implements OperatorCommand {
  private static final String FILE = "isnad-sources.opml";

  @Override
  public String name() {
    return "exportsources";
  }

  @Override
  public Composer composer() {
    return in.composer();
  }

  @Override
  public Reply handle(Request request) {
    List<Source> all = in.catalogue().list();
    if (all.isEmpty()) {
      return say(request, "sourcestatus.none");
    }
    return Reply.file(
            new Reply.File(
                FILE,
                SourceList.write(all),
                request.messages().text("exportsources.done", "count", all.size())))
        .keeping(
            handle ->
                in.audit()
                    .write(
                        handle,
                        request.person(),
                        Deed.EXPORT_SOURCES,
                        Integer.toString(all.size())));
  }
}
