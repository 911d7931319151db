package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * Remembers all faces of a file, and of which record each is, by 64 bits of their hashes: among a
 * million faces, two are taken for one once in thirty million files. They are in a temporary file
 * that is mapped, so that no heap is taken however many there are: 21 to 43 bytes of the disk for a
 * face, and while the table grows, half as much again. Nothing is left of it, also after a kill.
 */
public final class SeenFaces implements Closeable {
  private static final long FIRST_SLOTS = 1 << 12;

  private final MessageDigest digest = sha256();
  private Table table;
  private long count;

  /** Remembers none yet. */
  public SeenFaces() throws IOException {
    this.table = new Table(FIRST_SLOTS);
  }

  /** Slots of a face and its record each, in an unnamed file; a face is never 0. */
  private static final class Table implements Closeable {
    private static final long SLOT = 2;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment longs;
    private final long slots;

    /**
     * Has no face in it.
     *
     * @param slots a power of two
     */
    Table(long slots) throws IOException {
      this.slots = slots;
      Path file = Files.createTempFile("rider-photos", ".seen");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        this.longs = channel.map(MapMode.READ_WRITE, 0, slots * SLOT * Long.BYTES, arena);
      }
    }

    /** Where the face is, or else where it belongs. */
    long slot(long face) {
      long slot = face & (slots - 1);
      while (face(slot) != 0 && face(slot) != face) {
        slot = (slot + 1) & (slots - 1);
      }
      return slot;
    }

    long face(long slot) {
      return longs.getAtIndex(ValueLayout.JAVA_LONG, slot * SLOT);
    }

    long record(long slot) {
      return longs.getAtIndex(ValueLayout.JAVA_LONG, slot * SLOT + 1);
    }

    void put(long slot, long face, long record) {
      longs.setAtIndex(ValueLayout.JAVA_LONG, slot * SLOT, face);
      longs.setAtIndex(ValueLayout.JAVA_LONG, slot * SLOT + 1, record);
    }

    Table doubled() throws IOException {
      Table next = new Table(Math.multiplyExact(2, slots));
      for (long slot = 0; slot < slots; slot++) {
        if (face(slot) != 0) {
          next.put(next.slot(face(slot)), face(slot), record(slot));
        }
      }
      return next;
    }

    @Override
    public void close() {
      arena.close();
    }
  }

  @Override
  public void close() {
    table.close();
  }

  /**
   * Remembers the record's faces, unless there is a reason against it; whether it is one that was
   * seen before, photo and faces alike.
   *
   * @throws RecordRefusedException when a face of it was seen in another record
   */
  boolean repeats(ImageRecord record) throws RecordRefusedException, IOException {
    long fingerprint = fingerprint(record);
    boolean known = false;
    for (ProvidedFace face : record.faces()) {
      long slot = table.slot(hash(face.id()));
      if (table.face(slot) != 0) {
        known = true;
        if (table.record(slot) != fingerprint) {
          throw new RecordRefusedException(
              "FaceId %s is in another record, too".formatted(face.id()));
        }
      }
    }
    for (ProvidedFace face : record.faces()) {
      remember(hash(face.id()), fingerprint);
    }
    return known;
  }

  private void remember(long face, long fingerprint) throws IOException {
    long slot = table.slot(face);
    if (table.face(slot) != 0) {
      return;
    }
    table.put(slot, face, fingerprint);
    count++;
    if (count > table.slots / 4 * 3) {
      grow();
    }
  }

  private void grow() throws IOException {
    try (Table full = table) {
      table = full.doubled();
    }
  }

  private long hash(FaceId face) {
    long hash = ByteBuffer.wrap(digest.digest(face.value().getBytes(UTF_8))).getLong();
    return hash == 0 ? 1 : hash;
  }

  /**
   * The same whatever the order of the faces; lengths stand between what would else run together.
   */
  private long fingerprint(ImageRecord record) {
    add(record.photo().bucket());
    add(record.photo().key());
    record.faces().stream()
        .sorted(Comparator.comparing(face -> face.id().value()))
        .forEach(face -> add(face.toString()));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
