package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.face.CollectionUsers.FaceInImage;
import dev.riderphotos.face.CollectionUsers.ImageUserSearch;
import dev.riderphotos.face.CollectionUsers.SimilarUser;
import dev.riderphotos.face.CollectionUsers.Unsearched;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.photo.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The faces of an image: the largest that is good enough, which is searched for, and the others.
 */
final class SeenFaces {
  private final List<Unsearched> others = new ArrayList<>();
  private @Nullable Face searched;
  private @Nullable FaceInImage seen;

  private SeenFaces() {}

  static SeenFaces of(FaceEngine engine, Picture picture, QualityFilter filter) {
    QualityBar bar = QualityBar.of(filter);
    SeenFaces faces = new SeenFaces();
    for (Face face : EngineFaces.find(engine, picture, bar.confidence())) {
      faces.judge(face, EngineFaces.detail(face, picture), picture, bar);
    }
    return faces;
  }

  ImageUserSearch search(String modelVersion, Function<Face, List<SimilarUser>> search) {
    return new ImageUserSearch(
        modelVersion, searched == null ? List.of() : search.apply(searched), seen, others);
  }

  private void judge(Face face, FaceDetail detail, Picture picture, QualityBar bar) {
    FaceInImage inImage = new FaceInImage(detail.box(), detail.confidence());
    Set<UnindexedReason> reasons = bar.reasonsAgainst(detail, picture);
    if (searched == null && reasons.isEmpty()) {
      searched = face;
      seen = inImage;
    } else {
      others.add(new Unsearched(inImage, searched != null, reasons));
    }
  }
}
