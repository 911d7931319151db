package dev.riderphotos.aws.rekognition;

import static java.util.Comparator.comparingDouble;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.FaceSearch;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.Searched;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchFacesResponse;

/**
 * Searches a collection. By an image Rekognition searches for the largest face alone: where every
 * face is wanted, they are detected, and each is cut out and searched for by itself.
 */
final class RekognitionSearch {
  private final RekognitionClient client;
  private final RekognitionImages images;

  RekognitionSearch(RekognitionClient client, RekognitionImages images) {
    this.client = client;
    this.images = images;
  }

  ImageSearch byImage(CollectionId id, SearchedImage searched, Matching matching) {
    Image whole = images.whole(searched.image().picture(), searched.image().storedAs()).image();
    return searched.everyFace()
        ? forEvery(id, searched, whole, matching)
        : forLargest(id, searched, whole, matching);
  }

  /** Empty if no such face is there. */
  Optional<FaceSearch> byFace(CollectionId id, FaceId face, Matching matching) {
    try {
      SearchFacesResponse answer =
          client.searchFaces(
              request ->
                  request
                      .collectionId(id.value())
                      .faceId(face.value())
                      .faceMatchThreshold(RekognitionFaces.atMost(matching.minSimilarity()))
                      .maxFaces(RekognitionFaces.most(matching.limit())));
      return Optional.of(
          new FaceSearch(
              answer.faceModelVersion(), RekognitionShapes.similar(answer.faceMatches())));
    } catch (InvalidParameterException _) {
      return Optional.empty(); // what it says of a face that it does not know
    }
  }

  private ImageSearch forLargest(
      CollectionId id, SearchedImage searched, Image whole, Matching matching) {
    return largest(id, searched, whole, matching)
        .map(
            answer ->
                new ImageSearch(
                    answer.faceModelVersion(),
                    List.of(
                        new Searched(
                            RekognitionShapes.box(answer.searchedFaceBoundingBox()),
                            answer.searchedFaceConfidence(),
                            RekognitionShapes.similar(answer.faceMatches())))))
        .orElseGet(() -> new ImageSearch(version(id), List.of()));
  }

  private ImageSearch forEvery(
      CollectionId id, SearchedImage searched, Image whole, Matching matching) {
    String version = version(id); // first: without a collection nothing need be detected
    return new ImageSearch(
        version,
        detected(whole).flatMap(face -> forOne(id, searched, face, matching).stream()).toList());
  }

  /** Empty if the face is not good enough. */
  private Optional<Searched> forOne(
      CollectionId id, SearchedImage searched, FaceDetail face, Matching matching) {
    Picture picture = searched.image().picture();
    return largest(id, searched, images.part(picture, face.box()).image(), matching)
        .map(
            answer ->
                new Searched(
                    face.box(),
                    face.confidence(),
                    RekognitionShapes.similar(answer.faceMatches())));
  }

  private Stream<FaceDetail> detected(Image whole) {
    return client
        .detectFaces(request -> request.image(whole).attributes(RekognitionShapes.ATTRIBUTES))
        .faceDetails()
        .stream()
        .map(RekognitionShapes::detail)
        .sorted(comparingDouble((FaceDetail face) -> face.box().area()).reversed());
  }

  /** Empty if there is no face, or none that is good enough. */
  private Optional<SearchFacesByImageResponse> largest(
      CollectionId id, SearchedImage searched, Image image, Matching matching) {
    try {
      return Optional.of(
          client.searchFacesByImage(
              request ->
                  request
                      .collectionId(id.value())
                      .image(image)
                      .qualityFilter(QualityFilter.valueOf(searched.filter().name()))
                      .faceMatchThreshold(RekognitionFaces.atMost(matching.minSimilarity()))
                      .maxFaces(RekognitionFaces.most(matching.limit()))));
    } catch (InvalidParameterException refused) {
      if (RekognitionFaces.saysNoFace(refused)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private String version(CollectionId id) {
    return client
        .describeCollection(request -> request.collectionId(id.value()))
        .faceModelVersion();
  }
}
