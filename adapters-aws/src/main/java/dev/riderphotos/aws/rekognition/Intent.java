package dev.riderphotos.aws.rekognition;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rekognition.model.Face;

/**
 * That an image's face is about to be indexed, written before it is: a face that nobody knows of is
 * then known to be left over.
 *
 * @param collection where the face is to be indexed
 * @param name what it is indexed under
 * @param strangers the faces under that name that have no record, and were there before
 * @param photo where it is kept, if it is
 * @param settled since when nothing more is expected of it, in milliseconds, but an answer that was
 *     late; or {@code null}
 */
record Intent(
    CollectionId collection,
    ExternalImageId name,
    Set<FaceId> strangers,
    @Nullable PhotoRef photo,
    @Nullable Long settled) {
  static final String SETTLED = "settled";
  private static final String COLLECTION = "collection";
  private static final String NAME = "ExternalImageId";
  private static final String STRANGERS = "strangers";
  private static final String PHOTO = "photo";

  Intent {
    strangers = Set.copyOf(strangers);
  }

  /** Whether a face of the collection that nobody knows comes of it. */
  boolean covers(CollectionId in, Face face) {
    return collection.equals(in)
        && name.value().equals(face.externalImageId())
        && !strangers.contains(new FaceId(face.faceId()));
  }

  boolean settledBefore(long time) {
    return settled != null && settled < time;
  }

  AttributeValue value() {
    Map<String, AttributeValue> value = new HashMap<>();
    value.put(COLLECTION, text(collection.value()));
    value.put(NAME, text(name.value()));
    value.put(
        STRANGERS,
        AttributeValue.fromL(strangers.stream().map(face -> text(face.value())).toList()));
    if (photo != null) {
      value.put(PHOTO, Attributes.photo(photo));
    }
    return AttributeValue.fromM(value);
  }

  static Intent of(AttributeValue value) {
    Map<String, AttributeValue> map = value.m();
    return new Intent(
        new CollectionId(textOf(map, COLLECTION)),
        new ExternalImageId(textOf(map, NAME)),
        Attributes.valueOf(map, STRANGERS).l().stream()
            .map(face -> new FaceId(face.s()))
            .collect(Collectors.toSet()),
        map.containsKey(PHOTO) ? Attributes.photo(Attributes.valueOf(map, PHOTO).m()) : null,
        map.containsKey(SETTLED) ? Long.valueOf(Attributes.valueOf(map, SETTLED).n()) : null);
  }
}
