package dev.riderphotos.app.testkit;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceSignals;
import dev.riderphotos.face.FaceSignals.Signal;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suspects every face of closed eyes and of being a photo, as a model pack may, in an application
 * that is opened with the property.
 */
@Factory
@Requires(property = SuspectedFaces.PROPERTY)
public final class SuspectedFaces {
  public static final String PROPERTY = "tests.suspected-faces";

  private static final FaceSignals SUSPECTED =
      new FaceSignals(new Signal(87.5, true), new Signal(64.5, true));

  @Singleton
  @Bean
  BeanCreatedEventListener<FaceDetector> listener() {
    return (BeanCreatedEvent<FaceDetector> event) -> new Suspecting(event.getBean());
  }

  private record Suspecting(FaceDetector detector) implements FaceDetector, HealthChecked {
    @Override
    public List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored) {
      return detector.detect(picture, stored).stream()
          .map(face -> new DetectedFace(face.detail().withSignals(SUSPECTED), face.print()))
          .toList();
    }

    @Override
    public String name() {
      return "face detection (suspecting)";
    }

    @Override
    public void check() {}
  }
}
