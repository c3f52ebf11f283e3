package news.isnad.bot.operator;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.store.Database;
import news.isnad.text.Folding;

/**
 * What the commands for sources share. Immutable.
 *
 * @param hide makes the engine mind which sources go with their articles
 */
record SourcesInChat(
    Database database,
    SourceCatalogue catalogue,
    SourceWork work,
    Audit audit,
    Composer composer,
    ShortIds ids,
    Runnable hide) {

  /** The engine minds what has changed as soon as that is durable. */
  void hideLater() {
    database.afterwards(hide);
  }

  /** The source of that number, name or address, or the only one whose name holds the words. */
  Optional<Source> find(String typed) {
    String named = typed.startsWith("#") ? typed.substring(1) : typed;
    Optional<Source> exact =
        named.matches("[0-9]{1,9}")
            ? catalogue.find(Long.parseLong(named)).or(() -> catalogue.find(typed))
            : catalogue.find(typed);
    if (exact.isPresent()) {
      return exact;
    }
    String folded = Folding.fold(typed);
    List<Source> holding =
        catalogue.list().stream()
            .filter(source -> Folding.fold(source.name()).contains(folded))
            .toList();
    return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
  }
}
