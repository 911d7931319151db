package dev.riderphotos.migration;

import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhotos;
import java.util.List;
import java.util.Optional;

/** The photos of the gallery's faces, by their records. */
public final class GalleryOrigins implements FaceOrigins {
  private final GalleryPhotos gallery;

  public GalleryOrigins(GalleryPhotos gallery) {
    this.gallery = gallery;
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return gallery.faces(List.of(face.id())).stream()
        .filter(record -> !record.deleted())
        .map(FaceRecord::photo)
        .map(photo -> new Origin(photo, null))
        .findFirst();
  }

  @Override
  public String reason() {
    return "No photo of the gallery has this face";
  }
}
