package dev.riderphotos.app.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.sqlite.TemporaryOrigins;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceOrigins.Origin;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file that says in which photos faces were found: FaceId, UserId, Bucket and Key. */
public final class MappingFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private MappingFile() {}

  /**
   * Reads the file line by line, however long it is.
   *
   * @return what it says, to be closed
   * @throws IllegalArgumentException if a line of it is wrong, saying which
   */
  public static TemporaryOrigins read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, UTF_8);
        CSVParser lines = FORMAT.parse(reader)) {
      TemporaryOrigins origins = TemporaryOrigins.open("The mapping has no line with this FaceId");
      try {
        for (CSVRecord line : lines) {
          add(line, origins, file);
        }
        return origins;
      } catch (RuntimeException wrong) {
        origins.close();
        throw wrong;
      }
    }
  }

  private static void add(CSVRecord line, TemporaryOrigins origins, Path file) {
    try {
      String user = line.isMapped("UserId") ? line.get("UserId") : "";
      origins.add(
          new FaceId(line.get("FaceId")),
          new Origin(
              new PhotoRef(line.get("Bucket"), line.get("Key")),
              user.isBlank() ? null : new UserId(user)));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "Line %d of %s: %s".formatted(line.getRecordNumber() + 1, file, wrong.getMessage()),
          wrong);
    }
  }
}
