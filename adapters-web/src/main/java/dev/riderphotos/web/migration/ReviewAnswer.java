package dev.riderphotos.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ReviewFace.Candidate;
import dev.riderphotos.web.execution.BoxAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face that is decided of, and what it may be.
 *
 * @param candidates all faces that the new model sees in its photo, from left to right
 */
@Serdeable
record ReviewAnswer(
    MovedFaceAnswer face,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<CandidateAnswer> candidates) {

  /**
   * A face that the new model sees.
   *
   * @param iou what its box has in common with the old one, 0 to 1
   * @param faceId whose it is already: itself, or another face of the photo; missing if nobody's
   */
  @Serdeable
  record CandidateAnswer(BoxAnswer box, double iou, @Nullable String faceId) {
    static CandidateAnswer of(Candidate candidate) {
      FaceId owner = candidate.owner();
      return new CandidateAnswer(
          BoxAnswer.of(candidate.box()), candidate.iou(), owner == null ? null : owner.value());
    }
  }

  static ReviewAnswer of(MovedFaceAnswer face, List<Candidate> candidates) {
    return new ReviewAnswer(face, candidates.stream().map(CandidateAnswer::of).toList());
  }
}
