package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Descriptor;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** Faces as our own engine sees them. */
public final class EngineFaceAnalysis implements FaceAnalysis {
  private final Function<FaceModel, FaceEngine> engines;
  private final Supplier<FaceModel> model;
  private final Function<ModelVersion, FaceModel> models;

  /**
   * Looks at nothing yet.
   *
   * @param engines opened when they are first needed, and closed by whom they belong to
   * @param model by which faces are described, asked for each image
   * @param models by which a face may have been described a moment before; refuses one that is not
   *     there
   */
  public EngineFaceAnalysis(
      Function<FaceModel, FaceEngine> engines,
      Supplier<FaceModel> model,
      Function<ModelVersion, FaceModel> models) {
    this.engines = engines;
    this.model = model;
    this.models = models;
  }

  @Override
  public List<SeenFace> analyse(FaceImage image) {
    return EngineFaces.find(engine(), image.picture()).stream()
        .map(face -> EngineFaces.seen(face, image.picture()))
        .toList();
  }

  @Override
  public Optional<Subject> largest(FaceImage image, QualityFilter filter) {
    FaceEngine opened = engine();
    return EngineFaces.find(opened, image.picture(), filter).stream()
        .findFirst()
        .map(
            face ->
                new Subject(
                    EngineFaces.seen(face, image.picture()),
                    EnginePrint.of(opened.version(), face.descriptor())));
  }

  @Override
  public FaceComparison compare(
      FacePrint face, FaceImage image, double minSimilarity, QualityFilter filter) {
    FaceEngine opened = engines.apply(models.apply(EnginePrint.version(face)));
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

  private FaceEngine engine() {
    return engines.apply(model.get());
  }
}
