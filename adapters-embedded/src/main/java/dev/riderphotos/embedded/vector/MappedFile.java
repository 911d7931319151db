package dev.riderphotos.embedded.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** Maps parts of a file, which are written with zeros first where it is too short. */
final class MappedFile {
  private static final int ZEROS = 1 << 16;

  private MappedFile() {}

  /** A hole in a file could not be filled on a full disk, and there is no fault for that. */
  static MemorySegment map(FileChannel file, long offset, long bytes, Arena arena)
      throws IOException {
    if (file.size() < offset + bytes) {
      fill(file, file.size(), offset + bytes);
    }
    return file.map(MapMode.READ_WRITE, offset, bytes, arena);
  }

  /** Overwrites what is in it from there on; on the disk when this returns. */
  static void erase(FileChannel file, long from) throws IOException {
    if (from < file.size()) {
      fill(file, from, file.size());
      file.force(false);
    }
  }

  private static void fill(FileChannel file, long from, long to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
    for (long at = from; at < to; ) {
      zeros.clear().limit((int) Math.min(ZEROS, to - at));
      at += file.write(zeros, at);
    }
  }
}
