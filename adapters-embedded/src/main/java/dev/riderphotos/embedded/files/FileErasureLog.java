package dev.riderphotos.embedded.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * {@code erasures.log}, beside the database and not in it, so that it outlives a database that is
 * lost. Lines are only ever added, each on the disk before anything else is done. A crash, or a
 * full disk, can leave a part of the last line: the next one begins anew.
 */
public final class FileErasureLog implements ErasureLog {
  private static final String HEADER =
      "# Erased riders, each as a keyed hash, before and after: restore takes it as --erased.\n";

  private final DataFolder folder;
  private final ErasureHashes hashes;
  private final InstantSource clock;

  public FileErasureLog(DataFolder folder, SigningKey key, InstantSource clock) {
    this.folder = folder;
    this.hashes = new ErasureHashes(key);
    this.clock = clock;
  }

  @Override
  public void note(RiderId rider) {
    add(hashes.line(clock.instant(), rider));
  }

  /** Takes over a line of another log of the same key. */
  public synchronized void add(String line) {
    Path file = folder.files().erasures();
    try {
      if (!Files.exists(file)) {
        AtomicFile.write(folder.temporary(), file, HEADER.getBytes(UTF_8)); // its owner's alone
      }
      append(file, line);
    } catch (IOException fault) {
      throw new BackendException("note an erasure", true, fault);
    }
  }

  private static void append(Path file, String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      String begun = endsLine(channel, end) ? "" : "\n";
      ByteBuffer rest = ByteBuffer.wrap((begun + line + "\n").getBytes(UTF_8));
      for (long at = end; rest.hasRemaining(); ) {
        at += channel.write(rest, at);
      }
      channel.force(true);
    }
  }

  private static boolean endsLine(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end == 0 || channel.read(last, end - 1) < 1 || last.get(0) == '\n';
  }
}
