package dev.riderphotos.web.gallery;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhotos;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receipts for changes. A page's address says what was done, and its receipt is only shown as long
 * as the records say the same.
 */
@Singleton
final class Receipts {
  private final GalleryPhotos gallery;
  private final Distinctions distinctions;

  Receipts(GalleryPhotos gallery, Distinctions distinctions) {
    this.gallery = gallery;
    this.distinctions = distinctions;
  }

  Optional<Receipt> of(Change change, FaceId face, @Nullable Appearance searched) {
    if (change == Change.FINAL) {
      return Optional.of(new Receipt(change, "", null, null));
    }
    return gallery.faces(List.of(face)).stream()
        .findFirst()
        .filter(record -> holds(change, record, searched))
        .map(record -> of(change, record, searched));
  }

  private static Receipt of(Change change, FaceRecord face, @Nullable Appearance searched) {
    String undo =
        switch (change) {
          case DELETED -> FaceView.path(face.id()) + "/restore";
          case TOLD_APART -> FaceView.path(face.id()) + "/take-back";
          case FINAL, RESTORED, TAKEN_BACK -> null;
        };
    String other = searched == null ? null : searched.value();
    return new Receipt(change, FaceView.name(face), undo, other);
  }

  private boolean holds(Change change, FaceRecord face, @Nullable Appearance searched) {
    return switch (change) {
      case DELETED -> face.deleted();
      case FINAL, RESTORED -> !face.deleted();
      case TOLD_APART -> searched != null && apart(face, searched);
      case TAKEN_BACK -> searched != null && !apart(face, searched);
    };
  }

  private boolean apart(FaceRecord face, Appearance searched) {
    return distinctions.from(searched).contains(face.appearance());
  }
}
