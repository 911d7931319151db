package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import java.time.InstantSource;
import java.util.List;

/**
 * Deletes a face from the collection, at once and for good. Its record stays, without anything that
 * could recognise anybody, as long as its photo does, so that {@link RestoreFace} can find the face
 * there again. The record is written first: a deletion that is cut short then is ended by {@link
 * FinishPhoto}.
 */
public final class DeleteFace {
  private final PhotoTurns turns;
  private final GalleryFaces faces;
  private final InstantSource clock;

  public DeleteFace(PhotoTurns turns, GalleryFaces faces, InstantSource clock) {
    this.turns = turns;
    this.faces = faces;
    this.clock = clock;
  }

  /** A deletion ends in one of these ways. */
  public enum Deletion {
    /** The face is gone, and can be restored. */
    RESTORABLE,
    /** The face is gone; it had no record, so nobody knows where it came from. */
    FINAL,
    /** There was no such face. */
    UNKNOWN
  }

  public Deletion delete(FaceId id) {
    return faces
        .record(id)
        .map(face -> turns.take(face.name(), turn -> delete(turn, id)))
        .orElseGet(() -> deleteUnrecorded(id));
  }

  private Deletion deleteUnrecorded(FaceId id) {
    return faces.delete(List.of(id)).isEmpty() ? Deletion.UNKNOWN : Deletion.FINAL;
  }

  private Deletion delete(Turn turn, FaceId id) {
    return turn.present()
        .flatMap(
            photo ->
                photo
                    .face(faces.names(id))
                    .filter(face -> !face.deleted())
                    .map(face -> delete(turn, photo.without(face.id(), clock.instant()))))
        .orElse(Deletion.UNKNOWN);
  }

  private Deletion delete(Turn turn, GalleryPhoto without) {
    GalleryPhoto _ = turn.write(without);
    faces.tidy(turn);
    return Deletion.RESTORABLE;
  }
}
