package news.isnad.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void marksOfHtml_areNoPartOfAQuestion() {
    assertThat(Typed.of("What did <b>Lena</b> Maroth <br/>say?"))
        .isEqualTo(new Typed.Question("What did  Lena  Maroth  say?"));
    assertThat(Typed.of("ماذا قال <i>سامي</i> درويش؟"))
        .isEqualTo(new Typed.Question("ماذا قال  سامي  درويش؟"));
  }

  @Test
  void whatIsLessThanSomething_stays() {
    assertThat(Typed.of("Was inflation < 3 % or > 4 %?"))
        .isEqualTo(new Typed.Question("Was inflation < 3 % or > 4 %?"));
  }

  @Test
  void onlyMarks_areNothing() {
    assertThat(Typed.of("<b></b>")).isEqualTo(new Typed.Nothing());
  }
}
