package dev.riderphotos.app.command;

import dev.riderphotos.photo.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the photo that a command is given. */
final class PhotoFile {
  private PhotoFile() {}

  static Photo read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Photo.read(in);
    } catch (IOException fault) {
      throw new CommandException(ExitCode.USAGE, "Cannot read " + file + ": " + fault);
    }
  }
}
