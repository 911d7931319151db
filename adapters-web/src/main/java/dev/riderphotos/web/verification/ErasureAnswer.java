package dev.riderphotos.web.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.execution.PhotoAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A receipt of what was erased.
 *
 * @param faces ids of the faces that left the collection
 * @param photos photos and thumbnails
 * @param executions how many left the journal
 * @param migrationRows how many rows of migrations were withdrawn
 * @param profile whether there was one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErasureAnswer(
    String riderId,
    List<String> faces,
    List<PhotoAnswer> photos,
    int executions,
    int migrationRows,
    boolean profile) {
  static ErasureAnswer of(Erasure.Erased erased) {
    return new ErasureAnswer(
        erased.rider().value(),
        erased.faces().stream().map(FaceId::value).toList(),
        erased.photos().stream().map(PhotoAnswer::of).toList(),
        erased.executions(),
        erased.migrationRows(),
        erased.profile());
  }
}
