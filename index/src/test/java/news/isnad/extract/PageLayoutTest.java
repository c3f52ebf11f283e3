package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as pages of any age and make mark them up: {@code 1}, {@code 2}, {@code 3} in them. */
class PageLayoutTest {
  private static final String[] ENGLISH = {
    "The new bridge over the Palm river opens to traffic on Sunday, three weeks ahead of schedule,"
        + " the mayor of Wadi Nakhil said.",
    "Salma Haddad told reporters that the work had cost less than planned, and that the rest of the"
        + " money would go to two schools on the eastern bank.",
    "Residents, who have crossed by ferry for eleven years, said they would keep one boat for the"
        + " tourists.",
  };
  private static final String[] ARABIC = {
    "يفتح الجسر الجديد فوق نهر النخيل أمام السيارات يوم الأحد، قبل موعده بثلاثة أسابيع، كما قالت"
        + " رئيسة بلدية وادي النخيل.",
    "وأبلغت سلمى حداد الصحفيين أن الأعمال كلفت أقل مما كان مقررًا، وأن ما بقي من المال سيذهب إلى"
        + " مدرستين على الضفة الشرقية.",
    "وقال السكان، الذين عبروا بالعبّارة أحد عشر عامًا، إنهم سيبقون قاربًا واحدًا للسياح.",
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>1<br><br>2<br><br>3</div>",
        "<div><span>1<br><br>2<br><br>3</span></div>",
        "<div><font size=2>1<br/>\n<br/>2<br><br>3</font></div>",
        "<div><strong>1<br><br>2<br><br>3</strong></div>",
        "<div><span><font>1<br><br>2<br>&nbsp;<br>3</font></span></div>",
        "<center>1<br><br>2<br><br>3</center>",
        "1<br><br>2<br><br>3",
        "<font face=x>1<br><br>2<br><br>3</font>",
        "<table><tr><td><font>1<br><br>2<br><br>3</font></td></tr></table>",
        "<table><tr><td><p>1</p></td></tr><tr><td><p>2</p></td></tr><tr><td>3</td></tr></table>",
        "<div><h3>1</h3><h3>2</h3><h3>3</h3></div>",
        "<div><h2>1</h2><p>2</p><h2>3</h2></div>",
        "<div><span>1</span><br><br><span>2</span><br><br><span>3</span></div>",
        "<div><div>1</div><div>2</div><div>3</div></div>",
        "<div><div><span>1</span></div><div><span>2</span></div><div><span>3</span></div></div>",
        "<dl><dd>1</dd><dd>2</dd><dd>3</dd></dl>",
        "<ul><li>1</li><li>2</li><li>3</li></ul>",
        "<section><p><span><b>1</b></span></p><p><em>2</em></p><blockquote>3</blockquote></section>",
        "<pre>1\n\n2\n\n3</pre>",
      })
  void paragraphs_areFoundHoweverTheyAreMarked(String layout) {
    for (String[] text : new String[][] {ENGLISH, ARABIC}) {
      String body =
          layout
              .replace("1<", text[0] + "<")
              .replace("2<", text[1] + "<")
              .replace("3<", text[2] + "<")
              .replace("1\n", text[0] + "\n")
              .replace("2\n", text[1] + "\n");
      body = body.endsWith("3") ? body.substring(0, body.length() - 1) + text[2] : body;
      String html =
          "<html><body><div id='menu'><a href='/'>Palm</a> <a href='/w'>World</a></div>"
              + "<h1>Bridge opens</h1>"
              + body
              + "<div class='footer'>© 2026 Palm Daily. All rights reserved.</div></body></html>";
      ExtractedPage page =
          new ArticleExtractor().extract(html, Optional.of(URI.create("https://palm.example/b")));

      assertThat(page.isArticle()).as(layout).isTrue();
      assertThat(page.body()).isEqualTo(String.join("\n", text));
    }
  }
}
