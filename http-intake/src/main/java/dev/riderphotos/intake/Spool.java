package dev.riderphotos.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What came in: in memory as far as it is small, else in a file that goes when this is closed, and
 * with the process at the latest.
 */
public final class Spool implements AutoCloseable {
  /** Bodies of up to so many bytes are kept in memory. */
  static final int SMALL = 16 * 1024;

  private final byte[] small;
  private final @Nullable FileChannel file;
  private Runnable end = () -> {};

  private Spool(byte[] small, @Nullable FileChannel file) {
    this.small = small;
    this.file = file;
  }

  static Spool of(InputStream in, Path folder) throws IOException {
    byte[] head = in.readNBytes(SMALL + 1);
    if (head.length <= SMALL) {
      return new Spool(head, null);
    }
    Spool spool = new Spool(new byte[0], create(folder));
    try {
      spool.write(head, head.length);
      spool.write(in);
      return spool;
    } catch (IOException | RuntimeException broken) {
      spool.close();
      throw broken;
    }
  }

  public long size() {
    try {
      return file == null ? small.length : file.size();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** From its beginning; as often as wanted, until this is closed. */
  public InputStream open() {
    return file == null ? new ByteArrayInputStream(small) : new FromFile(file);
  }

  /** Forgets what came in. Closing again is harmless. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } finally {
      end.run();
    }
  }

  /** Does that, too, when it is closed; not what it was told to do before. */
  public Spool andThen(Runnable last) {
    this.end = last;
    return this;
  }

  private void write(InputStream in) throws IOException {
    byte[] buffer = new byte[SMALL];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      write(buffer, count);
    }
  }

  private void write(byte[] bytes, int count) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (file != null && rest.hasRemaining()) {
        file.write(rest);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Where the system allows it, the name is gone as soon as the file is open. */
  private static FileChannel create(Path folder) {
    try {
      Path path = Files.createTempFile(folder, "body-", null);
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static final class FromFile extends InputStream {
    private final FileChannel file;
    private long at;

    FromFile(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = file.read(ByteBuffer.wrap(buffer, offset, length), at);
      at += Math.max(count, 0);
      return count;
    }
  }
}
