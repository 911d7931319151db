package dev.riderphotos.migration;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Names a migration: when it was prepared, and four characters that tell it from others. */
public record MigrationId(String value) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final RandomGenerator RANDOM = new SecureRandom();
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  public MigrationId {
    if (!value.matches("[a-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("Not the id of a migration: " + value);
    }
  }

  /** Makes a new one. */
  public static MigrationId at(Instant now) {
    StringBuilder id = new StringBuilder(TIME.format(now)).append('-');
    RANDOM.ints(4, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(id::append);
    return new MigrationId(id.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
