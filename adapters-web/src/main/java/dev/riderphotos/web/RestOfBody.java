package dev.riderphotos.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What is left of a body that was refused. It is read and forgotten, for most clients hear of a
 * refusal only once they have sent all; the server's own limit on requests bounds it.
 */
public final class RestOfBody {
  private RestOfBody() {}

  public static void forget(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // Then nobody waits for the answer either.
    }
  }
}
