package dev.riderphotos.embedded.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Where blocks are mapped: a file that is as long as it must be. */
interface BlockPlace {
  /** Maps a block; what was never written to it is zero. The disk has room for all of it then. */
  MemorySegment map(int block) throws IOException;

  /** Overwrites all that there is, gives the room back, and unmaps what was mapped. */
  void erase() throws IOException;
}
