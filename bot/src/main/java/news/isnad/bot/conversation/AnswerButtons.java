package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import news.isnad.answer.Citation;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.SentAnswers.Kept;
import news.isnad.bot.telegram.Message;
import news.isnad.text.Language;

/** The buttons under an answer: context, more, nearest passage, helpful or not. */
final class AnswerButtons {
  private final Memory memory;
  private final Function<Request, Composer> composers;

  private final Translations translations;

  AnswerButtons(Memory memory, Function<Request, Composer> composers, Translations translations) {
    this.translations = requireNonNull(translations, "translations is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.composers = requireNonNull(composers, "composers is null");
  }

  Reply pressed(String button, Request request) {
    return memory
        .sentAnswers()
        .find(request.argument(), request.chat())
        .map(kept -> pressed(button, kept, request))
        .orElseGet(() -> Reply.notice(request.messages().text("button.unknown")));
  }

  private Reply pressed(String button, Kept kept, Request request) {
    if (button.equals("good") || button.equals("bad")) {
      boolean good = button.equals("good");
      return Reply.notice(request.messages().text(good ? "feedback.good" : "feedback.bad"))
          .keeping(memory.sentAnswers().judge(kept.id(), request, good));
    }
    List<Citation> citations = kept.citations();
    if (citations.isEmpty() || kept.found() == button.equals("nearest")) {
      return Reply.notice(request.messages().text("button.gone"));
    }
    Language language = kept.language();
    if (button.equals("translate")) {
      return translated(citations.getFirst(), language, request);
    }
    SentAnswers answers = memory.sentAnswers();
    List<Citation> shown =
        switch (button) {
          case "context", "nearest" -> citations.subList(0, 1);
          default ->
              citations.subList(
                  Math.min(button.equals("rest") ? 1 : Composer.PASSAGES_SHOWN, citations.size()),
                  citations.size());
        };
    Message message =
        switch (button) {
          case "context" ->
              composers
                  .apply(request)
                  .context(shown.getFirst(), answers.standing(shown.getFirst()), language);
          case "nearest" -> composers.apply(request).nearest(shown.getFirst(), language);
          default -> composers.apply(request).more(shown, answers::standing, language);
        };
    return Reply.say(message).keeping(answers.shows(kept, shown, request));
  }

  /** Said anew each time, and kept with nothing: it is no quotation. */
  private Reply translated(Citation citation, Language language, Request request) {
    return switch (translations.translate(
        citation.quote(), citation.edition().language(), language)) {
      case Translations.Translated(String words) ->
          Reply.say(composers.apply(request).translation(citation, words, language));
      case Translations.Failed _ -> Reply.notice(request.messages().text("translation.failed"));
    };
  }
}
