package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.s3.S3ExtractionStore;
import dev.riderphotos.embedded.files.BucketExtractionStore;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.extraction.ExtractArrivedFaces;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.imaging.ImageIoFaceCropper;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Faces cut out of pictures, on whatever serves the ports. */
@Factory
final class ExtractionFactory {
  @Singleton
  FaceCropper cropper() {
    return new ImageIoFaceCropper();
  }

  @Singleton
  @Requires(property = Adapters.PHOTOS, value = Adapters.FILES)
  ExtractionStore files(FilePhotoStore files, Database database, Settings.Extraction extraction) {
    return new BucketExtractionStore(files, database, extraction.outputBucket());
  }

  @Singleton
  @Requires(property = Adapters.PHOTOS, value = Adapters.S3)
  ExtractionStore s3(S3Client s3, Settings.Extraction extraction) {
    return new S3ExtractionStore(s3, extraction.outputBucket());
  }

  @Singleton
  ExtractionOptions options(Settings.Extraction extraction) {
    return extraction.options();
  }

  @Singleton
  ExtractFaces extraction(
      PhotoOpener opener,
      FaceDetector detector,
      FaceCropper cropper,
      ExtractionStore store,
      InstantSource clock) {
    return new ExtractFaces(opener, detector, cropper, store, clock);
  }

  @Singleton
  ExtractArrivedFaces arrival(
      ExtractFaces extraction, PhotoStore photos, ExtractionOptions options) {
    return new ExtractArrivedFaces(extraction, photos, options);
  }

  @Singleton
  Extractions extractions(ExtractionStore store) {
    return new Extractions(store);
  }
}
