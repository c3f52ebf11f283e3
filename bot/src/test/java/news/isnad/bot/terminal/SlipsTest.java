package news.isnad.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlipsTest {

  @Test
  void longWord_getsOneSlip() {
    String slipped = Slips.in("who was harbourmaster");
    assertThat(slipped).startsWith("who was ").isNotEqualTo("who was harbourmaster");
    assertThat(slipped.length()).isBetween(20, 22);
  }

  @Test
  void sameQuestion_isMisspeltInTheSameWay() {
    assertThat(Slips.in("ماذا قالت الوزيرة عن الميناء"))
        .isEqualTo(Slips.in("ماذا قالت الوزيرة عن الميناء"));
  }

  @Test
  void shortWords_loseMarksOnly() {
    assertThat(Slips.in("أين آل بِنّ")).isEqualTo("اين ال بن");
  }
}
