package dev.riderphotos.app.command;

import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.documents.RecordsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of records that was named by whoever typed a command. */
record RecordsPath(Path file) {
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
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.UNAVAILABLE, "%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}
