package dev.riderphotos.testkit;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceComparison;
import dev.riderphotos.face.FaceComparison.Match;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the faces that {@link KnownFaces} sees: those of one name are like each other. */
public final class KnownFaceAnalysis implements FaceAnalysis {
  private static final double SAME = 99;
  private static final double STRANGER = 5;

  private final FaceDetector detector = new KnownFaces();

  @Override
  public List<SeenFace> analyse(FaceImage image) {
    return faces(image, QualityFilter.NONE).map(KnownFaces::seen).toList();
  }

  @Override
  public Optional<Subject> largest(FaceImage image, QualityFilter filter) {
    return faces(image, filter)
        .findFirst()
        .map(face -> new Subject(KnownFaces.seen(face), face.print()));
  }

  @Override
  public FaceComparison compare(
      FacePrint face, FaceImage image, double minSimilarity, QualityFilter filter) {
    String name = KnownFaces.nameOf(face);
    List<Match> matches = new ArrayList<>();
    List<SeenFace> unmatched = new ArrayList<>();
    faces(image, filter)
        .forEach(
            other -> {
              double similarity = name.equals(KnownFaces.nameOf(other.print())) ? SAME : STRANGER;
              if (similarity >= minSimilarity) {
                matches.add(new Match(KnownFaces.seen(other), similarity));
              } else {
                unmatched.add(KnownFaces.seen(other));
              }
            });
    return new FaceComparison(
        matches.stream().sorted(Comparator.comparingDouble(Match::similarity).reversed()).toList(),
        unmatched);
  }

  private Stream<DetectedFace> faces(FaceImage image, QualityFilter filter) {
    return detector.detect(image.picture(), image.storedAs()).stream()
        .filter(face -> KnownFaces.against(face, filter).isEmpty());
  }
}
