package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.photo.Photo;
import java.io.ByteArrayOutputStream;

/** A form with files, as browsers send it. */
public final class Form {
  private static final String BOUNDARY = "between-the-parts";

  public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  public Form field(String name, String value) {
    part("name=\"" + name + "\"", "", value.getBytes(UTF_8));
    return this;
  }

  public Form file(String name, String fileName, Photo photo) {
    return file(name, fileName, photo.bytes());
  }

  public Form file(String name, String fileName, byte[] content) {
    part(
        "name=\"%s\"; filename=\"%s\"".formatted(name, fileName),
        "Content-Type: application/octet-stream\r\n",
        content);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(parts.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }

  private void part(String disposition, String more, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
            .formatted(BOUNDARY, disposition, more);
    parts.writeBytes(head.getBytes(UTF_8));
    parts.writeBytes(content);
    parts.writeBytes("\r\n".getBytes(UTF_8));
  }
}
