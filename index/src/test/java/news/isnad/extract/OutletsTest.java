package news.isnad.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletsTest {
  private final Outlets outlets = Outlets.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "© 2026 Erem Media FZ LLC | Erem News",
        "جميع الحقوق محفوظة © 2024 شركة إرم ميديا | Erem News",
        "Copyright © 2026 Al Jazeera Media Network. All rights reserved. | Al Jazeera",
        "جميع الحقوق محفوظة لشبكة الجزيرة الإعلامية 2026 | Al Jazeera",
        "© 2026 BBC. The BBC is not responsible for the content of external sites. | BBC News",
        "© 2026 Guardian News & Media Limited or its affiliated companies. All rights reserved. |"
            + " The Guardian",
        "© 2019-2026 Palm Media Ltd. All rights reserved. | Palm Media",
        "All rights reserved to Palm Daily 2026 | Palm Daily",
        "حقوق النشر محفوظة لصحيفة النخيل © 2026 | صحيفة النخيل",
        "© The Times of Tarsa 2026 | The Times of Tarsa"
      })
  void copyrightLine_namesTheOutletOrItsPublisher(String line, String outlet) {
    assertThat(outlets.ofCopyright(line)).contains(outlet);
  }

  @Test
  void copyrightLine_withoutHolder_namesNobody() {
    assertThat(outlets.ofCopyright("© 2026. All rights reserved.")).isEmpty();
    assertThat(outlets.ofCopyright("جميع الحقوق محفوظة © 2026")).isEmpty();
  }

  @Test
  void address_belongsToTheSiteAndItsSubdomains_only() {
    assertThat(outlets.ofAddress(URI.create("https://www.eremnews.com/news/1")))
        .contains("Erem News");
    assertThat(outlets.ofAddress(URI.create("https://noteremnews.com/"))).isEmpty();
    assertThat(outlets.ofAddress(URI.create("https://www.bbc.com/arabic/x")))
        .contains("BBC Arabic");
    assertThat(outlets.ofAddress(URI.create("https://www.bbc.com/news"))).contains("BBC News");
    assertThat(outlets.ofAddress(URI.create("mailto:a@b.example"))).isEmpty();
  }

  @Test
  void name_isKnownInBothLanguages() {
    assertThat(outlets.known("إرم نيوز")).isEqualTo("Erem News");
    assertThat(outlets.known(" Palm  Daily ")).isEqualTo("Palm Daily");
  }
}
