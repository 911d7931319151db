package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceCollections;
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
  private final GalleryPhotos gallery;
  private final GalleryFaces faces;
  private final InstantSource clock;

  public DeleteFace(
      PhotoTurns turns,
      GalleryPhotos gallery,
      FaceCollections collections,
      GallerySettings settings,
      InstantSource clock) {
    this.turns = turns;
    this.gallery = gallery;
    this.faces = new GalleryFaces(collections, settings);
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
    return gallery.faces(List.of(id)).stream()
        .findFirst()
        .map(face -> turns.take(face.name(), turn -> delete(turn, id)))
        .orElseGet(() -> deleteUnrecorded(id));
  }

  private Deletion deleteUnrecorded(FaceId id) {
    return faces.delete(List.of(id)).isEmpty() ? Deletion.UNKNOWN : Deletion.FINAL;
  }

  private Deletion delete(Turn turn, FaceId id) {
    return turn.present()
        .filter(photo -> photo.face(id).filter(face -> !face.deleted()).isPresent())
        .map(photo -> delete(turn, photo.without(id, clock.instant())))
        .orElse(Deletion.UNKNOWN);
  }

  private Deletion delete(Turn turn, GalleryPhoto without) {
    GalleryPhoto _ = turn.write(without);
    faces.tidy(turn);
    return Deletion.RESTORABLE;
  }
}
