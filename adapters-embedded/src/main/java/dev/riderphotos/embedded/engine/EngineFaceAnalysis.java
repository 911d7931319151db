package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Descriptor;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceComparison;
import dev.riderphotos.face.FaceComparison.Match;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Faces as our own engine sees them. */
public final class EngineFaceAnalysis implements FaceAnalysis {
  private final Supplier<FaceEngine> engine;

  /**
   * Looks at nothing yet.
   *
   * @param engine opened when it is first needed, and closed by whom it belongs to
   */
  public EngineFaceAnalysis(Supplier<FaceEngine> engine) {
    this.engine = engine;
  }

  @Override
  public List<SeenFace> analyse(FaceImage image) {
    return EngineFaces.find(engine.get(), image.picture()).stream()
        .map(face -> EngineFaces.seen(face, image.picture()))
        .toList();
  }

  @Override
  public Optional<Subject> largest(FaceImage image, QualityFilter filter) {
    return EngineFaces.find(engine.get(), image.picture(), filter).stream()
        .findFirst()
        .map(face -> new Subject(EngineFaces.seen(face, image.picture()), print(face)));
  }

  @Override
  public FaceComparison compare(
      FacePrint face, FaceImage image, double minSimilarity, QualityFilter filter) {
    FaceEngine opened = engine.get();
    Descriptor wanted = Descriptor.of(EnginePrint.floats(opened.version(), face));
    Picture picture = image.picture();
    List<Match> matches = new ArrayList<>();
    List<SeenFace> unmatched = new ArrayList<>();
    for (Face other : EngineFaces.find(opened, picture, filter)) {
      SeenFace seen = EngineFaces.seen(other, picture);
      double similarity =
          opened.model().similarity().similarity(wanted.distance(other.descriptor()));
      if (similarity >= minSimilarity) {
        matches.add(new Match(seen, similarity));
      } else {
        unmatched.add(seen);
      }
    }
    matches.sort(Comparator.comparingDouble(Match::similarity).reversed());
    return new FaceComparison(matches, unmatched);
  }

  private FacePrint print(Face face) {
    return EnginePrint.of(engine.get().version(), face.descriptor());
  }
}
