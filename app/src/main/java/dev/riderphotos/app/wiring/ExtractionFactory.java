package dev.riderphotos.app.wiring;

import dev.riderphotos.documents.CropJson;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.extraction.CropFormat;
import dev.riderphotos.extraction.ExtractArrivedFaces;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.Extraction;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.imaging.ImageIoFaceCropper;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Faces cut out of pictures, on whatever serves the ports. */
@Factory
final class ExtractionFactory {
  @Singleton
  FaceCropper cropper() {
    return new ImageIoFaceCropper();
  }

  @Singleton
  Bucket pictures(Settings.Extraction extraction, Provider<ExtractArrivedFaces> arrival) {
    return Bucket.of(extraction.inputBucket())
        .ownedBy(
            event -> {
              Optional<Extraction> _ = arrival.get().extract(event);
            });
  }

  @Singleton
  Bucket crops(Settings.Extraction extraction) {
    return Bucket.of(extraction.outputBucket());
  }

  @Singleton
  CropFormat documents() {
    return new CropJson();
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
      CropFormat format,
      InstantSource clock) {
    return new ExtractFaces(opener, detector, cropper, store, format, clock);
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
