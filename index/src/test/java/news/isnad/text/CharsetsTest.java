package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static final String ARABIC =
      "قال رئيس بلدية وادي النخيل إن الجسر الجديد سيفتح أمام السيارات يوم الأحد، وإن الأعمال"
          + " انتهت قبل موعدها.";
  private static final String FRENCH = "The café near the façade was opened by Zoë Müller in 1987.";

  private static String decoded(byte[] bytes) {
    return Charsets.decode(bytes, Optional.empty()).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "windows-1256",
        "ISO-8859-6",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "UTF-32BE"
      })
  void arabic_undeclared_isDetected(String charset) {
    assertThat(decoded(ARABIC.getBytes(Charset.forName(charset)))).isEqualTo(ARABIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void latin_undeclared_isDetected(String charset) {
    assertThat(decoded(FRENCH.getBytes(Charset.forName(charset)))).isEqualTo(FRENCH);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1256, utf-8",
    "windows-1256, iso-8859-1",
    "windows-1256, ISO-8859-6",
    "ISO-8859-6, utf-8",
    "ISO-8859-6, windows-1252",
    "ISO-8859-6, windows-1256",
    "UTF-8, windows-1256",
    "UTF-8, iso-8859-1",
    "UTF-16LE, utf-8",
    "UTF-8, utf-16",
    "UTF-8, nonsense"
  })
  void arabic_wronglyDeclared_isReadAll(String real, String claimed) {
    byte[] bytes = ARABIC.getBytes(Charset.forName(real));

    assertThat(Charsets.decode(bytes, Optional.of("text/xml; charset=" + claimed)).text())
        .isEqualTo(ARABIC);
  }

  @Test
  void header_goesBeforeDocument() {
    byte[] bytes =
        "<?xml version='1.0' encoding='koi8-r'?><t>Москва</t>"
            .getBytes(Charset.forName("windows-1251"));

    assertThat(Charsets.decode(bytes, Optional.of("text/xml; charset='windows-1251'")).text())
        .contains("Москва");
  }

  @Test
  void document_declaresItself() {
    String page = "<html><head><meta charset=\"windows-1251\"></head><p>Москва</p>";

    assertThat(decoded(page.getBytes(Charset.forName("windows-1251")))).isEqualTo(page);
  }

  @Test
  void mark_isNoPartOfTheText() {
    assertThat(decoded(("\uFEFF" + ARABIC).getBytes(Charset.forName("UTF-8")))).isEqualTo(ARABIC);
    assertThat(decoded(("\uFEFF" + ARABIC).getBytes(Charset.forName("UTF-16LE"))))
        .isEqualTo(ARABIC);
  }

  @Test
  void utf8_withSomeBrokenBytes_staysUtf8() {
    byte[] bytes = ARABIC.getBytes(Charset.forName("UTF-8"));
    bytes[bytes.length / 2] = (byte) 0xFF;

    Charsets.Decoded decoded = Charsets.decode(bytes, Optional.empty());

    assertThat(decoded.text()).startsWith("قال رئيس");
    assertThat(decoded.damaged()).isTrue();
    assertThat(decoded.isText()).isTrue();
  }

  @Test
  void eastAsian_declared_isBelieved() {
    String page = "<?xml version=\"1.0\" encoding=\"gb2312\"?><t>新闻</t>";

    assertThat(decoded(page.getBytes(Charset.forName("GB2312")))).isEqualTo(page);
  }

  @Test
  void noise_isNoText() {
    byte[] noise = new byte[4_000];
    new Random(3).nextBytes(noise);

    assertThat(Charsets.decode(noise, Optional.empty()).isText()).isFalse();
    assertThat(Charsets.decode(new byte[4_000], Optional.empty()).isText()).isFalse();
    assertThat(Charsets.decode(new byte[0], Optional.empty()).text()).isEmpty();
  }
}
