package dev.riderphotos.engine.internal.network;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Where the weights of the networks are: the files of face-api's {@code model} folder. */
@FunctionalInterface
public interface WeightFiles {
  /**
   * Opens a file by its name, without folders.
   *
   * @throws FileNotFoundException when there is none
   */
  InputStream open(String name) throws IOException;
}
