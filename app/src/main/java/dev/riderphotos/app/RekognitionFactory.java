package dev.riderphotos.app;

import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.rekognition.SignatureCheck;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Rekognition's protocol on our own engine. */
@Factory
@Requires(property = Adapters.FACES, value = Adapters.EMBEDDED)
@Requires(condition = RekognitionFactory.SignedOrDemo.class)
final class RekognitionFactory {
  /** Without access keys all may call, which is for demo mode alone: else there is no endpoint. */
  static final class SignedOrDemo implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean matches(ConditionContext context) {
      ConditionContext<?> settings = context;
      return settings
              .getProperty(AccessFactory.MODE, String.class)
              .filter("demo"::equals)
              .isPresent()
          || settings.containsProperties("rekognition.access-keys");
    }
  }

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
