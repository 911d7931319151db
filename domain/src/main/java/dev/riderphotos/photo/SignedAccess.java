package dev.riderphotos.photo;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of {@link UploadTickets} and {@link PhotoLinks}, where no S3 stands there: our
 * own server hands over what came in.
 */
public interface SignedAccess {
  /**
   * Stores an upload if its ticket allows it. It is read as a stream, to its end or to the byte
   * that breaks the terms; of a refused one nothing is kept. What is stored is durable, and its
   * event is on its way, when this returns. A repeated upload replaces the former.
   *
   * @param parameters of the URL, or fields of the form, without {@code key} and {@code file}
   * @throws dev.riderphotos.BackendException if it could not be stored
   */
  Received receive(PhotoRef ref, Map<String, String> parameters, Upload upload);

  /**
   * Gives the object if the link shows it.
   *
   * @param parameters of the URL
   * @throws dev.riderphotos.BackendException if it could not be read
   */
  Fetched fetch(PhotoRef ref, Map<String, String> parameters);

  /**
   * What comes in.
   *
   * @param form whether by a form; each ticket serves one way only
   * @param contentType as its sender says
   * @param declaredSize as its sender says, or -1
   * @param checksums as its sender says
   * @param consent as its sender says, which {@link PhotoStore#consent} tells then; {@code null} if
   *     nothing was said
   */
  record Upload(
      boolean form,
      String contentType,
      long declaredSize,
      List<Checksum> checksums,
      InputStream bytes,
      @Nullable String consent) {
    /** One whose sender says nothing of consent. */
    public Upload(
        boolean form,
        String contentType,
        long declaredSize,
        List<Checksum> checksums,
        InputStream bytes) {
      this(form, contentType, declaredSize, checksums, bytes, null);
    }
  }

  /** An upload ends in one of these ways. */
  sealed interface Received {
    /**
     * The photo is in its place.
     *
     * @param etag of what is there now, as {@link Fetched.Found} has it
     */
    record Stored(String etag) implements Received {}

    /** The photo is refused, and the place is as it was. */
    record Refused(Refusal why) implements Received {}
  }

  /** A request for an object ends in one of these ways. */
  sealed interface Fetched {
    /**
     * The object is there; whoever is given it closes it.
     *
     * @param bytes all of them, also if the object is replaced meanwhile
     * @param etag the same for the same content: its MD5 in hexadecimal digits, as on S3
     * @param modified when it was put there
     */
    record Found(InputStream bytes, long size, PhotoFormat format, String etag, Instant modified)
        implements Fetched {}

    /** There is no such object. */
    record Absent() implements Fetched {}

    /** The link does not show it. */
    record Refused(Refusal why) implements Fetched {}
  }

  /** An upload or a link is refused for one of these reasons. */
  enum Refusal {
    /** Nobody was given this permission. */
    FORGED,
    EXPIRED,
    TOO_LARGE,
    /** The photo is not what the ticket promised, by header or by content. */
    WRONG_TYPE,
    /** The content is shorter than promised, or broken off. */
    CUT_SHORT,
    /** The content has not the checksums that its sender said. */
    BAD_DIGEST
  }
}
