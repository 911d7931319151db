package dev.riderphotos.web.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final int FORMS = 20_000;
  private static final String TYPE = "multipart/form-data; boundary=\"X B\"";
  private static final String FORM =
      """
      --X B
      Content-Disposition: form-data; name="rider"; filename*=utf-8''%C3%BC%20.jpg

      ada
      --X B
      Content-Type: text/plain; charset=us-ascii
      Content-Transfer-Encoding: base64
      Content-Disposition: form-data; name=email; x="=?utf-8?q?a=20?= =?utf-8?b?w7w=?="

      YWRh
      --X B--
      """
          .replace("\n", "\r\n");

  @Test
  void aPartIsWhatStandsBetweenTheBoundaries() throws IOException {
    assertThat(read(TYPE, FORM)).containsExactly("rider = ada", "email = ada");
  }

  @Test
  void whateverComesIsPartsOrARefusal() {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < FORMS; i++) {
      String form = mutated(FORM, random);
      String type = random.nextInt(4) == 0 ? mutated(TYPE, random) : TYPE;
      read += isRead(type, form) ? 1 : 0;
    }
    assertThat(read).as("how many could be read").isBetween(FORMS / 10, FORMS * 9 / 10);
  }

  @Test
  void aFormThatIsCutAnywhereIsNoForm() {
    int end = FORM.lastIndexOf("--\r\n") + 2;
    for (int length = FORM.indexOf("\r\n"); length < end; length++) {
      assertThat(isRead(TYPE, FORM.substring(0, length))).as("%d bytes", length).isFalse();
    }
    assertThat(isRead(TYPE, FORM.substring(0, end))).isTrue();
  }

  private static boolean isRead(String type, String form) {
    try {
      return !read(type, form).isEmpty();
    } catch (IOException | ProblemException refused) {
      return false;
    }
  }

  private static List<String> read(String type, String form) throws IOException {
    Parts parts = Parts.of(type, new ByteArrayInputStream(form.getBytes(ISO_8859_1)));
    List<String> texts = new ArrayList<>();
    for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
      PartHead head = part.head();
      assertThat(head.fileName()).as("what a file is called").isNotNull();
      String content = new String(part.content().readAllBytes(), head.charset());
      texts.add(head.name() + " = " + content);
    }
    return texts;
  }

  /** With some bytes changed, left out, said twice, or replaced by what matters in forms. */
  private static String mutated(String text, Random random) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    double rate = random.nextInt(1, 4) / (double) bytes.length;
    for (byte each : bytes) {
      if (random.nextDouble() >= rate) {
        out.write(each);
      } else {
        out.writeBytes(other(each, random));
      }
    }
    return out.toString(ISO_8859_1);
  }

  private static byte[] other(byte each, Random random) {
    String[] words = {"\r\n", "\"", ";", "=", "%", "'", "*", "\\", "--", ":", "=?", "?=", "\0", ""};
    return switch (random.nextInt(3)) {
      case 0 -> new byte[] {(byte) random.nextInt(256)};
      case 1 -> new byte[] {each, each};
      default -> words[random.nextInt(words.length)].getBytes(ISO_8859_1);
    };
  }
}
