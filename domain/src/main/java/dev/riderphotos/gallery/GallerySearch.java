package dev.riderphotos.gallery;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.photo.PhotoProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search of the gallery ends in one of these ways. */
public sealed interface GallerySearch {
  /**
   * Who is on the photo.
   *
   * @param faces those searched for, at least one, the largest first
   */
  record Found(String modelVersion, List<SearchedFace> faces) implements GallerySearch {
    public Found {
      faces = List.copyOf(faces);
    }
  }

  /** There is no face on the photo, or none that is good enough. */
  record NoFace() implements GallerySearch {}

  /** The photo cannot be opened. */
  record Refused(PhotoProblem problem) implements GallerySearch {}

  /**
   * A face of the photo, and who of the gallery looks like it, the most similar first.
   *
   * @param confidence that it is a face, 0 to 100
   */
  record SearchedFace(Appearance id, BoundingBox box, double confidence, List<Match> matches) {
    public SearchedFace {
      matches = List.copyOf(matches);
    }

    /** Who it may be, the most similar first; one name may be there several times. */
    public List<String> labels() {
      return matches.stream().flatMap(match -> match.label().stream()).toList();
    }
  }

  /**
   * A face of the collection that looks like it.
   *
   * @param record what is kept of it; {@code null} if it did not come there by the gallery
   */
  record Match(SimilarFace similar, @Nullable FaceRecord record) {
    public Optional<String> label() {
      return Optional.ofNullable(record).map(face -> face.name().label());
    }

    boolean stands(Set<Appearance> others) {
      return record == null || !(record.deleted() || others.contains(record.appearance()));
    }
  }
}
