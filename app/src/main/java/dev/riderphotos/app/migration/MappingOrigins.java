package dev.riderphotos.app.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The photos of faces by a file with the columns FaceId, UserId, Bucket and Key. */
public final class MappingOrigins implements FaceOrigins {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final Map<FaceId, Origin> origins;

  private MappingOrigins(Map<FaceId, Origin> origins) {
    this.origins = origins;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if a line of it is wrong, saying which
   */
  public static MappingOrigins read(Path file) throws IOException {
    Map<FaceId, Origin> origins = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(file, UTF_8);
        CSVParser lines = FORMAT.parse(reader)) {
      for (CSVRecord line : lines) {
        try {
          String user = line.isMapped("UserId") ? line.get("UserId") : "";
          Origin _ =
              origins.put(
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
    return new MappingOrigins(origins);
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return Optional.ofNullable(origins.get(face.id()));
  }

  @Override
  public String reason() {
    return "The mapping has no line with this FaceId";
  }
}
