package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** Calls on collections that may not be there, page by page, and with many ids. */
final class RekognitionCalls {
  private RekognitionCalls() {}

  /** Empty if Rekognition knows no such collection. */
  static <T> Optional<T> ifThere(String doing, Supplier<T> call) {
    return AwsFaults.during(
        doing,
        () -> {
          try {
            return Optional.of(call.get());
          } catch (ResourceNotFoundException _) {
            return Optional.empty();
          }
        });
  }

  /** A page that begins where another ended. */
  static <T> T page(@Nullable Cursor after, Function<@Nullable String, T> call) {
    try {
      return call.apply(after == null ? null : after.value());
    } catch (InvalidPaginationTokenException refused) {
      throw new IllegalArgumentException("Not a cursor of ours", refused);
    }
  }

  static @Nullable Cursor cursor(@Nullable String token) {
    return token == null || token.isEmpty() ? null : new Cursor(token);
  }

  /** As many ids at once as Rekognition takes, without those that it would not take for ids. */
  static Stream<List<String>> inRequests(List<FaceId> faces) {
    return faces.stream()
        .filter(RekognitionFaces::isPossible)
        .map(FaceId::value)
        .distinct()
        .gather(Gatherers.windowFixed(RekognitionFaces.MOST));
  }
}
