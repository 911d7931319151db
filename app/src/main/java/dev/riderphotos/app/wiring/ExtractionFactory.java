package dev.riderphotos.app.wiring;

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
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Faces cut out of pictures, on whatever serves the ports. */
@Factory
final class ExtractionFactory {
  @Singleton
  FaceCropper cropper() {
    return new ImageIoFaceCropper();
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
