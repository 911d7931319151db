package dev.riderphotos.migration;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.photo.PhotoRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo, and those of its faces that are to be moved.
 *
 * @param externalImageId under which its faces are indexed again, if they had one
 * @param faces one at least, none twice
 */
public record ImageRecord(
    PhotoRef photo, @Nullable ExternalImageId externalImageId, List<ProvidedFace> faces) {
  public ImageRecord {
    faces = List.copyOf(faces);
    if (faces.isEmpty()) {
      throw new IllegalArgumentException("A record has a face at least");
    }
    if (faces.stream().map(ProvidedFace::id).distinct().count() < faces.size()) {
      throw new IllegalArgumentException("A record names a face once");
    }
  }
}
