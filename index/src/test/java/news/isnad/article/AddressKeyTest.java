package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeyTest {
  private static final String PAGE = "https://daily.example/news/الجسر?id=7&page=2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.Daily.example:80/news/الجسر/?id=7&page=2#top",
        "https://daily.example/news/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1?id=7&page=2",
        "https://daily.example/news/%d8%a7%d9%84%d8%ac%d8%b3%d8%b1?page=2&id=7",
        "https://daily.example/news/الجسر?id=%37&amp;page=2",
        "https://daily.example/news/الجسر?utm_source=x&id=7&page=2&fbclid=1",
        "https://daily.example/news/الجسر?id=7&page=2&msclkid=1&_ga=2&xtor=RSS-3",
        "https://daily.example/news/الجسر?id=7&page=2&ref=home&ito=1490&ns_campaign=rss",
        "https://daily.example/news/الجسر?id=7&page=2&traffic_source=rss&srnd=home&guccounter=1",
        "https://daily.example/news/الجسر?id=7&page=2&source=rss_feed",
        "https://m.daily.example/news/الجسر?id=7&page=2",
        "https://mobile.daily.example/news/الجسر?id=7&page=2",
        "https://amp.daily.example/news/الجسر?id=7&page=2",
        "https://daily.example/amp/news/الجسر?id=7&page=2",
        "https://daily.example/news/الجسر/amp/?id=7&page=2",
        "https://daily.example/news/الجسر?id=7&page=2&amp=1",
        "https://daily.example/news/الجسر?amp&id=7&page=2",
        "https://daily.example/news/الجسر?id=7&page=2&outputType=amp",
        "https://daily.example/news/الجسر?id=7&page=2&print=1",
        "https://daily.example/news/الجسر/print?id=7&page=2",
        "https://daily.example/news/الجسر/index.html?id=7&page=2",
      })
  void ofArticle_formsOfOneAddress_haveOneKey(String form) {
    assertThat(AddressKey.ofArticle(URI.create(form)))
        .isEqualTo(AddressKey.ofArticle(URI.create(PAGE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://daily.example/news/الجسر?id=8&page=2",
        "https://daily.example/news/الجسر",
        "https://daily.example:8080/news/الجسر?id=7&page=2",
        "https://sport.daily.example/news/الجسر?id=7&page=2",
        "https://daily.example/news/الجسر-2?id=7&page=2",
        "https://daily.example/news/%D8%A7%D9%84%D8%AC%D8%B3%D8%B2?id=7&page=2",
        "https://daily.example/news%2Fالجسر?id=7&page=2",
        "https://daily.example/champ/الجسر?id=7&page=2",
      })
  void ofArticle_addressesOfOtherPages_haveOthers(String other) {
    assertThat(AddressKey.ofArticle(URI.create(other)))
        .isNotEqualTo(AddressKey.ofArticle(URI.create(PAGE)));
  }

  @Test
  void ofArticle_ofTwoPages_areTwo() {
    assertThat(AddressKey.ofArticle(URI.create("https://m.example/a")))
        .isEqualTo("//m.example/a")
        .isNotEqualTo(AddressKey.ofArticle(URI.create("https://example/a")));
    assertThat(AddressKey.ofArticle(URI.create("https://daily.example/a.amp.html")))
        .isEqualTo(AddressKey.ofArticle(URI.create("https://daily.example/a.html")));
    assertThat(AddressKey.ofArticle(URI.create("https://daily.example/index.html")))
        .isEqualTo(AddressKey.ofArticle(URI.create("https://daily.example")));
  }

  @Test
  void of_sourcesOfTwoDevices_areTwo() {
    assertThat(AddressKey.of(URI.create("https://m.daily.example/feed")))
        .isNotEqualTo(AddressKey.of(URI.create("https://daily.example/feed")));
    assertThat(AddressKey.of(URI.create("https://www.daily.example/feed?b=1&a=2")))
        .isEqualTo(AddressKey.of(URI.create("http://daily.example/feed/?a=2&b=1")));
  }
}
