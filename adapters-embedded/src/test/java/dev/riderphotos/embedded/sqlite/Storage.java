package dev.riderphotos.embedded.sqlite;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.embedded.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A data folder and its database for each test; {@link #reopen} is what a restart does. */
public final class Storage implements BeforeEachCallback, AfterEachCallback {
  private @Nullable Path path;
  private @Nullable DataFolder folder;
  private @Nullable Database database;

  public DataFolder folder() {
    return requireNonNull(folder);
  }

  public Database database() {
    return requireNonNull(database);
  }

  public Path path() {
    return requireNonNull(path);
  }

  public void reopen() throws IOException {
    close();
    open();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    path = Files.createTempDirectory("rider-photos-test").resolve("data");
    open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
    try (Stream<Path> files = Files.walk(requireNonNull(path().getParent()))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void open() {
    folder = DataFolder.open(path());
    database = Database.open(folder);
  }

  private void close() throws IOException {
    database().close();
    folder().close();
  }
}
