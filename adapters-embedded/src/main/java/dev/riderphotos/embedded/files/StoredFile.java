package dev.riderphotos.embedded.files;

import dev.riderphotos.BackendException;
import dev.riderphotos.photo.Checksums;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.SignedAccess.Fetched;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A photo on the disk, on its way to who asks for it. */
final class StoredFile {
  private static final int HEAD = 16;
  private static final int PIECE = 32 * 1024;

  private StoredFile() {}

  /**
   * Opens it. It is read twice, once for its checksum: what is kept beside a file might be another
   * file's, where two arrive at the same moment.
   */
  static Fetched open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return found(file, channel);
      } catch (IOException | RuntimeException fault) {
        channel.close();
        throw fault;
      }
    } catch (NoSuchFileException absent) {
      return new Fetched.Absent();
    } catch (IOException fault) {
      throw new BackendException("read a photo", true, fault);
    }
  }

  private static Fetched found(Path file, FileChannel channel) throws IOException {
    InputStream in = Channels.newInputStream(channel);
    byte[] head = in.readNBytes(HEAD);
    Optional<PhotoFormat> format = PhotoFormat.sniff(head);
    Checksums checksums = new Checksums(List.of());
    for (byte[] piece = head; piece.length > 0; piece = in.readNBytes(PIECE)) {
      checksums.update(piece);
    }
    return new Fetched.Found(
        new BufferedInputStream(Channels.newInputStream(channel.position(0))),
        channel.size(),
        format.orElse(PhotoFormat.JPEG),
        checksums.end().etag(),
        Files.getLastModifiedTime(file).toInstant());
  }
}
