package dev.riderphotos.aws.rekognition;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What we know of a face and Rekognition does not. Attributes that Rekognition knows too are named
 * and shaped as it does.
 *
 * @param images those that the face was registered from, the last one last: Rekognition gives a
 *     photo that it has seen before under the same name the face that it gave it then
 * @param rekognitionImage what Rekognition calls the image
 * @param photo where the last one is kept, if it is
 */
record ClaimedFace(
    FaceId id,
    List<ImageId> images,
    ExternalImageId name,
    BoundingBox box,
    double confidence,
    String rekognitionImage,
    @Nullable PhotoRef photo) {
  private static final String COLLECTION = "collection";
  private static final String IMAGES = "images";
  private static final String BUCKET = "bucket";
  private static final String KEY = "key";
  private static final String NAME = "ExternalImageId";
  private static final String BOX = "BoundingBox";
  private static final String CONFIDENCE = "Confidence";
  private static final String REKOGNITION_IMAGE = "ImageId";

  ClaimedFace {
    images = List.copyOf(images);
  }

  IndexedFace indexedFrom(ImageId image) {
    return new IndexedFace(id, image, name, box, confidence);
  }

  IndexedFace indexed() {
    return indexedFrom(images.getLast());
  }

  ClaimedFace withImages(List<ImageId> others) {
    return new ClaimedFace(id, others, name, box, confidence, rekognitionImage, photo);
  }

  Map<String, AttributeValue> item(String collection) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(FaceTables.FACE_ID, text(id.value()));
    item.put(COLLECTION, text(collection));
    item.put(
        IMAGES, AttributeValue.fromL(images.stream().map(image -> text(image.value())).toList()));
    item.put(NAME, text(name.value()));
    item.put(BOX, Attributes.box(box));
    item.put(CONFIDENCE, Attributes.number(confidence));
    item.put(REKOGNITION_IMAGE, text(rekognitionImage));
    if (photo != null) {
      item.put(BUCKET, text(photo.bucket()));
      item.put(KEY, text(photo.key()));
    }
    return item;
  }

  static boolean isOf(String collection, Map<String, AttributeValue> item) {
    return textOf(item, COLLECTION).equals(collection);
  }

  static ClaimedFace of(Map<String, AttributeValue> item) {
    return new ClaimedFace(
        new FaceId(textOf(item, FaceTables.FACE_ID)),
        Attributes.valueOf(item, IMAGES).l().stream().map(image -> new ImageId(image.s())).toList(),
        new ExternalImageId(textOf(item, NAME)),
        Attributes.box(item, BOX),
        Attributes.numberOf(item, CONFIDENCE),
        textOf(item, REKOGNITION_IMAGE),
        item.containsKey(BUCKET) ? new PhotoRef(textOf(item, BUCKET), textOf(item, KEY)) : null);
  }
}
