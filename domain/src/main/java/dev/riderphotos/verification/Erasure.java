package dev.riderphotos.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.receipt.KeptElsewhere;
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
   * @param traces what was erased in other places
   * @param written all of it in writing; {@code null} if it is only foreseen
   */
  record Erased(
      RiderId rider,
      List<FaceId> faces,
      List<PhotoRef> photos,
      int executions,
      int migrationRows,
      boolean profile,
      List<Consent> consents,
      @Nullable KeptHistory kept,
      Traces traces,
      @Nullable Written written)
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

    /** The same, with what was erased in other places. */
    Erased with(Traces found) {
      return new Erased(
          rider, faces, photos, executions, migrationRows, profile, consents, kept, found, written);
    }

    /** The same, with all of it in writing. */
    Erased inWriting(Written signed) {
      return new Erased(
          rider, faces, photos, executions, migrationRows, profile, consents, kept, traces, signed);
    }

    /** Of a rider who was not asked for consent, and of whom nothing was anywhere else. */
    public Erased(
        RiderId rider,
        List<FaceId> faces,
        List<PhotoRef> photos,
        int executions,
        int migrationRows,
        boolean profile,
        @Nullable KeptHistory kept) {
      this(
          rider,
          faces,
          photos,
          executions,
          migrationRows,
          profile,
          List.of(),
          kept,
          Traces.NONE,
          null);
    }
  }

  /**
   * The signed receipt.
   *
   * @param kept what it says of other places
   */
  record Written(String receipt, List<KeptElsewhere> kept) {
    public Written {
      kept = List.copyOf(kept);
    }
  }

  /**
   * What is left of riders in places that are not theirs.
   *
   * @param cases about the rider, with what was said in them
   * @param resemblances executions of others that told of the rider's face
   * @param leftovers objects under the rider's keys that no record named
   * @param events of the rider's photos, waiting or dead
   * @param mails to the rider that were still here
   * @param galleryPhotos of those that were named; {@code null}: the gallery was not looked at
   */
  record Traces(
      int cases,
      int resemblances,
      int leftovers,
      int events,
      int mails,
      @Nullable Integer galleryPhotos) {
    static final Traces NONE = new Traces(0, 0, 0, 0, 0, null);

    Traces withMails(int found) {
      return new Traces(cases, resemblances, leftovers, events, found, galleryPhotos);
    }

    Traces withGallery(@Nullable Integer found) {
      return new Traces(cases, resemblances, leftovers, events, mails, found);
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
