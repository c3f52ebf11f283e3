package news.isnad.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void read_commentsAndBlankLines_sayNothing() throws IOException {
    byte[] table = "# origin\n\nmeet\tاجتمع|التقى\t\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Tables.read(new ByteArrayInputStream(table)))
        .containsExactly(java.util.List.of("meet", "اجتمع|التقى", ""));
  }

  @Test
  void alternatives_emptyColumn_none() {
    assertThat(Tables.alternatives("")).isEmpty();
    assertThat(Tables.alternatives("a | b|")).containsExactly("a", "b");
  }

  @Test
  void shipped_unknownName_namesIt() {
    assertThatThrownBy(() -> Tables.shipped("nothing.tsv")).hasMessageContaining("nothing.tsv");
  }
}
