package news.isnad.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that locks a data folder, says how that went and waits until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    DataFolder folder = DataFolder.at(Path.of(arguments[0]));
    System.out.println(
        switch (folder.tryLock("pid 1, the other one")) {
          case DataFolder.Claim.Locked locked -> "locked";
          case DataFolder.Claim.HeldBy(String holder) -> holder;
        });
    System.out.flush();
    int end = System.in.read();
    System.exit(end < 0 ? 0 : 1);
  }
}
