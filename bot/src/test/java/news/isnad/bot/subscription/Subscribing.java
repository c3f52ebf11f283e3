package news.isnad.bot.subscription;

import java.util.List;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.Room;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.store.Database;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Topics;

/** What tests of subscribing in a {@link Room} have in common. */
final class Subscribing {
  private Subscribing() {}

  /** Topics where nobody is known and nothing is translated. */
  static Topics topics() {
    KnownNames nobody = KnownNames.of(List.of());
    return new MonitorTopics(nobody, new Translator(Lexicon.of(List.of()), nobody));
  }

  static SubscriptionCommands.Parts parts(
      Room room, Database database, Topics topics, Attribution attribution, int most) {
    return new SubscriptionCommands.Parts(
        database,
        new Subscriptions(database, room.articles),
        topics,
        room.articles,
        ScannedArticles.of(room.articles),
        attribution,
        new Memory(database, room.articles),
        room.composer,
        most);
  }
}
