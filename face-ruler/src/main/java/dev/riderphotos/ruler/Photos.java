package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What was seen on the photos of one run, in a file of its owner's: digests of names instead of
 * names, and descriptors. A run that was killed goes on where it stopped: what is written stays,
 * and a last record that was cut short is taken off.
 *
 * <p>A run asks {@link #takeOver} of every photo, and describes what is not taken over. Only what
 * was taken over or added since opening is measured: photos that have gone from a folder do not
 * count. Threads may share it.
 */
public final class Photos implements AutoCloseable {
  /** The most numbers that a descriptor has. */
  public static final int LONGEST = 2048;

  private static final long MAGIC = 0x5249_4445_5255_4c31L;
  private static final int MODEL_BYTES = 496;
  private static final int HEADER = 512;

  private static final int DESCRIBED = 0;

  private final Path file;
  private final String model;
  private final int length;
  private final FileChannel channel;
  private final ByteBuffer record;
  private final DigestTable records = new DigestTable();
  private final BitSet ofThisRun = new BitSet();
  private int written;

  private Photos(Path file, String model, int length, FileChannel channel) {
    this.file = file;
    this.model = model;
    this.length = length;
    this.channel = channel;
    this.record =
        ByteBuffer.allocate(DescriptorFile.recordSize(length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Goes on with what is in the folder for this model, or begins.
   *
   * @param folder is made if it is not there, for its owner alone
   * @param model the name of the model and its version, up to 496 bytes
   * @param length of its descriptors, 1 to {@link #LONGEST}
   * @throws IllegalStateException if another run is at it
   */
  public static Photos open(Path folder, String model, int length) throws IOException {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("A descriptor has 1 to 2,048 numbers, not " + length);
    }
    if (model.getBytes(UTF_8).length > MODEL_BYTES) {
      throw new IllegalArgumentException("The name of the model is too long: " + model);
    }
    Files.createDirectories(folder, attributes(folder, "rwx------"));
    Path file = folder.resolve("measure-%016x.ruler".formatted(Digest.of(model)));
    FileChannel channel = ownersOnly(file);
    try {
      lock(channel);
      Photos photos = new Photos(file, model, length, channel);
      photos.readBack();
      return photos;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  public String model() {
    return model;
  }

  /** How many numbers a descriptor has. */
  public int length() {
    return length;
  }

  /**
   * Counts a photo for this run if an earlier run, or this one, has looked at it.
   *
   * @param key what tells the photo and its state, such as its path, size and time of change
   * @return false if it has to be described
   */
  public synchronized boolean takeOver(String key) {
    int known = records.get(Digest.of(key));
    if (known >= 0) {
      ofThisRun.set(known);
    }
    return known >= 0;
  }

  /**
   * Keeps a descriptor.
   *
   * @param person who is on it, by whatever name
   * @param picture a hash of the picture's bytes or pixels: pairs of one picture are not compared
   * @throws IllegalArgumentException if the descriptor is of another length or has a number that is
   *     not finite, or if the photo is known already
   */
  public synchronized void add(String key, String person, byte[] picture, float[] descriptor)
      throws IOException {
    if (descriptor.length != length) {
      throw new IllegalArgumentException(
          "The descriptor has %,d numbers instead of %,d".formatted(descriptor.length, length));
    }
    for (float number : descriptor) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("The descriptor has a number that is not finite");
      }
    }
    write(key, Digest.of(person), Digest.of(picture), DESCRIBED, descriptor);
  }

  /**
   * Keeps that a photo has nothing to be measured.
   *
   * @param reason the caller's number for why, from 1 on
   */
  public synchronized void leaveOut(String key, int reason) throws IOException {
    if (reason < 1) {
      throw new IllegalArgumentException("Reasons are numbered from 1 on, not " + reason);
    }
    write(key, 0, 0, reason, new float[length]);
  }

  /** Why a photo that is known was left out; 0 if it was not, or is not known. */
  public synchronized int reason(String key) throws IOException {
    int known = records.get(Digest.of(key));
    return known < 0 || !read(known) ? 0 : record.getInt(DescriptorFile.REASON);
  }

  /** Deletes the file, at the end of a run that needs no other. */
  public synchronized void delete() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  /** Leaves the file to a run that goes on with it. */
  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  /** The described photos of this run, in the file's order. The file may grow meanwhile. */
  synchronized DescriptorFile described() throws IOException {
    int[] rows = new int[ofThisRun.cardinality()];
    int found = 0;
    for (int row = ofThisRun.nextSetBit(0); row >= 0; row = ofThisRun.nextSetBit(row + 1)) {
      if (read(row) && record.getInt(DescriptorFile.REASON) == DESCRIBED) {
        rows[found++] = row;
      }
    }
    return new DescriptorFile(
        arena -> channel.map(MapMode.READ_ONLY, HEADER, (long) written * record.capacity(), arena),
        length,
        Arrays.copyOf(rows, found));
  }

  private void write(String key, long person, long picture, int reason, float[] descriptor)
      throws IOException {
    long digest = Digest.of(key);
    if (records.get(digest) >= 0) {
      throw new IllegalArgumentException("The photo is known already: " + key);
    }
    record.clear();
    record.putLong(digest).putLong(person).putLong(picture).putInt(reason).putInt(0);
    record.asFloatBuffer().put(descriptor);
    record.putInt(DescriptorFile.CHECK, check());
    writeFully(record.clear(), placeOf(written));
    ofThisRun.set(written);
    records.put(digest, written++);
  }

  private void readBack() throws IOException {
    if (!isOfThisModel()) {
      channel.truncate(0);
      writeFully(header(), 0);
    }
    while (read(written)) {
      records.put(record.getLong(DescriptorFile.KEY), written++);
    }
    channel.truncate(placeOf(written));
  }

  private boolean isOfThisModel() throws IOException {
    ByteBuffer found = ByteBuffer.allocate(HEADER);
    return readFully(found, 0) && found.flip().equals(header());
  }

  private ByteBuffer header() {
    return ByteBuffer.allocate(HEADER)
        .putLong(MAGIC)
        .putInt(length)
        .putInt(model.getBytes(UTF_8).length)
        .put(model.getBytes(UTF_8))
        .clear();
  }

  /** Whether a record is whole. */
  private boolean read(int row) throws IOException {
    return readFully(record.clear(), placeOf(row))
        && record.getInt(DescriptorFile.CHECK) == check();
  }

  private long placeOf(int row) {
    return HEADER + (long) row * record.capacity();
  }

  /** Of all bytes of the record but its own. */
  private int check() {
    CRC32C crc = new CRC32C();
    crc.update(record.array(), 0, DescriptorFile.CHECK);
    crc.update(record.array(), DescriptorFile.NUMBERS, record.capacity() - DescriptorFile.NUMBERS);
    return (int) crc.getValue();
  }

  private boolean readFully(ByteBuffer into, long place) throws IOException {
    int got = 0;
    while (into.hasRemaining() && got >= 0) {
      got = channel.read(into, place + into.position());
    }
    return !into.hasRemaining();
  }

  private void writeFully(ByteBuffer from, long place) throws IOException {
    while (from.hasRemaining()) {
      channel.write(from, place + from.position());
    }
  }

  private static FileChannel ownersOnly(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS),
            attributes(file, "rw-------"));
    if (attributes(file, "rw-------").length > 0) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return channel;
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void lock(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // Another run in this process is another run.
    }
    throw new IllegalStateException(
        "Another run is measuring this model: wait for it, or end it and start again");
  }
}
