package dev.riderphotos.web.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GalleryListing.GalleryFace;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.web.gallery.Shapes.BoundingBox;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A face of a collection, as its record has it.
 *
 * @param label who it is; with bucket, key and metadata none of a face that did not come there by
 *     the gallery
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaceAnswer(
    @JsonProperty("FaceId") String faceId,
    @JsonProperty("BoundingBox") BoundingBox boundingBox,
    @JsonProperty("Confidence") double confidence,
    @JsonProperty("ExternalImageId") @Nullable String externalImageId,
    @JsonProperty("ImageId") String imageId,
    @Nullable String label,
    @Nullable String bucket,
    @Nullable String key,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> metadata) {

  /** Some faces, and where to go on. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(String collection, List<FaceAnswer> faces, @Nullable String next) {
    static Page of(CollectionId collection, GalleryListing.Page page) {
      return new Page(
          collection.value(),
          page.faces().stream().map(FaceAnswer::of).toList(),
          page.next() == null ? null : page.next().value());
    }
  }

  /**
   * What became of a deleted face.
   *
   * @param undo where to POST to have it back; none if that cannot be
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Deleted(@JsonProperty("FaceId") String faceId, @Nullable String undo) {}

  /** A photo that is gone, with so many faces. */
  @Serdeable
  record DeletedPhoto(String filename, int faces) {
    static DeletedPhoto of(GalleryPhoto photo) {
      return new DeletedPhoto(photo.name().value(), photo.liveFaces().size());
    }
  }

  /**
   * Two faces that are said to be, or not to be, two people.
   *
   * @param searched a face of a photo that was searched for
   * @param remembered whether searches leave out the match from now on
   */
  @Serdeable
  record Distinction(
      String searched, @JsonProperty("FaceId") String faceId, String label, boolean remembered) {
    static Distinction of(String searched, FaceRecord face, boolean remembered) {
      return new Distinction(searched, face.id().value(), face.name().label(), remembered);
    }
  }

  static FaceAnswer of(GalleryFace face) {
    return of(face.face(), face.record());
  }

  static FaceAnswer of(FaceRecord record) {
    return of(record.face(), record);
  }

  private static FaceAnswer of(IndexedFace face, @Nullable FaceRecord record) {
    ExternalImageId name = face.externalImageId();
    return new FaceAnswer(
        face.id().value(),
        BoundingBox.of(face.box()),
        face.confidence(),
        name == null ? null : name.value(),
        face.image().value(),
        record == null ? null : record.name().label(),
        record == null ? null : record.photo().bucket(),
        record == null ? null : record.photo().key(),
        record == null ? null : record.metadata().entries());
  }
}
