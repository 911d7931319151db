package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FaceRow.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the faces found in a photo is which of those that were provided, with the reasons
 * of the reference: every provided face gets one row.
 */
final class Matching {
  static final String ONE_NONE = "1 face expected, no faces found.";
  static final String MANY_NONE = ">1 face expected, no faces found.";
  static final String ONE_OTHER = "Not able to map face found.";
  static final String ONE_MANY = "Indexed more than 1 expected face.";
  static final String MANY_ONE = ">1 face expected, only 1 face found.";
  static final String MANY_MANY = "Not able to match indexed faces to any of the original input.";

  private static final Comparator<ProvidedFace> PROVIDED =
      Comparator.comparing((ProvidedFace face) -> face.id().value());
  private static final Comparator<IndexedFace> FOUND =
      Comparator.comparing((IndexedFace face) -> face.id().value());

  private final ImageRecord record;
  private final List<ProvidedFace> provided;
  private final List<IndexedFace> found;
  private final int[] partner;

  /** Matches the faces of the record with those found. */
  Matching(ImageRecord record, List<IndexedFace> found, double limit) {
    this.record = record;
    this.provided = record.faces().stream().sorted(PROVIDED).toList(); // boxes may be the same
    this.found = found.stream().sorted(FOUND).toList();
    this.partner =
        BoxMatching.match(
            provided.stream().map(ProvidedFace::box).toList(),
            this.found.stream().map(IndexedFace::box).toList(),
            limit);
  }

  List<FaceRow> rows() {
    return IntStream.range(0, provided.size()).mapToObj(this::row).toList();
  }

  /** The faces that nobody provided. */
  List<IndexedFace> newFaces() {
    List<IndexedFace> others = new ArrayList<>(found);
    IntStream.of(partner)
        .filter(index -> index != BoxMatching.NONE)
        .mapToObj(found::get)
        .forEach(others::remove);
    return others;
  }

  private FaceRow row(int index) {
    ProvidedFace face = provided.get(index);
    int other = partner[index];
    return other == BoxMatching.NONE
        ? FaceRow.of(face, record, Outcome.NOT_REINDEXED, unmatched(), nearest(face.box()))
        : FaceRow.of(face, record, Outcome.MOVED, matched(), match(face.box(), found.get(other)));
  }

  private @Nullable Match nearest(BoundingBox box) {
    return found.stream()
        .max(Comparator.comparingDouble(face -> face.box().intersectionOverUnion(box)))
        .filter(face -> face.box().intersectionOverUnion(box) > 0)
        .map(face -> match(box, face))
        .orElse(null);
  }

  private Match match(BoundingBox box, IndexedFace face) {
    double second =
        found.stream()
            .filter(other -> !other.equals(face))
            .mapToDouble(other -> other.box().intersectionOverUnion(box))
            .max()
            .orElse(0);
    return new Match(face, face.box().intersectionOverUnion(box), second);
  }

  /** What the reference notes of a photo whatever became of its faces. */
  private @Nullable String matched() {
    if (provided.size() == 1 && found.size() > 1) {
      return ONE_MANY;
    }
    return provided.size() > 1 && found.size() == 1 ? MANY_ONE : null;
  }

  private String unmatched() {
    if (provided.size() == 1) {
      return switch (found.size()) {
        case 0 -> ONE_NONE;
        case 1 -> ONE_OTHER;
        default -> ONE_MANY;
      };
    }
    return switch (found.size()) {
      case 0 -> MANY_NONE;
      case 1 -> MANY_ONE;
      default -> MANY_MANY;
    };
  }
}
