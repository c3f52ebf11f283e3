package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import news.isnad.config.UnusableFileException;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTest {
  private static final Path DEBIAN = Path.of("/usr/share/dictd");

  @TempDir Path folder;

  private Path harbour() {
    return DictdFiles.write(
        folder,
        "freedict-eng-ara",
        "dredger /dɹˈɛdʒə/\nالكرّاءة",
        "dredgers /dɹˈɛdʒəz/\nالكرّاءات",
        "buoy /bɔɪ/\n1. العوّامة\n2. الطافية",
        "solar system /sˈəʊlə/\nالنظام الشمسي",
        "solar /sˈəʊlə/\nشمسيّ");
  }

  private static List<String> meanings(Dictionary dictionary, String text) {
    Language from = Language.detect(text);
    List<Word> words = Words.of(text, from);
    return dictionary
        .at(
            words.stream().map(Word::folded).toList(),
            words.stream().map(Word::stem).toList(),
            0,
            words.size(),
            from)
        .forms();
  }

  @Test
  void english_isTranslated_byItsStem() {
    Dictionary dictionary = Dictionary.at(harbour());
    assertThat(meanings(dictionary, "buoys")).containsExactly("العوامه", "الطافيه");
    assertThat(meanings(dictionary, "Dredger")).containsExactly("الكراءه", "الكراءات");
    assertThat(meanings(dictionary, "dredgers")).containsExactly("الكراءات", "الكراءه");
  }

  @Test
  void arabic_isTranslatedByTheSameFile() {
    Dictionary dictionary = Dictionary.at(harbour());
    assertThat(meanings(dictionary, "وعوامة")).containsExactly("buoy");
    assertThat(meanings(dictionary, "للكرّاءات")).contains("dredger", "dredgers");
  }

  @Test
  void longestTerm_isTaken() {
    Dictionary dictionary = Dictionary.at(harbour());
    assertThat(meanings(dictionary, "solar systems")).containsExactly("النظام الشمسي");
    assertThat(meanings(dictionary, "solar panel")).containsExactly("شمسي");
    assertThat(meanings(dictionary, "panel")).isEmpty();
  }

  @Test
  void path_mayLackItsEndingOrNameTheText() {
    harbour();
    for (String path : List.of("freedict-eng-ara", "freedict-eng-ara.dict.dz")) {
      assertThat(meanings(Dictionary.at(folder.resolve(path)), "buoy")).isNotEmpty();
    }
  }

  @Test
  void plainText_isReadToo() throws IOException {
    Path index = harbour();
    Path packed = folder.resolve("freedict-eng-ara.dict.dz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, folder.resolve("freedict-eng-ara.dict"));
    }
    Files.delete(packed);
    assertThat(meanings(Dictionary.at(index), "buoy")).isNotEmpty();
  }

  @Test
  void folder_givesWhatIsEnglishAndArabic() {
    harbour();
    DictdFiles.write(folder, "freedict-ara-eng", "بلشون /b/\nHeron");
    DictdFiles.write(folder, "freedict-fra-eng", "bouée /b/\nbuoy");
    Dictionary dictionary = Dictionary.at(folder);
    assertThat(meanings(dictionary, "herons")).containsExactly("بلشون");
    assertThat(meanings(dictionary, "buoy")).hasSize(2);
  }

  @Test
  void missingFile_isNamed() throws IOException {
    assertThatThrownBy(() -> Dictionary.at(folder))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll("language.dictionary", folder.toString(), "eng-ara", "apt");
    Path index = harbour();
    Files.delete(folder.resolve("freedict-eng-ara.dict.dz"));
    assertThatThrownBy(() -> Dictionary.at(index))
        .hasMessageContainingAll("freedict-eng-ara.dict.dz", "is missing");
    Files.delete(index);
    assertThatThrownBy(() -> Dictionary.at(index)).hasMessageContaining("freedict-eng-ara.index");
  }

  @Test
  void brokenIndex_isNamedWithItsLine() throws IOException {
    Path index = harbour();
    Files.writeString(index, "buoy\tA\tB\nferry\n");
    refused(index, "freedict-eng-ara.index", "line 2");
    Files.writeString(index, "buoy\t?\tB\n");
    refused(index, "line 1");
    Files.writeString(index, "");
    refused(index, "is empty");
  }

  @Test
  void cutOffText_isNamed() throws IOException {
    Path index = harbour();
    Path text = folder.resolve("freedict-eng-ara.dict.dz");
    byte[] whole = Files.readAllBytes(text);
    Files.write(text, Arrays.copyOf(whole, whole.length / 2));
    refused(index, "freedict-eng-ara.dict.dz");
    Files.writeString(text, "no gzip");
    refused(index, "freedict-eng-ara.dict.dz");
    Files.delete(text);
    Files.writeString(folder.resolve("freedict-eng-ara.dict"), "short");
    refused(index, "ends before its last entry");
  }

  @Test
  void otherLanguages_areRefused() {
    Path index = DictdFiles.write(folder, "freedict-fra-eng", "bouée /b/\nbuoy");
    refused(index, "does not translate between English and Arabic");
  }

  private static void refused(Path index, String... said) {
    Dictionary dictionary = Dictionary.at(index);
    assertThatThrownBy(() -> meanings(dictionary, "buoy"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll(said)
        .hasMessageContaining("apt install");
  }

  @Test
  void none_knowsNothing() {
    assertThat(meanings(Dictionary.none(), "buoy")).isEmpty();
  }

  /** Over what Debian's packages dict-freedict-eng-ara and dict-freedict-ara-eng install. */
  @Test
  void debiansDictionaries_translateBothWays() {
    assumeTrue(
        Files.exists(DEBIAN.resolve("freedict-eng-ara.index")),
        "Debian's package dict-freedict-eng-ara is not installed");
    Dictionary dictionary = Dictionary.at(DEBIAN.resolve("freedict-eng-ara"));
    assertThat(meanings(dictionary, "lighthouses")).contains("الفنارات");
    assertThat(meanings(dictionary, "وفنار")).contains("lighthouse");
    assertThat(meanings(dictionary, "مستنقع")).contains("swamp");
  }
}
