package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rekognition.model.Face;

/**
 * What a search found, and what we know of it. The most similar come first.
 *
 * @param moved those that came from another collection, which need no record to be known
 */
record FoundFaces(List<Hit> hits, Map<FaceId, ClaimedFace> records, Set<FaceId> moved) {
  /** The record of the face that was registered from this image, if it is among them. */
  Optional<ClaimedFace> ofImage(ImageId image) {
    return records.values().stream().filter(record -> record.images().contains(image)).findFirst();
  }

  /** Finds the faces that nobody knows and are as told. */
  Set<FaceId> unknown(Predicate<Face> chosen) {
    return hits.stream()
        .filter(hit -> !records.containsKey(hit.id()) && !moved.contains(hit.id()))
        .filter(hit -> chosen.test(hit.face()))
        .map(Hit::id)
        .collect(Collectors.toSet());
  }

  boolean anyUnknown() {
    return !unknown(_ -> true).isEmpty();
  }

  /**
   * The images that the face is from already; of one without a record what Rekognition calls its
   * image, so that it never is of ours alone.
   */
  List<ImageId> imagesOf(FaceId id) {
    ClaimedFace record = records.get(id);
    return record != null
        ? record.images()
        : hits.stream()
            .filter(hit -> hit.id().equals(id))
            .map(hit -> new ImageId(hit.face().imageId()))
            .toList();
  }

  FoundFaces without(Set<FaceId> left) {
    return new FoundFaces(
        hits.stream().filter(hit -> !left.contains(hit.id())).toList(), records, moved);
  }

  Stream<FaceMatch> matches(double duplicateSimilarity) {
    return hits.stream()
        .map(
            hit ->
                new FaceMatch(
                    indexed(hit), hit.similarity(), hit.similarity() >= duplicateSimilarity));
  }

  private IndexedFace indexed(Hit hit) {
    ClaimedFace record = records.get(hit.id());
    return record == null ? RekognitionShapes.indexed(hit.face()) : record.indexed();
  }
}
