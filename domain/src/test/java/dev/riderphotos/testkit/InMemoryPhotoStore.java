package dev.riderphotos.testkit;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps photos as long as it lives. */
public final class InMemoryPhotoStore implements PhotoStore {
  private final Map<PhotoRef, Photo> photos = new ConcurrentHashMap<>();
  private final Map<PhotoRef, String> consents = new ConcurrentHashMap<>();

  @Override
  public void put(PhotoRef ref, Photo photo) {
    consents.remove(ref);
    photos.put(ref, photo);
  }

  /** As somebody puts it who says what the rider agreed to. */
  public void put(PhotoRef ref, Photo photo, String consent) {
    put(ref, photo);
    consents.put(ref, consent);
  }

  @Override
  public Optional<String> consent(PhotoRef ref) {
    return Optional.ofNullable(consents.get(ref));
  }

  @Override
  public Optional<Photo> get(PhotoRef ref) {
    return Optional.ofNullable(photos.get(ref));
  }

  @Override
  public OptionalLong size(PhotoRef ref) {
    Photo photo = photos.get(ref);
    return photo == null ? OptionalLong.empty() : OptionalLong.of(photo.bytes().length);
  }

  @Override
  public void delete(PhotoRef ref) {
    photos.remove(ref);
    consents.remove(ref);
  }

  @Override
  public int deleteAll(String bucket, String prefix) {
    List<PhotoRef> under =
        photos.keySet().stream()
            .filter(ref -> ref.bucket().equals(bucket) && ref.key().startsWith(prefix))
            .toList();
    under.forEach(this::delete);
    return under.size();
  }

  /** Where there are photos. */
  public Set<PhotoRef> refs() {
    return Set.copyOf(photos.keySet());
  }
}
