package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {
  private static String quoted(String text) {
    List<Quotation> found = Quotations.of(text, new Span(0, text.length()));
    return String.join(
        " / ",
        found.stream()
            .map(q -> q.content().of(text) + (q.balanced() ? "" : " (unbalanced)"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "He said “no deal” and “no talks”. | no deal / no talks",
        "قال إنه «غير راض» عن «الأمر». | غير راض / الأمر",
        "He said \"no\" to \"them\". | no / them",
        "قال ” لا اتفاق “ ثم غادر | لا اتفاق",
        "The ‘quiet plan’ isn’t ours, it’s the officials’ plan | quiet plan",
        "He called it 'a bad idea' in the '90s | a bad idea",
        "She said: “He called it ‘a joke’ today.” | He called it ‘a joke’ today.",
        "وصرح مسؤول: لا لقاء مقرر الآن\"، ولم يرد أحد. | لا لقاء مقرر الآن (unbalanced)",
        "It rained. We will not go\", he said. | We will not go (unbalanced)",
        "لا لقاء الآن»، قال الوزير | لا لقاء الآن (unbalanced)",
        "He said: \"We will go. Then he left. | We will go. (unbalanced)",
        "“We will go. We will return. | We will go. We will return. (unbalanced)",
        "نقلت عن \"الوكالة\" و\"الصحيفة\" وبـ\"القناة\" | الوكالة / الصحيفة / القناة",
        "a 5\" gun and nothing | ``",
        "rock 'n' roll don't | ``",
        "He said (\"no\"). | no",
        "“One thing.\" Then \"another” | One thing. / another",
        "قال: \" لا نريد حربا \" ثم مضى | لا نريد حربا",
        "« one « two » three » | one « two » three",
        "an empty \"\" pair | ``",
        "\"$5 is enough,\" he said | $5 is enough,",
        "It is 10:30\" he | ``",
      })
  void quotedWords(String text, String expected) {
    assertThat(quoted(text)).isEqualTo(expected);
  }

  @Test
  void paragraphs_areReadOneByOne() {
    assertThat(quoted("He said \"one thing\nand \"another\" too"))
        .isEqualTo("one thing (unbalanced) / another");
  }

  @Test
  void onlyTheStretchIsRead() {
    String text = "\"a\" then \"b\"";
    assertThat(Quotations.of(text, new Span(4, text.length())))
        .containsExactly(new Quotation(new Span(10, 11), true));
  }

  @Test
  void randomText_hasQuotationsInOrderInsideIt() {
    for (String text : RandomText.several(2000)) {
      int last = 0;
      for (Quotation quotation : Quotations.of(text, new Span(0, text.length()))) {
        assertThat(quotation.content().start()).isGreaterThanOrEqualTo(last);
        assertThat(quotation.content().of(text)).isNotBlank();
        last = quotation.content().end();
      }
    }
  }
}
