package news.isnad.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * Traits as they are stored. The first byte is the version of what they mean; of another version
 * nothing is read, and the article is compared with no more.
 *
 * <p>Stateless.
 */
final class TraitBytes {
  /** 1: the first. */
  private static final int VERSION = 1;

  private TraitBytes() {}

  static byte[] written(Traits traits) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeBoolean(traits.language() == Language.ARABIC);
      write(out, traits.own());
      write(out, traits.shared());
      out.writeByte(traits.names().size());
      for (String name : traits.names()) {
        out.writeUTF(name);
      }
      out.writeInt(traits.shingles().count());
      out.writeByte(traits.shingles().smallest().length);
      for (int shingle : traits.shingles().smallest()) {
        out.writeInt(shingle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Optional<Traits> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return in.readByte() == VERSION ? Optional.of(read(in)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Traits read(DataInputStream in) throws IOException {
    Language language = in.readBoolean() ? Language.ARABIC : Language.ENGLISH;
    Terms own = terms(in);
    Terms shared = terms(in);
    List<String> names = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      names.add(in.readUTF());
    }
    int count = in.readInt();
    int[] smallest = new int[in.readUnsignedByte()];
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] = in.readInt();
    }
    return new Traits(language, own, shared, names, new Shingles(smallest, count));
  }

  private static void write(DataOutputStream out, Terms terms) throws IOException {
    out.writeByte(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      out.writeInt(terms.id(i));
      out.writeFloat(terms.weight(i));
      out.writeByte(terms.marks(i));
    }
  }

  private static Terms terms(DataInputStream in) throws IOException {
    int size = in.readUnsignedByte();
    int[] ids = new int[size];
    float[] weights = new float[size];
    byte[] marks = new byte[size];
    for (int i = 0; i < size; i++) {
      ids[i] = in.readInt();
      weights[i] = in.readFloat();
      marks[i] = in.readByte();
    }
    return new Terms(ids, weights, marks);
  }
}
