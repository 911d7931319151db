package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A named photo as an item, with its faces whole, so that it is read in one piece. */
final class GalleryPhotoItem {
  static final String REVISION = "revision";
  static final String FINISHED = "finished";
  static final String UNFINISHED = "unfinished";

  private static final String BUCKET = "bucket";
  private static final String CONTENT = "content";
  private static final String FACES = "faces";
  private static final String LEFTOVERS = "leftovers";
  private static final String ATTEMPT = "attempt";
  private static final String WORKER = "worker";
  private static final String SINCE = "since";
  private static final String METADATA = "metadata";

  private GalleryPhotoItem() {}

  static Map<String, AttributeValue> of(GalleryPhoto photo) {
    Map<String, AttributeValue> item = new HashMap<>(key(photo.photo().key()));
    item.put(BUCKET, text(photo.photo().bucket()));
    item.put(GalleryTables.STATE, text(photo.finished() ? FINISHED : UNFINISHED));
    item.put(REVISION, text(photo.revision().toString()));
    if (photo.content() != null) {
      item.put(CONTENT, text(photo.content().value()));
    }
    item.put(
        FACES,
        AttributeValue.fromL(
            photo.faces().stream()
                .map(face -> AttributeValue.fromM(GalleryFaceItem.of(face)))
                .toList()));
    item.put(
        LEFTOVERS,
        AttributeValue.fromL(photo.leftovers().stream().map(id -> text(id.value())).toList()));
    if (photo.attempt() != null) {
      item.put(ATTEMPT, attempt(photo.attempt()));
    }
    return item;
  }

  static GalleryPhoto photo(Map<String, AttributeValue> item) {
    return new GalleryPhoto(
        new PhotoRef(textOf(item, BUCKET), textOf(item, GalleryTables.PHOTO)),
        UUID.fromString(textOf(item, REVISION)),
        item.containsKey(CONTENT) ? new PhotoDigest(textOf(item, CONTENT)) : null,
        Attributes.valueOf(item, FACES).l().stream()
            .map(face -> GalleryFaceItem.record(face.m()))
            .toList(),
        Attributes.valueOf(item, LEFTOVERS).l().stream().map(id -> new FaceId(id.s())).toList(),
        attempt(item.get(ATTEMPT)));
  }

  static Map<String, AttributeValue> key(String name) {
    return Map.of(GalleryTables.PHOTO, text(name));
  }

  private static AttributeValue attempt(Attempt attempt) {
    return AttributeValue.fromM(
        Map.of(
            WORKER, text(attempt.worker().toString()),
            SINCE, text(attempt.since().toString()),
            METADATA, GalleryFaceItem.metadata(attempt.metadata())));
  }

  private static @Nullable Attempt attempt(@Nullable AttributeValue value) {
    return value == null
        ? null
        : new Attempt(
            UUID.fromString(textOf(value.m(), WORKER)),
            Instant.parse(textOf(value.m(), SINCE)),
            GalleryFaceItem.metadata(Attributes.valueOf(value.m(), METADATA)));
  }
}
