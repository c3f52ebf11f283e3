package news.isnad.bot.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people filter by when they subscribe, from their words to what they are sent. */
class TopicFiltersTest {
  private static final String SAILS = "Ferry strike begins";
  private static final String ENDS = "Bakers are back at work";
  private static final String GOES_ON = "المدارس مغلقة";
  private static final Set<String> TITLES = Set.of(SAILS, ENDS, GOES_ON);

  /** The articles that each topic is told of. */
  private static final Map<String, List<String>> TOLD = new LinkedHashMap<>();

  static {
    TOLD.put("strike", List.of(SAILS, ENDS, GOES_ON));
    TOLD.put("strike speaker:Marchetti", List.of(SAILS));
    TOLD.put("strike by:\"Lena Orrin\"", List.of(ENDS));
    TOLD.put("strike from:\"Vale Courier\"", List.of(ENDS));
    TOLD.put("strike lang:ar", List.of(GOES_ON));
    TOLD.put("strike place:Norway", List.of(SAILS));
    TOLD.put("strike -place:Norway lang:en", List.of(ENDS));
    TOLD.put("إضراب", List.of(SAILS, ENDS, GOES_ON));
    TOLD.put("إضراب المتحدث:الحارثي", List.of(GOES_ON));
    TOLD.put("إضراب من:\"صحيفة الساحل\"", List.of(GOES_ON));
    TOLD.put("إضراب لغة:en", List.of(SAILS, ENDS));
    TOLD.put("إضراب مكان:النرويج", List.of(SAILS));
    TOLD.put("إضراب بالعربية", List.of(GOES_ON));
    TOLD.put("إضراب المتحدث:\"Odo Marchetti\"", List.of(SAILS));
  }

  @TempDir Path folder;

  @Test
  void filter_ofASubscription_holdsInBothLanguages() {
    try (WholeBot bot = new WholeBot(folder)) {
      long person = 10;
      for (String topic : TOLD.keySet()) {
        assertThat(bot.say(person, "/subscribe " + topic)).as(topic).doesNotStartWith("That");
        assertThat(bot.press(person, "sub")).as(topic).startsWith("Subscribed");
        person++;
      }
      bot.ingest(
          "f-1",
          "The Dunmere Echo",
          Language.ENGLISH,
          SAILS,
          "The ferry strike began in Norway on Monday.\n"
              + "\"We will not sail,\" said Odo Marchetti, who runs the line.");
      bot.ingest(
          "f-2",
          "Vale Courier",
          Language.ENGLISH,
          ENDS,
          "The strike over the price of flour ended.\n\"There is bread again,\" said Lena Orrin.");
      bot.ingest(
          "f-3",
          "صحيفة الساحل",
          Language.ARABIC,
          GOES_ON,
          "قال نديم الحارثي إن إضراب المعلمين بسبب الرواتب مستمر.");
      bot.deliver();

      person = 10;
      for (Map.Entry<String, List<String>> topic : TOLD.entrySet()) {
        assertThat(titles(bot, person)).as(topic.getKey()).isEqualTo(Set.copyOf(topic.getValue()));
        person++;
      }
    }
  }

  @Test
  void answer_offersItsMatterAsATopic() {
    try (WholeBot bot = new WholeBot(folder)) {
      bot.ingest(
          "f-1",
          "The Dunmere Echo",
          Language.ENGLISH,
          SAILS,
          "\"We will not sail in the strike,\" said Odo Marchetti, who runs the line.");
      assertThat(bot.say(WholeBot.READER, "What did Odo Marchetti say about the strike?"))
          .contains("We will not sail");
      assertThat(bot.press(WholeBot.READER, "alertme")).contains("Odo Marchetti", "strike");
      assertThat(bot.press(WholeBot.READER, "sub")).startsWith("Subscribed");
      bot.deliver();
      bot.ingest(
          "f-2",
          "Vale Courier",
          Language.ENGLISH,
          ENDS,
          "\"The strike is over for us,\" said Odo Marchetti on the quay.");
      bot.deliver();

      assertThat(titles(bot, WholeBot.READER)).contains(ENDS);
    }
  }

  private static Set<String> titles(WholeBot bot, long person) {
    return TITLES.stream()
        .filter(title -> bot.delivered(person).stream().anyMatch(said -> said.contains(title)))
        .collect(Collectors.toSet());
  }
}
