package news.isnad.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import news.isnad.bot.telegram.Message;
import org.junit.jupiter.api.Test;

class RescueTest {
  @Test
  void plain_hasNoTagsAndNoEntities() {
    assertThat(Rescue.plain("<b>a &amp; b</b> &lt;x&gt; &quot;q&quot; &#1593;&#x2068;"))
        .isEqualTo("a & b <x> \"q\" ع\u2068");
  }

  @Test
  void plain_keepsWhatIsNeitherTagNorEntity() {
    assertThat(Rescue.plain("1 < 2 & &nbsp; a>b <")).isEqualTo("1 < 2 & &nbsp; a>b <");
  }

  @Test
  void plainOfNothing_isTheSource() {
    assertThat(Rescue.plain("<b></b>")).isEqualTo("<b></b>");
  }

  @Test
  void shortMessage_isLeftAlone() {
    assertThat(Rescue.shortened(Message.of("<b>x</b>"), 50)).isEqualTo(Message.of("<b>x</b>"));
  }

  @Test
  void shortened_endsAtASentenceAndClosesTags() {
    String html = "<b>First sentence is here. Second 3.5 one</b> goes on";
    assertThat(Rescue.shortened(Message.of(html), 40).html())
        .isEqualTo("<b>First sentence is here.</b>");
  }

  @Test
  void shortened_arabicSentenceEndsAtItsQuestionMark() {
    assertThat(Rescue.shortened(Message.of("ماذا قال الوزير؟ لم يقل شيئا بعد ذلك"), 30).html())
        .isEqualTo("ماذا قال الوزير؟");
  }

  @Test
  void shortened_withoutSentence_closesIsolates() {
    assertThat(Rescue.shortened(Message.of("<i>\u2068word word word word word word"), 16).html())
        .isEqualTo("<i>\u2068word word wor…\u2069</i>");
  }

  @Test
  void shortened_neverSplitsACharacter() {
    String shortened = Rescue.shortened(Message.of("x").asPlain("😀".repeat(20)), 10).html();
    assertThat(shortened).isEqualTo("😀😀😀😀…");
  }

  @Test
  void anyHtml_isShortenedToTheLimitAndWellFormed() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    String[] pieces = {
      "<b>", "</b>", "<i>", "</i>", "&amp;", "word. ", "كلمة؟ ", "😀", "\u2068", "\u2069", "\n",
      "<", "&"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder html = new StringBuilder("x");
      for (int i = random.nextInt(60); i >= 0; i--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      int longest = 5 + random.nextInt(40);
      Message shortened = Rescue.shortened(Message.of(html.toString()), longest);
      if (!shortened.html().contentEquals(html)) {
        assertThat(Rescue.plain(shortened.html()).length()).isLessThanOrEqualTo(longest);
        assertThat(
                Character.isHighSurrogate(shortened.html().charAt(shortened.html().length() - 1)))
            .isFalse();
      }
    }
  }
}
