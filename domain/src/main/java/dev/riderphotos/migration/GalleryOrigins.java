package dev.riderphotos.migration;

import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryFaces;
import java.util.Optional;

/** The photos of the gallery's faces, by their records, whatever the faces were called then. */
public final class GalleryOrigins implements FaceOrigins {
  private final GalleryFaces gallery;

  public GalleryOrigins(GalleryFaces gallery) {
    this.gallery = gallery;
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return gallery
        .record(face.id())
        .filter(record -> !record.deleted())
        .map(FaceRecord::photo)
        .map(photo -> new Origin(photo, null));
  }

  @Override
  public String reason() {
    return "No photo of the gallery has this face";
  }
}
