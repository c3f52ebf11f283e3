package news.isnad.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** The process in which a file is read: the file comes in, its text goes out. */
public final class OfficeProcess {
  static final int READ = 0;

  /** What goes out is why not. */
  static final int REFUSED = 3;

  private static final int MOST_PAGES = 500;
  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_INFLATED = 60_000_000;
  private static final long MOST_TEXT_PART = 12_000_000;
  private static final double FEWEST_PACKED_OF_ONE = 0.005;

  /** A line of a page; between paragraphs there is an empty one. */
  private static final String LINE = "\u2028";

  private OfficeProcess() {}

  /** The file is refused, which the message says. */
  private static final class RefusedException extends IOException {
    RefusedException(String why) {
      super(why);
    }
  }

  /** Reads what comes in to its end. */
  public static void main(String[] none) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // What the libraries have to say is no text of the file.
    System.setOut(System.err);
    int exit = READ;
    try {
      String text = text(System.in.readNBytes(OfficeFiles.MOST_BYTES + 1));
      out.print(text.substring(0, Math.min(text.length(), OfficeFiles.MOST_TEXT)));
    } catch (RefusedException refused) {
      out.print(refused.getMessage());
      exit = REFUSED;
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      out.print("cannot be read: it is broken, or of another kind than it says");
      exit = REFUSED;
    }
    out.flush();
    Runtime.getRuntime().halt(exit);
  }

  static String text(byte[] bytes) throws IOException {
    return bytes.length > 0 && bytes[0] == '%' ? pdf(bytes) : word(bytes);
  }

  // ---- PDF

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new RefusedException("has more than " + MOST_PAGES + " pages");
      }
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw new RefusedException("is protected against reading");
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator(LINE);
      stripper.setParagraphEnd("\n\n");
      stripper.setPageEnd("\n");
      return joined(stripper.getText(document));
    }
  }

  /** Lines of a page are lines of its paper; a word that was parted at their end is one again. */
  private static String joined(String text) {
    return text.replaceAll("(?<=\\p{L})[-\u00AD\u2010]\u2028(?=\\p{Ll})", "")
        .replaceAll("[ \t]*\u2028[ \t]*", " ")
        .replaceAll("[ \t]*\n[ \t]*", "\n")
        .replaceAll("\n{3,}", "\n\n");
  }

  // ---- Word

  private static String word(byte[] bytes) throws IOException {
    requireHarmless(bytes);
    ZipSecureFile.setMinInflateRatio(FEWEST_PACKED_OF_ONE);
    ZipSecureFile.setMaxEntrySize(MOST_INFLATED);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      StringBuilder text = new StringBuilder();
      for (XWPFParagraph paragraph : document.getParagraphs()) {
        text.append(paragraph.getText().strip()).append("\n\n");
      }
      return text.toString().replaceAll("\n{3,}", "\n\n");
    }
  }

  /** Inflates the archive once, keeping nothing, before anything is made of it. */
  private static void requireHarmless(byte[] bytes) throws IOException {
    boolean isWord = false;
    int entries = 0;
    long all = 0;
    byte[] piece = new byte[65_536];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        boolean isText = entry.getName().equals("word/document.xml");
        isWord |= isText;
        long size = 0;
        for (int n = zip.read(piece); n >= 0; n = zip.read(piece)) {
          size += n;
          all += n;
          if (all > MOST_INFLATED || (isText && size > MOST_TEXT_PART)) {
            throw new RefusedException("holds far more than its size says");
          }
        }
        if (entries > MOST_ENTRIES) {
          throw new RefusedException("holds too many parts");
        }
      }
    }
    if (!isWord) {
      throw new RefusedException("is an archive, not a Word document");
    }
  }
}
