package dev.riderphotos.rekognition;

import dev.riderphotos.face.FaceImage;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The images that requests name: bytes of their own, or an object in one of our buckets. One is
 * open at a time, for pictures are large.
 */
final class Images {
  private static final int MAX_BYTES = 5 * 1024 * 1024;
  private static final Input.Text BUCKET = Input.Text.like(3, 255, "[0-9A-Za-z\\.\\-_]*");
  private static final Input.Text NAME = Input.Text.of(1, 1024);

  private final PhotoStore photos;
  private final PhotoOpener opener;

  Images(PhotoStore photos, PhotoOpener opener) {
    this.photos = photos;
    this.opener = opener;
  }

  /** Runs the work on the image that this member of the request names, and closes it. */
  <T> T with(Input request, String member, Function<FaceImage, T> work) {
    Input image = request.structure(member);
    Optional<byte[]> bytes = image.bytesIfGiven("Bytes");
    Optional<Input> object = image.structureIfGiven("S3Object");
    if (bytes.isPresent() == object.isPresent()) {
      throw RekognitionException.invalidParameters();
    }
    if (bytes.isPresent()) {
      return open(inline(bytes.get()), null, work);
    }
    PhotoRef ref = ref(object.get());
    return open(stored(ref), ref, work);
  }

  private <T> T open(Photo photo, @Nullable PhotoRef ref, Function<FaceImage, T> work) {
    return switch (opener.open(photo)) {
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield work.apply(new FaceImage(picture, ref));
        }
      }
      case Opened.Unacceptable(PhotoProblem problem, _) -> throw refusal(problem);
    };
  }

  private static Photo inline(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw RekognitionException.tooLarge(
          "Image size is too large. It must be at most " + MAX_BYTES + " bytes");
    }
    return Photo.of(bytes);
  }

  private Photo stored(PhotoRef ref) {
    Photo photo = photos.get(ref).orElseThrow(RekognitionException::invalidObject);
    if (photo.tooLarge()) {
      throw RekognitionException.tooLarge(
          "Image size is too large. It must be at most " + Photo.MAX_BYTES + " bytes");
    }
    return photo;
  }

  /** Our buckets keep no versions. */
  private static PhotoRef ref(Input object) {
    String bucket = object.text("Bucket", BUCKET);
    String name = object.text("Name", NAME);
    if (object.textIfGiven("Version", NAME).isPresent()) {
      throw RekognitionException.invalidObject();
    }
    try {
      return new PhotoRef(bucket, name);
    } catch (IllegalArgumentException noSuchName) {
      throw RekognitionException.invalidObject();
    }
  }

  private static RekognitionException refusal(PhotoProblem problem) {
    return switch (problem) {
      case UNSUPPORTED_FORMAT, UNREADABLE -> RekognitionException.invalidFormat();
      case TOO_LARGE -> RekognitionException.tooLarge("Image has too many pixels");
      case TOO_SMALL -> RekognitionException.invalidParameters();
    };
  }
}
