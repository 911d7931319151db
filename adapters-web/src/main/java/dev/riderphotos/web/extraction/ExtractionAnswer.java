package dev.riderphotos.web.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which faces were cut out of a picture.
 *
 * @param chainId names it, for the same picture and options always the same; none of a picture that
 *     was ignored
 * @param crops the surest face first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExtractionAnswer(Status status, @Nullable String chainId, List<Crop> crops) {
  /** An extraction that could be done ends in one of these ways. */
  enum Status {
    EXTRACTED,
    /** There is no face, or none that is sure enough; nothing was written. */
    NO_FACES,
    /** Neither JPEG nor PNG; nothing was done. */
    IGNORED
  }

  /**
   * A face.
   *
   * @param image where its PNG is
   * @param event the CloudEvents document that is kept with it
   */
  @Serdeable
  record Crop(String id, String image, Map<String, Object> event) {}

  /** All that was ever made of a source. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record OfSource(List<ExtractionAnswer> extractions) {}

  /**
   * Says how much was forgotten.
   *
   * @param crops how many faces
   */
  @Serdeable
  record Forgotten(int crops) {}

  static ExtractionAnswer ignored() {
    return new ExtractionAnswer(Status.IGNORED, null, List.of());
  }

  static ExtractionAnswer of(String chainId, List<Crop> crops) {
    return new ExtractionAnswer(
        crops.isEmpty() ? Status.NO_FACES : Status.EXTRACTED, chainId, crops);
  }
}
