package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.photo.PhotoRef;
import java.time.Duration;

/**
 * How the gallery is run.
 *
 * @param bucket where the photos are kept
 * @param matchThreshold similarity of a match, above 0 and at most 100
 * @param maxFaces indexed of one photo, and matches of one face: 1 to 40
 * @param filter faces that do not pass it are neither indexed nor searched for
 * @param lease how long another process may be at work on a photo before it is taken for dead; zero
 *     where there is no other
 */
public record GallerySettings(
    String bucket, double matchThreshold, int maxFaces, QualityFilter filter, Duration lease) {
  private static final int MOST_FACES = 40;

  public GallerySettings {
    PhotoRef _ = new PhotoRef(bucket, "any");
    if (!(matchThreshold > 0 && matchThreshold <= 100)) {
      throw new IllegalArgumentException("The match threshold is above 0 and at most 100");
    }
    if (maxFaces < 1 || maxFaces > MOST_FACES) {
      throw new IllegalArgumentException("The most faces are 1 to " + MOST_FACES);
    }
    if (lease.isNegative()) {
      throw new IllegalArgumentException("A lease is not negative");
    }
  }

  PhotoRef photo(PhotoName name) {
    return new PhotoRef(bucket, name.value());
  }

  Matching matching() {
    return new Matching(matchThreshold, maxFaces);
  }
}
