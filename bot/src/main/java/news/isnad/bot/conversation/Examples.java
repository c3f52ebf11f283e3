package news.isnad.bot.conversation;

import java.util.List;
import java.util.stream.IntStream;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Button;
import news.isnad.text.Language;

/** Two questions that somebody may ask to begin with. Safe for concurrent use. */
@FunctionalInterface
public interface Examples {
  /** Questions of any news. */
  Examples GENERAL =
      language ->
          List.of(
              Messages.in(language).text("example.first"),
              Messages.in(language).text("example.second"));

  /** The questions in a language: two, each short enough for a button. */
  List<String> questions(Language language);

  /** A row for each question. The button carries its place, the words are looked up again. */
  default List<List<Button>> buttons(Language language) {
    List<String> questions = questions(language);
    return IntStream.range(0, questions.size())
        .mapToObj(
            place ->
                List.<Button>of(
                    new Button.Callback(
                        questions.get(place), "1:example:" + language.code() + place)))
        .toList();
  }
}
