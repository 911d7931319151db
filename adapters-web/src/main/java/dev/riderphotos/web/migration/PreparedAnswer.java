package dev.riderphotos.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A migration that was prepared of a records file.
 *
 * @param rejected the first records that cannot be moved
 * @param rejections how many there are of these
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PreparedAnswer(
    MigrationAnswer migration, List<RejectedRecordAnswer> rejected, long rejections) {
  /**
   * A record that cannot be moved.
   *
   * @param record as JSON
   */
  @Serdeable
  record RejectedRecordAnswer(String record, String reason) {}
}
