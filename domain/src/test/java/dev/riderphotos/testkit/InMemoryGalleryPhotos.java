package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the gallery's records as long as it lives. */
public final class InMemoryGalleryPhotos implements GalleryPhotos {
  private final Map<PhotoName, GalleryPhoto> photos = new LinkedHashMap<>();

  @Override
  public synchronized Optional<GalleryPhoto> find(PhotoName name) {
    return Optional.ofNullable(photos.get(name));
  }

  @Override
  public synchronized Optional<GalleryPhoto> replace(
      @Nullable GalleryPhoto expected, GalleryPhoto next) {
    GalleryPhoto present = photos.get(next.name());
    if (!same(present, expected) && !same(present, next)) {
      return Optional.ofNullable(present);
    }
    photos.put(next.name(), next);
    return Optional.of(next);
  }

  @Override
  public synchronized void delete(GalleryPhoto photo) {
    if (same(photos.get(photo.name()), photo)) {
      photos.remove(photo.name());
    }
  }

  @Override
  public synchronized List<FaceRecord> faces(Collection<FaceId> ids) {
    return photos.values().stream()
        .flatMap(photo -> photo.faces().stream())
        .filter(face -> ids.contains(face.id()))
        .toList();
  }

  @Override
  public synchronized List<PhotoName> unfinished(int limit) {
    return photos.values().stream()
        .filter(photo -> !photo.finished())
        .map(GalleryPhoto::name)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long size() {
    return photos.size();
  }

  private static boolean same(@Nullable GalleryPhoto one, @Nullable GalleryPhoto other) {
    return revision(one).equals(revision(other));
  }

  private static Optional<UUID> revision(@Nullable GalleryPhoto photo) {
    return Optional.ofNullable(photo).map(GalleryPhoto::revision);
  }
}
