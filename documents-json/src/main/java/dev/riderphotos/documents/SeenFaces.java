package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * Remembers all faces of a file, and of which record each is, by 64 bits of their hashes: among a
 * million faces, two are taken for one once in thirty million files. A face takes 21 to 43 bytes;
 * while the table grows, half as much again.
 */
public final class SeenFaces {
  /** Most bytes that a face takes, while the table grows. */
  public static final int BYTES_OF_FACE = 64;

  private static final int FIRST_SLOTS = 1 << 10;
  private static final int SLOT = 2;

  private final int most;
  private final MessageDigest digest = sha256();

  /** Pairs of a face and its record; a face is never 0. */
  private long[] table = new long[FIRST_SLOTS * SLOT];

  private int count;

  /**
   * Remembers none yet.
   *
   * @param most faces to remember; {@link #BYTES_OF_FACE} says what each takes
   */
  public SeenFaces(int most) {
    this.most = most;
  }

  /**
   * Remembers the record's faces, unless there is a reason against it; whether it is one that was
   * seen before, photo and faces alike.
   *
   * @throws RecordRefusedException when a face of it was seen in another record
   * @throws TooManyFacesException when there are more than can be remembered
   */
  boolean repeats(ImageRecord record) throws RecordRefusedException {
    long fingerprint = fingerprint(record);
    boolean known = false;
    for (ProvidedFace face : record.faces()) {
      int slot = slot(hash(face.id()));
      if (table[slot] != 0) {
        known = true;
        if (table[slot + 1] != fingerprint) {
          throw new RecordRefusedException(
              "FaceId %s is in another record, too".formatted(face.id()));
        }
      }
    }
    record.faces().forEach(face -> remember(hash(face.id()), fingerprint));
    return known;
  }

  private void remember(long face, long fingerprint) {
    int slot = slot(face);
    if (table[slot] != 0) {
      return;
    }
    if (count == most) {
      throw new TooManyFacesException(most);
    }
    table[slot] = face;
    table[slot + 1] = fingerprint;
    count++;
    if (count > table.length / SLOT / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(2, old.length)];
    for (int slot = 0; slot < old.length; slot += SLOT) {
      if (old[slot] != 0) {
        System.arraycopy(old, slot, table, slot(old[slot]), SLOT);
      }
    }
  }

  /** Where the face is, or else where it belongs. */
  private int slot(long face) {
    int slot = (int) face & (table.length - SLOT);
    while (table[slot] != 0 && table[slot] != face) {
      slot = (slot + SLOT) & (table.length - 1);
    }
    return slot;
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
