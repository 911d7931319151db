package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named photo and its faces. It is finished when nobody is at work on it and nothing is left
 * over.
 *
 * @param photo where it is kept; its key is its name
 * @param revision another one with every write
 * @param content of the photo whose faces these are; {@code null} as long as none was indexed
 * @param faces with those that were deleted and may be restored, the largest first
 * @param leftovers faces that are to go from the collection, and may still be there; by their ids
 * @param attempt who is at work on it, or was and did not come to an end
 */
public record GalleryPhoto(
    PhotoRef photo,
    UUID revision,
    @Nullable PhotoDigest content,
    List<FaceRecord> faces,
    List<FaceId> leftovers,
    @Nullable Attempt attempt) {
  public GalleryPhoto {
    faces = List.copyOf(faces);
    leftovers = leftovers.stream().distinct().sorted(Comparator.comparing(FaceId::value)).toList();
  }

  /**
   * Work on a photo that was begun.
   *
   * @param worker which process is at it
   * @param metadata of the photo to be indexed
   */
  public record Attempt(UUID worker, Instant since, PhotoMetadata metadata) {}

  public PhotoName name() {
    return new PhotoName(photo.key());
  }

  public boolean finished() {
    return attempt == null && leftovers.isEmpty();
  }

  /** The faces that searches are to find. */
  public List<FaceRecord> liveFaces() {
    return faces.stream().filter(face -> !face.deleted()).toList();
  }

  /** Nothing is known of the photo yet. */
  static GalleryPhoto unknown(PhotoRef photo) {
    return new GalleryPhoto(photo, UUID.randomUUID(), null, List.of(), List.of(), null);
  }

  GalleryPhoto begun(Attempt by) {
    return new GalleryPhoto(photo, UUID.randomUUID(), content, faces, leftovers, by);
  }

  /** Lists all that is in the collection for the photo, so far as it is known. */
  Stream<FaceId> inCollection() {
    return Stream.concat(liveFaces().stream().map(FaceRecord::id), leftovers.stream()).distinct();
  }

  /** With these faces alone; whatever else was or is in the collection for it, is left over. */
  GalleryPhoto with(@Nullable PhotoDigest indexed, List<FaceRecord> records, List<FaceId> strays) {
    List<FaceId> live =
        records.stream().filter(face -> !face.deleted()).map(FaceRecord::id).toList();
    List<FaceId> over =
        Stream.concat(inCollection(), strays.stream())
            .distinct()
            .filter(id -> !live.contains(id))
            .toList();
    return new GalleryPhoto(photo, UUID.randomUUID(), indexed, records, over, null);
  }

  /** Without anything but what is left over, and still being changed: the row itself is to go. */
  GalleryPhoto emptied(List<FaceId> strays) {
    GalleryPhoto empty = with(null, List.of(), strays);
    return new GalleryPhoto(photo, empty.revision, null, List.of(), empty.leftovers, attempt);
  }

  /** Marks a face, by the id of its record, as deleted, and left over in the collection. */
  GalleryPhoto without(FaceId id, Instant at) {
    List<FaceRecord> marked =
        faces.stream().map(face -> face.id().equals(id) ? face.deletedAt(at) : face).toList();
    List<FaceId> over = Stream.concat(leftovers.stream(), Stream.of(id)).distinct().toList();
    return new GalleryPhoto(photo, UUID.randomUUID(), content, marked, over, attempt);
  }

  GalleryPhoto tidied() {
    return new GalleryPhoto(photo, UUID.randomUUID(), content, faces, List.of(), attempt);
  }

  /** The face in the box in which it was found first, if it was found in the same photo before. */
  IndexedFace whereItWas(PhotoDigest indexed, IndexedFace again) {
    return faces.stream()
        .filter(face -> face.isAt(indexed, again.box()))
        .findFirst()
        .map(face -> again.in(face.face().box()))
        .orElse(again);
  }

  /** The face whose record has one of these ids. */
  Optional<FaceRecord> face(Set<FaceId> names) {
    return faces.stream().filter(face -> names.contains(face.id())).findFirst();
  }
}
