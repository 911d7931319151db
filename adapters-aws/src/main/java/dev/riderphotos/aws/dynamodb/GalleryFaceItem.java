package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;
import static java.util.stream.Collectors.toMap;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A face of a named photo as a row {@code {FaceId, BoundingBox, Confidence, ExternalImageId,
 * ImageId, bucket, key, metadata}}, with what Rekognition knows as it tells it; and beside that the
 * digest of the photo, and when the face was deleted.
 */
final class GalleryFaceItem {
  private static final String IMAGE = "ImageId";
  private static final String NAME = "ExternalImageId";
  private static final String BOX = "BoundingBox";
  private static final String CONFIDENCE = "Confidence";
  private static final String BUCKET = "bucket";
  private static final String KEY = "key";
  private static final String METADATA = "metadata";
  private static final String CONTENT = "content";
  private static final String DELETED = "deletedAt";

  private GalleryFaceItem() {}

  static Map<String, AttributeValue> of(FaceRecord record) {
    IndexedFace face = record.face();
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(GalleryTables.FACE, text(face.id().value()));
    item.put(IMAGE, text(face.image().value()));
    if (face.externalImageId() != null) {
      item.put(NAME, text(face.externalImageId().value()));
    }
    item.put(BOX, Attributes.box(face.box()));
    item.put(CONFIDENCE, Attributes.number(face.confidence()));
    item.put(BUCKET, text(record.photo().bucket()));
    item.put(KEY, text(record.photo().key()));
    item.put(METADATA, metadata(record.metadata()));
    item.put(CONTENT, text(record.content().value()));
    if (record.deletedAt() != null) {
      item.put(DELETED, text(record.deletedAt().toString()));
    }
    return item;
  }

  static FaceRecord record(Map<String, AttributeValue> item) {
    return new FaceRecord(
        new IndexedFace(
            new FaceId(textOf(item, GalleryTables.FACE)),
            new ImageId(textOf(item, IMAGE)),
            item.containsKey(NAME) ? new ExternalImageId(textOf(item, NAME)) : null,
            Attributes.box(item, BOX),
            Attributes.numberOf(item, CONFIDENCE)),
        new PhotoRef(textOf(item, BUCKET), textOf(item, KEY)),
        new PhotoDigest(textOf(item, CONTENT)),
        metadata(Attributes.valueOf(item, METADATA)),
        instant(item));
  }

  static AttributeValue metadata(PhotoMetadata metadata) {
    return AttributeValue.fromM(
        metadata.entries().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, entry -> text(entry.getValue()))));
  }

  static PhotoMetadata metadata(AttributeValue value) {
    TreeMap<String, String> entries = new TreeMap<>();
    value.m().forEach((name, entry) -> entries.put(name, entry.s()));
    return new PhotoMetadata(entries);
  }

  private static @Nullable Instant instant(Map<String, AttributeValue> item) {
    return item.containsKey(DELETED) ? Instant.parse(textOf(item, DELETED)) : null;
  }
}
