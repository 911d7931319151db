package dev.riderphotos.web.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.riderphotos.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of forms: their parts are read, or refused with a reason. */
class FormFuzzTest {
  private static final String TYPE = "multipart/form-data; boundary=x";

  static Stream<byte[]> forms() {
    return Stream.of(
            """
            --x
            Content-Disposition: form-data; name="rider"

            ada
            --x
            Content-Disposition: form-data; name="photo"; filename*=UTF-8''a%20b.jpg
            Content-Type: image/jpeg
            Content-Transfer-Encoding: base64

            /9j/4AAQ
            --x--
            """,
            """
            --x
            Content-Disposition: form-data; name="=?UTF-8?Q?caf=C3=A9?="
            Content-Type: text/plain; charset=nobody-knows

            --x--
            """)
        .map(form -> form.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  @MethodSource("forms")
  @FuzzTest(maxDuration = "10m")
  void isReadOrRefused(byte[] body) {
    Fields fields = new Fields();
    try {
      Parts parts = Parts.of(TYPE, new ByteArrayInputStream(body));
      for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
        take(part, fields);
      }
    } catch (IOException | ProblemException refused) {
      // This is an answer; whatever else is thrown is a finding.
    }
  }

  private static void take(Parts.Part part, Fields fields) throws IOException {
    if (part.head().isFile()) {
      String _ = part.head().name() + part.head().fileName();
      long _ = part.content().transferTo(OutputStream.nullOutputStream());
    } else {
      fields.add(part);
    }
  }
}
