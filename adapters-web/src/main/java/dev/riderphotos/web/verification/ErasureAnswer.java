package dev.riderphotos.web.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.consent.ConsentAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of what was erased.
 *
 * @param faces ids of the faces that left the collection
 * @param photos how many photos and thumbnails went that a record named
 * @param executions how many left the journal
 * @param migrationRows how many rows of migrations were withdrawn
 * @param profile whether there was one
 * @param consents which the rider had given, the last one first
 * @param cases about the rider, with what was said in them
 * @param resemblances executions of others that told of the rider's face
 * @param leftovers objects under the rider's keys that no record named
 * @param events of the rider's photos, waiting or dead
 * @param mails to the rider that were still here
 * @param galleryPhotos of those that were named; null if the gallery was not looked at
 * @param keptByStepFunctions what cannot be erased; null if no state machine ran executions of the
 *     rider's
 * @param receipt all of it as a signed text, a compact JWS; null if it is only asked what became of
 *     it and another server did it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErasureAnswer(
    String riderId,
    List<String> faces,
    int photos,
    int executions,
    int migrationRows,
    boolean profile,
    List<ConsentAnswer> consents,
    int cases,
    int resemblances,
    int leftovers,
    int events,
    int mails,
    @Nullable Integer galleryPhotos,
    @Nullable KeptAnswer keptByStepFunctions,
    @Nullable String receipt) {
  /**
   * What the history of a state machine keeps of a rider, and nobody can delete.
   *
   * @param executions how many of the erased ones it ran
   * @param until when the last of it is gone
   * @param what is in it
   */
  @Serdeable
  public record KeptAnswer(int executions, Instant until, String what) {
    private static final String WHAT =
        "The rider's id, ids of executions and faces, keys of photos, and where faces were in them";

    static @Nullable KeptAnswer of(Erasure.@Nullable KeptHistory kept) {
      return kept == null ? null : new KeptAnswer(kept.executions(), kept.until(), WHAT);
    }
  }

  /** Says it. */
  public static ErasureAnswer of(Erasure.Erased erased) {
    Erasure.Traces traces = erased.traces();
    Erasure.Written written = erased.written();
    return new ErasureAnswer(
        erased.rider().value(),
        erased.faces().stream().map(FaceId::value).toList(),
        erased.photos().size(),
        erased.executions(),
        erased.migrationRows(),
        erased.profile(),
        erased.consents().stream().map(ConsentAnswer::of).toList(),
        traces.cases(),
        traces.resemblances(),
        traces.leftovers(),
        traces.events(),
        traces.mails(),
        traces.galleryPhotos(),
        KeptAnswer.of(erased.kept()),
        written == null ? null : written.receipt());
  }
}
