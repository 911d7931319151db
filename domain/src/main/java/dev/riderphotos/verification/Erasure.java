package dev.riderphotos.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rider is forgotten, or must be forgotten later. */
public sealed interface Erasure {
  /**
   * A receipt of what is gone for good; all empty if the rider was not known.
   *
   * @param photos photos and thumbnails
   * @param executions how many were erased from the journal
   * @param migrationRows how many rows of migrations were withdrawn
   * @param profile whether there was a row
   * @param consents which the rider had given, the last one first
   * @param kept what cannot be erased; {@code null} if no state machine verified the rider's photos
   */
  record Erased(
      RiderId rider,
      List<FaceId> faces,
      List<PhotoRef> photos,
      int executions,
      int migrationRows,
      boolean profile,
      List<Consent> consents,
      @Nullable KeptHistory kept)
      implements Erasure {
    public Erased {
      faces = List.copyOf(faces);
      photos = List.copyOf(photos);
      consents = List.copyOf(consents);
    }

    /** Of a rider of whom nothing was kept. */
    static Erased nothing(RiderId rider) {
      return new Erased(rider, List.of(), List.of(), 0, 0, false, null);
    }

    /** Of a rider who was not asked for consent. */
    public Erased(
        RiderId rider,
        List<FaceId> faces,
        List<PhotoRef> photos,
        int executions,
        int migrationRows,
        boolean profile,
        @Nullable KeptHistory kept) {
      this(rider, faces, photos, executions, migrationRows, profile, List.of(), kept);
    }
  }

  /**
   * What went through the runs of a state machine, which keeps its history for {@link
   * dev.riderphotos.execution.ExecutionArn#KEPT}: the rider's id, the ids of executions and faces,
   * the photos' keys, and where the faces were in them. No photo, and no address.
   *
   * @param executions how many of those erased it ran
   * @param until when the last of it is gone
   */
  record KeptHistory(int executions, Instant until) {}

  /**
   * Nothing was erased: a photo of the rider's is being verified, or what was done with it is being
   * undone. It is to be done when that has ended.
   *
   * @param stopped how many runs of a state machine were stopped for it
   */
  record Busy(int stopped) implements Erasure {
    public Busy() {
      this(0);
    }
  }
}
