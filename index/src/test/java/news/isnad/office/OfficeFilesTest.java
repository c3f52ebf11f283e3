package news.isnad.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.isnad.article.ArticleDraft;
import news.isnad.extract.ArticleExtractor;
import news.isnad.ingest.Document;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.text.Language;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class OfficeFilesTest {
  private static final String TITLE = "Quay wall to be rebuilt before winter";
  private static final String[] LINES = {
    "The harbour office will rebuild the quay wall before the winter storms,",
    "its director Amina Solberg said on Tuesday. \"We cannot wait for another gov-",
    "ernment to find the money,\" Solberg told reporters on the pier."
  };

  private final OfficeFiles files = new OfficeFiles();

  @Test
  void pdf_isReadAsAnArticle_itsLinesJoined() throws IOException {
    ArticleDraft draft = only(pdf());

    assertThat(draft.title()).isEqualTo(TITLE);
    assertThat(draft.language()).isEqualTo(Language.ENGLISH);
    assertThat(draft.text())
        .contains(
            "\"We cannot wait for another government to find the money,\" Solberg told reporters");
  }

  @Test
  void word_isReadAsAnArticle() throws IOException {
    ArticleDraft draft =
        only(
            word(
                "إعادة بناء رصيف الميناء قبل الشتاء",
                "قالت مديرة الميناء أمينة سولبرغ يوم الثلاثاء إن الجدار سيبنى من جديد قبل العواصف.",
                "وأضافت سولبرغ: «لا يمكننا أن ننتظر حكومة أخرى لتجد المال»، في تصريح للصحفيين."));

    assertThat(draft.language()).isEqualTo(Language.ARABIC);
    assertThat(draft.title()).isEqualTo("إعادة بناء رصيف الميناء قبل الشتاء");
    assertThat(draft.text()).contains("وأضافت سولبرغ: «لا يمكننا أن ننتظر حكومة أخرى لتجد المال»");
  }

  @Test
  void bombs_areRefused() throws IOException {
    assertThat(files.read(zip("word/document.xml", 70_000_000)))
        .isEqualTo(new OfficeFiles.Unread("holds far more than its size says"));
    assertThat(files.read(pdfBomb())).isInstanceOf(OfficeFiles.Unread.class);
  }

  @Test
  void otherArchivesAndBrokenFiles_areRefused() throws IOException {
    assertThat(files.read(zip("sheet.xml", 10)))
        .isEqualTo(new OfficeFiles.Unread("is an archive, not a Word document"));
    assertThat(files.read("%PDF-1.7\nThis looks like text, and is none.".getBytes(UTF_8)))
        .isInstanceOf(OfficeFiles.Unread.class);
  }

  @Test
  void whatTakesTooLong_isGivenUp() throws IOException {
    assertThat(new OfficeFiles(Duration.ofMillis(1)).read(pdf()))
        .isEqualTo(new OfficeFiles.Unread("takes too long to read"));
  }

  private ArticleDraft only(byte[] bytes) {
    DocumentReader reader = new DocumentReader(new ArticleExtractor()::extract, files);
    Document read = reader.read(bytes, "quay.bin", Optional.empty(), Given.NOTHING);
    assertThat(read).isInstanceOf(Document.Articles.class);
    return ((Document.Articles) read).drafts().getFirst();
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(14);
        content.newLineAtOffset(60, 700);
        content.showText(TITLE);
        content.newLineAtOffset(0, -40);
        for (String line : LINES) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] word(String... paragraphs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      for (String paragraph : paragraphs) {
        document.createParagraph().createRun().setText(paragraph);
      }
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      write(zip, size);
    }
    return bytes.toByteArray();
  }

  private static byte[] pdfBomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream twice = new DeflaterOutputStream(new DeflaterOutputStream(packed))) {
      write(twice, 80_000_000);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream stream = new PDStream(document);
      try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
        raw.write(packed.toByteArray());
      }
      COSArray filters = new COSArray();
      filters.add(COSName.FLATE_DECODE);
      filters.add(COSName.FLATE_DECODE);
      stream.getCOSObject().setItem(COSName.FILTER, filters);
      page.setContents(stream);
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, int size) throws IOException {
    byte[] spaces = new byte[1_000_000];
    Arrays.fill(spaces, (byte) ' ');
    for (int written = 0; written < size; written += spaces.length) {
      out.write(spaces, 0, Math.min(spaces.length, size - written));
    }
  }
}
