package dev.riderphotos.embedded.files;

import dev.riderphotos.photo.Checksums;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.SignedAccess.Received;
import dev.riderphotos.photo.SignedAccess.Refusal;
import dev.riderphotos.photo.SignedAccess.Upload;
import dev.riderphotos.photo.UploadTerms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** An upload on its way to the disk, a piece at a time. */
final class IncomingFile {
  private static final int HEAD = 16;
  private static final int PIECE = 32 * 1024;

  private final UploadTerms terms;
  private final Upload upload;
  private final Checksums checksums;
  private boolean brokenOff;

  IncomingFile(UploadTerms terms, Upload upload) {
    this.terms = terms;
    this.upload = upload;
    this.checksums = new Checksums(upload.checksums());
  }

  /**
   * Writes it, as far as the terms allow.
   *
   * @return that all of it is on the disk, or why not
   * @throws IOException if it cannot be written, never because it cannot be read
   */
  Received write(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] head = read(HEAD);
      if (!PhotoFormat.sniff(head).equals(Optional.of(terms.format()))) {
        return refused(
            head.length < Math.min(HEAD, promised()) ? Refusal.CUT_SHORT : Refusal.WRONG_TYPE);
      }
      long size = 0;
      for (byte[] piece = head; piece.length > 0; piece = read(PIECE)) {
        size += piece.length;
        if (size > terms.size().bytes()) {
          return refused(Refusal.TOO_LARGE);
        }
        checksums.update(piece);
        write(channel, piece);
      }
      return brokenOff || size < promised() ? refused(Refusal.CUT_SHORT) : ended(channel);
    }
  }

  private Received ended(FileChannel channel) throws IOException {
    Checksums.Result result = checksums.end();
    if (!result.asSaid()) {
      return refused(Refusal.BAD_DIGEST);
    }
    channel.force(true);
    return new Received.Stored(result.etag());
  }

  private static Received refused(Refusal why) {
    return new Received.Refused(why);
  }

  /** At least so many bytes are to come. */
  private long promised() {
    return terms.size().exact() ? terms.size().bytes() : Math.max(1, upload.declaredSize());
  }

  /** The next bytes, fewer only at the end; a sender who is gone has come to an end. */
  private byte[] read(int length) {
    byte[] bytes = new byte[length];
    int filled = 0;
    try {
      InputStream in = upload.bytes();
      for (int n = 0; n >= 0 && filled < length; n = in.read(bytes, filled, length - filled)) {
        filled += n;
      }
    } catch (IOException gone) {
      brokenOff = true;
    }
    return Arrays.copyOf(bytes, filled);
  }

  private static void write(FileChannel channel, byte[] piece) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(piece);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }
}
