package dev.riderphotos.embedded.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Where nothing is mapped. */
final class NoPlace implements BlockPlace {
  @Override
  public MemorySegment map(int block) throws IOException {
    throw new IOException("The files are another process's");
  }

  @Override
  public void erase() {
    // There is nothing.
  }
}
