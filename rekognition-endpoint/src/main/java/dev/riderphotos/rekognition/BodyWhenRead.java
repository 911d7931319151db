package dev.riderphotos.rekognition;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, which the server asks a sender for who waits for that (by {@code Expect:
 * 100-continue}) once somebody reads it: who is refused before is not asked.
 */
final class BodyWhenRead extends InputStream {
  private final ByteBody body;
  private @Nullable InputStream bytes;

  BodyWhenRead(HttpRequest<?> request) {
    this.body = ((ServerHttpRequest<?>) request).byteBody();
  }

  @Override
  public int read() throws IOException {
    return bytes().read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return bytes().read(buffer, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (bytes != null) {
      bytes.close();
    }
  }

  private InputStream bytes() {
    if (bytes == null) {
      bytes = body.toInputStream();
    }
    return bytes;
  }
}
