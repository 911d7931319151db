package dev.riderphotos.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Photos of people, {@code FOLDER/person/photo.jpg}: what lies below a person's folder is of that
 * person, however deep. Files whose names begin with a dot are not looked at, for systems put them
 * everywhere.
 *
 * @param misplaced files that lie in no person's folder
 */
record PeopleFolder(List<PersonPhoto> photos, List<Path> misplaced) {
  /** A file that should show a person. */
  record PersonPhoto(String person, Path file) {}

  /** Lists them, in order. */
  static PeopleFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "There is no folder " + folder);
    }
    List<PersonPhoto> photos = new ArrayList<>();
    List<Path> misplaced = new ArrayList<>();
    try (Stream<Path> entries = Files.walk(folder)) {
      entries
          .filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).toString().matches("(.*/)?\\..*"))
          .sorted()
          .forEach(file -> sort(folder.relativize(file), file, photos, misplaced));
    } catch (IOException | UncheckedIOException fault) {
      throw new CommandException(ExitCode.USAGE, "Cannot read the folder " + folder);
    }
    return new PeopleFolder(photos, misplaced);
  }

  private static void sort(Path within, Path file, List<PersonPhoto> photos, List<Path> misplaced) {
    if (within.getNameCount() < 2) {
      misplaced.add(file);
    } else {
      photos.add(new PersonPhoto(within.getName(0).toString(), file));
    }
  }
}
