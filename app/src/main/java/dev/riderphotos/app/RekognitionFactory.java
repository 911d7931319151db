package dev.riderphotos.app;

import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.rekognition.SignatureCheck;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Rekognition's protocol on our own engine. */
@Factory
@Requires(property = Adapters.FACES, value = Adapters.EMBEDDED)
final class RekognitionFactory {
  @Singleton
  Rekognition rekognition(
      FaceCollections collections,
      FaceAnalysis analysis,
      PhotoStore photos,
      PhotoOpener opener,
      Settings.RekognitionEndpoint settings,
      InstantSource clock) {
    return new Rekognition(
        collections,
        analysis,
        photos,
        opener,
        settings.names(),
        new SignatureCheck(settings.keys(), clock),
        settings.rate(clock));
  }
}
