package dev.riderphotos.jpegturbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;

/** One file being decoded: libjpeg's {@code jpeg_decompress_struct}, and what it refers to. */
final class Decompression implements AutoCloseable {
  /** The structures' sizes and the places in them, on 64 bits; creating checks the first. */
  private static final long DECODER_BYTES = 632;

  private static final long ERRORS_BYTES = 168;
  private static final long ERRORS = 0;
  private static final long COLOURS = 64;
  private static final long SCALE_NUMERATOR = 68;
  private static final long SCALE_DENOMINATOR = 72;
  private static final long OUTPUT_WIDTH = 136;
  private static final long OUTPUT_HEIGHT = 140;
  private static final long OUTPUT_COMPONENTS = 148;
  private static final long ERROR_EXIT = 0;
  private static final long OUTPUT_MESSAGE = 16;
  private static final long WARNINGS = 128;

  private static final int GREY = 1;
  private static final int BLUE_GREEN_RED = 8;

  /** Lines that are asked for at once. */
  private static final int LINES = 64;

  private final LibJpeg library;
  private final Arena arena;
  private final MemorySegment decoder;
  private final MemorySegment errors;

  Decompression(LibJpeg library) {
    this.library = library;
    this.arena = Arena.ofConfined();
    this.decoder = arena.allocate(DECODER_BYTES, Long.BYTES);
    this.errors = arena.allocate(ERRORS_BYTES, Long.BYTES);
    library.standardErrors(errors);
    errors.set(ADDRESS, ERROR_EXIT, library.stopping());
    errors.set(ADDRESS, OUTPUT_MESSAGE, library.silence());
    decoder.set(ADDRESS, ERRORS, errors);
    library.create(decoder);
  }

  /** Begins with a file, of which every so many pixels along a side are to be one. */
  void begin(List<ByteBuffer> jpeg, int reduction) {
    library.source(decoder, whole(jpeg));
    library.readHeader(decoder);
    decoder.set(JAVA_INT, SCALE_NUMERATOR, 1);
    decoder.set(JAVA_INT, SCALE_DENOMINATOR, reduction);
    if (decoder.get(JAVA_INT, COLOURS) != GREY) {
      decoder.set(JAVA_INT, COLOURS, BLUE_GREEN_RED);
    }
    library.start(decoder);
  }

  private MemorySegment whole(List<ByteBuffer> pieces) {
    MemorySegment file = arena.allocate(pieces.stream().mapToLong(ByteBuffer::remaining).sum());
    long at = 0;
    for (ByteBuffer piece : pieces) {
      MemorySegment part = MemorySegment.ofBuffer(piece);
      MemorySegment.copy(part, 0, file, at, part.byteSize());
      at += part.byteSize();
    }
    return file;
  }

  int width() {
    return decoder.get(JAVA_INT, OUTPUT_WIDTH);
  }

  int height() {
    return decoder.get(JAVA_INT, OUTPUT_HEIGHT);
  }

  int components() {
    return decoder.get(JAVA_INT, OUTPUT_COMPONENTS);
  }

  /** Decodes all lines into memory, one after the other. */
  void read(MemorySegment pixels) {
    long line = (long) width() * components();
    MemorySegment places = arena.allocate(ADDRESS, LINES);
    int row = 0;
    while (row < height()) {
      int most = Math.min(LINES, height() - row);
      for (int i = 0; i < most; i++) {
        places.setAtIndex(ADDRESS, i, pixels.asSlice((row + i) * line, line));
      }
      row += library.readLines(decoder, places, most);
    }
    library.finish(decoder);
  }

  /** Whether libjpeg had anything to say of the file. */
  boolean doubtful() {
    return errors.get(JAVA_INT, WARNINGS) > 0;
  }

  @Override
  public void close() {
    library.destroy(decoder);
    arena.close();
  }
}
