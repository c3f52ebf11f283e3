package news.isnad.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {
  private static RobotsRules rules(String... lines) {
    return RobotsRules.read(String.join("\n", lines).getBytes(UTF_8), "isnad");
  }

  @Test
  void nothing_permitsEverything() {
    assertThat(rules("").permits("/a")).isTrue();
    assertThat(rules("<html>no such file</html>").permits("/a")).isTrue();
    assertThat(rules("User-agent: *", "Disallow:").permits("/a")).isTrue();
  }

  @Test
  void ourGroup_countsInsteadOfAnybodys() {
    RobotsRules rules =
        rules(
            "User-agent: *",
            "Disallow: /",
            "",
            "User-agent: otherbot",
            "User-agent: ISNAD/1.0",
            "Disallow: /private # not for us",
            "User-agent: isnadnews",
            "Disallow: /b");
    assertThat(rules.permits("/a")).isTrue();
    assertThat(rules.permits("/b")).isTrue();
    assertThat(rules.permits("/private/a")).isFalse();
  }

  @Test
  void ourGroupWithoutRules_permitsEverything() {
    assertThat(
            rules("User-agent: isnad", "Disallow:", "User-agent: *", "Disallow: /").permits("/a"))
        .isTrue();
  }

  @Test
  void severalGroupsThatNameUs_areOne() {
    RobotsRules rules =
        rules(
            "User-agent: isnad",
            "Disallow: /a",
            "User-agent: *",
            "Disallow: /c",
            "User-agent: isnad",
            "Disallow: /b");
    assertThat(rules.permits("/a")).isFalse();
    assertThat(rules.permits("/b")).isFalse();
    assertThat(rules.permits("/c")).isTrue();
  }

  @Test
  void linesOfOtherKindsBetweenAgents_endNoGroup() {
    RobotsRules rules =
        rules(
            "User-agent: isnad",
            "Sitemap: https://a.example/s.xml",
            "User-agent: b",
            "Disallow: /a");
    assertThat(rules.permits("/a")).isFalse();
    assertThat(rules.sitemaps()).containsExactly("https://a.example/s.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "/fish, /fish, false",
    "/fish, /fishing?x=1, false",
    "/fish, /Fish, true",
    "/fish, /catfish, true",
    "/fish/, /fish, true",
    "/*.php, /a/b.php?x, false",
    "/*.php$, /a/b.php, false",
    "/*.php$, /a/b.php?x, true",
    "/a*b$, /ab, false",
    "/a*b$, /acb/ab, false",
    "/*?, /a?b, false",
    "/*?, /a, true",
    "/**x, /yx, false",
    "/a$, /a, false",
    "/a$, /ab, true",
    "*, /anything, false",
    "/خبر, /%D8%AE%D8%A8%D8%B1/1, false",
    "/%d8%ae, /خ, false",
    "/a%2Fb, /a/b, true",
    "/%61, /a, false",
    "/, /robots.txt, true"
  })
  void pattern_fitsAsTheStandardSays(String pattern, String path, boolean permitted) {
    assertThat(rules("User-agent: *", "Disallow: " + pattern).permits(path)).isEqualTo(permitted);
  }

  @ParameterizedTest
  @CsvSource({
    "/p, /, /page, true",
    "/folder, /folder, /folder/page, true",
    "/page, /*.htm, /page.htm, false",
    "/page, /*.ph, /page.php5, true",
    "/$, /, /, true",
    "/$, /, /page.htm, false"
  })
  void longestPattern_decidesAndAllowWinsTies(
      String allow, String disallow, String path, boolean permitted) {
    assertThat(rules("User-agent: *", "Allow: " + allow, "Disallow: " + disallow).permits(path))
        .isEqualTo(permitted);
  }

  @Test
  void crawlDelay_isOfOurGroup() {
    assertThat(rules("User-agent: *", "Crawl-delay: 2.5").crawlDelay())
        .contains(Duration.ofMillis(2_500));
    assertThat(rules("User-agent: isnad", "Crawl-delay: soon").crawlDelay()).isEmpty();
  }

  @Test
  void file_isReadUpToItsLimit() {
    String filler = "# filler\n".repeat(RobotsRules.LIMIT / 9 + 1);
    assertThat(rules("User-agent: *", "Disallow: /a", filler, "Disallow: /b").permits("/a"))
        .isFalse();
    assertThat(rules("User-agent: *", "Disallow: /a", filler, "Disallow: /b").permits("/b"))
        .isTrue();
  }

  @Test
  void hostileFile_takesNoLongTime() {
    String pattern = "Disallow: /" + "a*".repeat(200) + "b\n";
    RobotsRules rules = rules("User-agent: *", pattern.repeat(1_000));
    long begun = System.nanoTime();
    assertThat(rules.permits("/" + "a".repeat(7_000))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }
}
