package dev.riderphotos.embedded.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.receipt.ReceiptKeys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keys of receipts in a file of the data folder, for its owner alone. Whoever writes it holds the
 * lock of another file, so that a command beside a server takes nothing from it.
 */
public final class FileReceiptKeys implements ReceiptKeys {
  /** Threads of one process cannot wait for each other by a lock of a file. */
  private static final Object WITHIN = new Object();

  private final DataFolder folder;

  public FileReceiptKeys(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public String orKeep(Supplier<String> first) {
    try {
      return there() ? read() : alone(first, UnaryOperator.identity());
    } catch (IOException fault) {
      throw folder.disk().fault("read the keys of receipts", fault);
    }
  }

  @Override
  public String change(Supplier<String> first, UnaryOperator<String> change) {
    try {
      return alone(first, change);
    } catch (IOException fault) {
      throw folder.disk().fault("write the keys of receipts", fault);
    }
  }

  private String alone(Supplier<String> first, UnaryOperator<String> change) throws IOException {
    synchronized (WITHIN) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.temporary().resolveSibling("receipt-keys.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        String before = there() ? read() : null;
        String after = before == null ? first.get() : change.apply(before);
        if (!after.equals(before)) {
          AtomicFile.write(folder.temporary(), file(), after.getBytes(UTF_8)); // its owner's alone
        }
        return after;
      }
    }
  }

  private boolean there() {
    return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
  }

  private String read() throws IOException {
    return Files.readString(file(), UTF_8);
  }

  private Path file() {
    return folder.receiptKeys();
  }
}
