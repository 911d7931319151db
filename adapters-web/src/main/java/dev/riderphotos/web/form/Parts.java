package dev.riderphotos.web.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/** The parts of a form, one after the other as they arrive. */
final class Parts {
  private static final int HEAD_BYTES = 8 * 1024;
  private static final int BOUNDARY_BYTES = 256; // the standard has 70

  /** Bytes are looked through so many at a time; every few of them are counted and watched over. */
  private static final int BUFFER_BYTES = 16 * 1024;

  private final MultipartInput input;
  private boolean more;
  private @Nullable InputStream content;

  private Parts(MultipartInput input, boolean more) {
    this.input = input;
    this.more = more;
  }

  /** A part. Its content is to be read before the next part is asked for, if at all. */
  record Part(PartHead head, InputStream content) {}

  static Parts of(String contentType, InputStream body) throws IOException {
    MultipartInput input =
        MultipartInput.builder()
            .setInputStream(body)
            .setBoundary(boundary(contentType))
            .setMaxPartHeaderSize(HEAD_BYTES)
            .setBufferSize(BUFFER_BYTES)
            .get();
    input.setHeaderCharset(UTF_8);
    return new Parts(input, input.skipPreamble());
  }

  /** Null if there are no more. */
  @Nullable Part next() throws IOException {
    if (content != null) {
      content.close(); // reads on to the boundary
      more = input.readBoundary();
    }
    if (!more) {
      return null;
    }
    PartHead head = PartHead.of(input.readHeaders());
    content = input.newInputStream();
    return new Part(head, head.decoded(content));
  }

  private static byte[] boundary(String contentType) {
    Map<String, String> parameters = PartHead.parameters(contentType);
    String boundary = parameters.get("boundary");
    if (boundary == null || boundary.length() > BOUNDARY_BYTES) {
      throw Forms.malformed("Its Content-Type has no boundary");
    }
    return boundary.getBytes(ISO_8859_1);
  }
}
