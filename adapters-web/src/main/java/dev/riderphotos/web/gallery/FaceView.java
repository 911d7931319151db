package dev.riderphotos.web.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import io.micronaut.core.annotation.Introspected;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * An indexed face.
 *
 * @param name who it is, if anybody said so
 * @param file of the photo it is on; none if it did not come there by the gallery, and so has no
 *     crop
 * @param path where it is, and below it what can be done to it
 */
@Introspected
public record FaceView(@Nullable String name, @Nullable String file, String path) {
  static FaceView of(IndexedFace face, @Nullable FaceRecord record) {
    return record == null
        ? new FaceView(name(face.externalImageId()), null, path(face.id()))
        : new FaceView(name(record), record.name().value(), path(face.id()));
  }

  /** A name of nothing but an extension has no label. */
  static String name(FaceRecord record) {
    String label = record.name().label().strip();
    return label.isEmpty() ? record.name().value() : label;
  }

  static String path(FaceId id) {
    return "/faces/" + URLEncoder.encode(id.value(), UTF_8).replace("+", "%20");
  }

  private static @Nullable String name(@Nullable ExternalImageId id) {
    return id == null ? null : id.name();
  }
}
