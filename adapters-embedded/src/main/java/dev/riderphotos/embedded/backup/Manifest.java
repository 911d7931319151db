package dev.riderphotos.embedded.backup;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.riderphotos.embedded.sqlite.DatabaseCopy.Counts;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a backup says of itself: {@code manifest.json}. Its first field is its format, so that all
 * versions can read that much.
 *
 * @param product the version that made it
 * @param madeAt the moment that it shows
 * @param lost what records point at and the data folder did not have
 */
@JsonPropertyOrder({"format", "holds", "product", "madeAt", "counts", "lost", "files"})
public record Manifest(
    int format,
    String holds,
    String product,
    String madeAt,
    Counts counts,
    List<Lost> lost,
    List<Entry> files) {
  static final String NAME = "manifest.json";

  private static final int FORMAT = 1;
  private static final String HOLDS =
      "Photos, records, and the key that links and sessions are signed with: whoever has this file"
          + " can pass for anybody. Keep it as safe as the data folder.";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public Manifest {
    Objects.requireNonNull(holds);
    Objects.requireNonNull(product);
    Objects.requireNonNull(counts);
    Instant _ = Instant.parse(madeAt);
    lost = List.copyOf(lost);
    files = List.copyOf(files);
  }

  Manifest(String product, Instant madeAt, Counts counts, List<Lost> lost, List<Entry> files) {
    this(FORMAT, HOLDS, product, madeAt.toString(), counts, lost, files);
  }

  /** A file in the backup, as it is when it is unpacked. */
  public record Entry(String name, long size, String sha256) {
    public Entry {
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha256);
      if (size < 0) {
        throw new IllegalArgumentException("No file has a size below 0");
      }
    }
  }

  /** The backup lacks this object, which its database tells of. */
  public record Lost(String bucket, String key) {
    public Lost {
      PhotoRef _ = new PhotoRef(bucket, key);
    }

    PhotoRef ref() {
      return new PhotoRef(bucket, key);
    }
  }

  byte[] json() {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A manifest is always JSON", impossible);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws BackupException if it is of a later format, or none
   */
  static Manifest read(byte[] json) {
    try {
      int format = format(json);
      if (format > FORMAT) {
        throw new BackupException(
            "The backup is of format %d, and this version reads up to %d: restore it with the"
                    .formatted(format, FORMAT)
                + " version that made it, or a later one");
      }
      return MAPPER.readValue(json, Manifest.class);
    } catch (IOException damaged) {
      throw new BackupException("The backup is damaged: its manifest cannot be read", damaged);
    }
  }

  private static int format(byte[] json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      boolean first = parser.nextToken() != null && "format".equals(parser.nextFieldName());
      int format = first ? parser.nextIntValue(0) : 0;
      if (format < 1) {
        throw new IOException("there is no format");
      }
      return format;
    }
  }
}
