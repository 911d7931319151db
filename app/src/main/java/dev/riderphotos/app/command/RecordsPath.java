package dev.riderphotos.app.command;

import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.documents.RecordsFile;
import dev.riderphotos.documents.SeenFaces;
import dev.riderphotos.documents.TooManyFacesException;
import dev.riderphotos.face.CollectionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of records that was named by whoever typed a command. */
record RecordsPath(Path file) {
  /** Of the heap. */
  private static final int SHARE_FOR_FACES = 2;

  /** Reads elements of an open file. */
  interface Use<T> {
    T of(InputStream in) throws IOException;
  }

  /**
   * Reads the whole file before anything is begun, and counts its elements.
   *
   * @throws CommandException when it is not there, no JSON array, or breaks off
   */
  long count() {
    if (!Files.exists(file)) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new CommandException(
          ExitCode.USAGE, file + " is no file: it is read twice, so write it to one first.");
    }
    return use(RecordsFile::count);
  }

  /**
   * Opens the file, and closes it afterwards.
   *
   * @throws CommandException when it cannot be read, is no JSON array, or breaks off
   */
  <T> T use(Use<T> use) {
    try (InputStream in = Files.newInputStream(file)) {
      return use.of(in);
    } catch (BrokenRecordsException broken) {
      throw new CommandException(ExitCode.USAGE, "%s: %s".formatted(file, broken.getMessage()));
    } catch (TooManyFacesException many) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s: %s. Start with a larger RIDER_PHOTOS_HEAP, such as 2g."
              .formatted(file, many.getMessage()));
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.UNAVAILABLE, "%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }

  /** Its records, of which as many faces are told apart as half of the heap holds. */
  static RecordsFile records(InputStream in, @Nullable CollectionId collection) {
    long faces = Runtime.getRuntime().maxMemory() / SHARE_FOR_FACES / SeenFaces.BYTES_OF_FACE;
    return new RecordsFile(in, collection, new SeenFaces((int) Math.min(Integer.MAX_VALUE, faces)));
  }
}
