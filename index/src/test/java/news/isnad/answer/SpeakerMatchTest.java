package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.Edition;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Reading.Asked;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerMatchTest {
  @ParameterizedTest
  @CsvSource({
    "نور بيلوسي, بيلوسي, نور بلوسي, true",
    "نور بيلوسي, بيلوسي, هدى بلوسي, false",
    "نور بيلوسي, بيلوسي, السيدة بلوسي, true",
    "نور بيلوسي, بيلوسي, هدى بلوسي درويش, false",
    "نور بيلوسي, بيلوسي, بلوسي, true",
  })
  void familyNameSpelledAlike_endsTheNamePrinted(
      String asked, String family, String printed, boolean same) {
    Wanted wanted =
        new Wanted(asked, true, Map.of(Language.ARABIC, List.of(form(asked), form(family))));
    SpeakerMatch match =
        new SpeakerMatch(
            new Asked(asked, Optional.empty()),
            Language.ARABIC,
            List.of(wanted),
            KnownNames.of(List.of()),
            CountryForms.of(KnownNames.of(List.of())),
            Optional.empty());
    Speaker speaker =
        new Speaker(printed, Optional.empty(), Optional.empty(), Optional.empty(), false);

    assertThat(match.of(speaker, article()) >= SpeakerMatch.SAME).isEqualTo(same);
  }

  private static Form form(String name) {
    List<Word> words = Words.of(name, Language.ARABIC);
    return new Form(
        words.stream().map(Word::folded).toList(), words.stream().map(Word::stem).toList(), 1);
  }

  private static ArticleView article() {
    return new ArticleView(
        new Edition(
            1,
            "a",
            1,
            Optional.empty(),
            "Outlet",
            "خبر",
            Language.ARABIC,
            Optional.empty(),
            Instant.EPOCH,
            "قالت ذلك أمس."),
        List.of());
  }
}
