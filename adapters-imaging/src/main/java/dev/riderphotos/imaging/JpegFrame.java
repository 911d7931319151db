package dev.riderphotos.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JPEG says of its pixels before the first of them.
 *
 * @param type the marker's: how they are compressed
 * @param precision bits a sample
 */
record JpegFrame(int type, int precision, int height, int width, List<Component> components) {
  private static final int BLOCK = 8;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LOSSLESS = 0xC3;
  private static final int FIRST_ARITHMETIC = 0xC8;
  private static final int JPEG_LS = 0xF7;

  /**
   * A component is one of the colours, say.
   *
   * @param across how many samples it has where the coarsest component has one
   * @param down the same for its rows
   * @param quantization the number of its table
   */
  record Component(int id, int across, int down, int quantization) {}

  /** Whether a marker of this type begins a frame, of whatever kind. */
  static boolean begunBy(int type) {
    boolean table = type == JpegMarkers.DHT || type == FIRST_ARITHMETIC || type == 0xCC;
    return (type >= 0xC0 && type <= 0xCF && !table) || type == JPEG_LS || type == JpegMarkers.DHP;
  }

  /**
   * @param content one byte of precision, two of height, two of width, and the components
   * @throws EOFException if it breaks off
   */
  static JpegFrame of(int type, ByteBuffer content) throws EOFException {
    try {
      return read(type, content);
    } catch (BufferUnderflowException cut) {
      throw (EOFException) new EOFException("A frame that breaks off").initCause(cut);
    }
  }

  private static JpegFrame read(int type, ByteBuffer content) {
    int precision = content.get() & 0xFF;
    int height = content.getChar();
    int width = content.getChar();
    int count = content.get() & 0xFF;
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = content.get() & 0xFF;
      int factors = content.get() & 0xFF;
      components.add(new Component(id, factors >> 4, factors & 15, content.get() & 3));
    }
    return new JpegFrame(type, precision, height, width, List.copyOf(components));
  }

  /** In words what it is, if it is whole, perhaps, but of a kind that we cannot read. */
  Optional<String> unsupportedKind() {
    if (type == LOSSLESS || type == JPEG_LS) {
      return Optional.of("a lossless JPEG picture");
    }
    if (type > FIRST_ARITHMETIC && type < 0xCC) {
      return Optional.of("a JPEG picture with arithmetic coding");
    }
    if (type > PROGRESSIVE) {
      return Optional.of("a hierarchical JPEG picture");
    }
    return precision == 12 ? Optional.of("a JPEG picture of 12 bits a sample") : Optional.empty();
  }

  /**
   * @throws IOException if it makes no sense
   */
  void check() throws IOException {
    boolean sampled =
        components.stream()
            .allMatch(it -> Math.min(it.across, it.down) > 0 && Math.max(it.across, it.down) <= 4);
    if (precision != BLOCK || components.isEmpty() || components.size() > 4 || !sampled) {
      throw new IOException("Not a frame");
    }
  }

  /**
   * Whether it has the colours and the sampling that cameras write, and all decoders read alike.
   */
  boolean usual() {
    return sequential()
        && (components.size() == 1 || components.size() == 3)
        && usual(components.getFirst())
        && components.stream().skip(1).allMatch(it -> it.across == 1 && it.down == 1);
  }

  private boolean usual(Component first) {
    boolean finer = components.size() == 3 && first.across == 2 && first.down <= 2;
    return finer || (first.across == 1 && first.down == 1);
  }

  boolean sequential() {
    return type <= EXTENDED;
  }

  boolean progressive() {
    return type == PROGRESSIVE;
  }

  /** How many groups of blocks, one of each component's at least, lie side by side. */
  int groupsAcross() {
    return Math.ceilDiv(width, BLOCK * mostAcross());
  }

  int groupsDown() {
    return Math.ceilDiv(height, BLOCK * mostDown());
  }

  /** How many blocks of a component lie side by side, without those that only fill a group. */
  int blocksAcross(Component component) {
    return Math.ceilDiv(Math.ceilDiv(width * component.across, mostAcross()), BLOCK);
  }

  int blocksDown(Component component) {
    return Math.ceilDiv(Math.ceilDiv(height * component.down, mostDown()), BLOCK);
  }

  /**
   * Counts the samples of all components, at their own sizes, with all that fills up blocks and
   * groups.
   */
  long samples() {
    long groups = (long) groupsAcross() * groupsDown();
    int blocks = components.stream().mapToInt(it -> it.across * it.down).sum();
    return groups * blocks * BLOCK * BLOCK;
  }

  private int mostAcross() {
    return components.stream().mapToInt(Component::across).max().orElse(1);
  }

  private int mostDown() {
    return components.stream().mapToInt(Component::down).max().orElse(1);
  }
}
