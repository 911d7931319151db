package dev.riderphotos.aws.rekognition;

import static java.util.Comparator.comparingDouble;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.PlainPhotoOpener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionRequest;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.ListFacesRequest;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchFacesRequest;
import software.amazon.awssdk.services.rekognition.model.SearchFacesResponse;

/**
 * A Rekognition with any collections, which knows who is in the photos that the testkit draws. It
 * can be as slow to know its own faces as Rekognition may be, and as forgetful.
 */
final class InMemoryRekognition implements RekognitionClient {
  private static final int PAGE = 3;
  private static final float SAME = 99;
  private static final float STRANGER = 5;

  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final List<Indexed> faces = new ArrayList<>();
  private final Map<String, Face> given = new HashMap<>();
  private Runnable beforeIndexing = () -> {};
  private boolean remembersPhotos;
  private int searchesUntilFound;

  private static final class Indexed {
    private final String collection;
    private final Face face;
    private final String person;
    private int hidden;

    private Indexed(String collection, Face face, String person, int hidden) {
      this.collection = collection;
      this.face = face;
      this.person = person;
      this.hidden = hidden;
    }

    private boolean isFound() {
      return hidden <= 0;
    }
  }

  /** Where S3Object references lead. */
  InMemoryPhotoStore photos() {
    return photos;
  }

  /** From now on a photo that was indexed under the same name before is given the same face. */
  synchronized void remembersPhotos() {
    remembersPhotos = true;
  }

  /** From now on a face is found only after so many searches that do not find it. */
  synchronized void findsFacesAfter(int searches) {
    searchesUntilFound = searches;
  }

  /** To be done when a face is about to be indexed, once. */
  synchronized void beforeIndexing(Runnable action) {
    beforeIndexing = action;
  }

  synchronized List<Face> faces() {
    return faces.stream().map(indexed -> indexed.face).toList();
  }

  private Stream<Indexed> in(String collection) {
    return faces.stream().filter(indexed -> indexed.collection.equals(collection));
  }

  @Override
  public synchronized DetectFacesResponse detectFaces(DetectFacesRequest request) {
    return DetectFacesResponse.builder()
        .faceDetails(seen(request.image()).map(face -> detail(face.detail())).toList())
        .build();
  }

  @Override
  public synchronized SearchFacesByImageResponse searchFacesByImage(
      SearchFacesByImageRequest request) {
    String person =
        largest(request.image())
            .orElseThrow(() -> refused("There are no faces in the image. Should be at least 1."));
    return SearchFacesByImageResponse.builder()
        .faceMatches(
            search(request.collectionId(), person, request.faceMatchThreshold())
                .limit(request.maxFaces())
                .toList())
        .build();
  }

  @Override
  public synchronized SearchFacesResponse searchFaces(SearchFacesRequest request) {
    Indexed known =
        in(request.collectionId())
            .filter(indexed -> indexed.face.faceId().equals(request.faceId()))
            .findFirst()
            .orElseThrow(() -> refused("faceId was not found in the collection."));
    List<FaceMatch> found =
        search(request.collectionId(), known.person, request.faceMatchThreshold())
            .filter(match -> !match.face().equals(known.face))
            .toList();
    if (!known.isFound()) {
      throw refused("faceId was not found in the collection.");
    }
    return SearchFacesResponse.builder().faceMatches(found).build();
  }

  /** Not while others search: what is done before may take its time, and may search itself. */
  @Override
  public IndexFacesResponse indexFaces(IndexFacesRequest request) {
    Runnable before;
    synchronized (this) {
      before = beforeIndexing;
      beforeIndexing = () -> {};
    }
    before.run();
    return IndexFacesResponse.builder()
        .faceRecords(
            index(request).map(face -> FaceRecord.builder().face(face).build()).stream().toList())
        .build();
  }

  private synchronized Optional<Face> index(IndexFacesRequest request) {
    String collection = request.collectionId();
    String photo =
        String.join(
            " ",
            collection,
            request.externalImageId(),
            String.valueOf(photo(request.image()).hashCode()));
    Face before = given.get(photo);
    if (remembersPhotos && before != null && faces().contains(before)) {
      return Optional.of(before);
    }
    return largest(request.image())
        .map(
            person -> {
              Face face = face(request.externalImageId());
              faces.add(new Indexed(collection, face, person, searchesUntilFound));
              given.put(photo, face);
              return face;
            });
  }

  @Override
  public synchronized DeleteFacesResponse deleteFaces(DeleteFacesRequest request) {
    faces.removeIf(
        indexed ->
            indexed.collection.equals(request.collectionId())
                && request.faceIds().contains(indexed.face.faceId()));
    return DeleteFacesResponse.builder().deletedFaces(request.faceIds()).build();
  }

  @Override
  public synchronized ListFacesResponse listFaces(ListFacesRequest request) {
    List<Face> listed =
        in(request.collectionId())
            .map(indexed -> indexed.face)
            .filter(face -> !request.hasFaceIds() || request.faceIds().contains(face.faceId()))
            .toList();
    int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
    int to = Math.min(from + PAGE, listed.size());
    return ListFacesResponse.builder()
        .faces(listed.subList(from, to))
        .nextToken(to < listed.size() ? String.valueOf(to) : null)
        .build();
  }

  @Override
  public synchronized DescribeCollectionResponse describeCollection(
      DescribeCollectionRequest request) {
    return DescribeCollectionResponse.builder()
        .faceCount(in(request.collectionId()).count())
        .faceModelVersion("7.0")
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private Stream<FaceMatch> search(String collection, String person, float threshold) {
    List<Indexed> found = in(collection).filter(Indexed::isFound).toList();
    in(collection).forEach(indexed -> indexed.hidden--);
    return found.stream()
        .map(
            indexed ->
                FaceMatch.builder()
                    .face(indexed.face)
                    .similarity(indexed.person.equals(person) ? SAME : STRANGER)
                    .build())
        .filter(match -> match.similarity() >= threshold)
        .sorted(comparingDouble((FaceMatch match) -> match.similarity()).reversed());
  }

  private Optional<String> largest(Image image) {
    return seen(image).findFirst().map(face -> face.print().value());
  }

  private Stream<DetectedFace> seen(Image image) {
    return new PlainPhotoOpener().open(photo(image)) instanceof Opened.Decoded(var picture)
        ? new KnownFaces().detect(picture, null).stream()
        : Stream.empty();
  }

  private Photo photo(Image image) {
    if (image.bytes() != null) {
      return Photo.of(image.bytes().asByteArray());
    }
    PhotoRef ref = new PhotoRef(image.s3Object().bucket(), image.s3Object().name());
    return photos
        .get(ref)
        .orElseThrow(
            () -> InvalidS3ObjectException.builder().message("Unable to get object").build());
  }

  private static Face face(String name) {
    return Face.builder()
        .faceId(UUID.randomUUID().toString())
        .imageId(UUID.randomUUID().toString())
        .externalImageId(name)
        .boundingBox(box(new dev.riderphotos.face.BoundingBox(0.1, 0.1, 0.5, 0.5)))
        .confidence(99.5f)
        .build();
  }

  private static software.amazon.awssdk.services.rekognition.model.FaceDetail detail(
      FaceDetail detail) {
    return software.amazon.awssdk.services.rekognition.model.FaceDetail.builder()
        .boundingBox(box(detail.box()))
        .confidence((float) detail.confidence())
        .sunglasses(sunglasses -> sunglasses.value(detail.sunglasses()))
        .pose(pose -> pose.yaw(0f).pitch(0f).roll(0f))
        .quality(
            quality ->
                quality
                    .brightness((float) detail.brightness())
                    .sharpness((float) detail.sharpness()))
        .build();
  }

  private static BoundingBox box(dev.riderphotos.face.BoundingBox box) {
    return BoundingBox.builder()
        .left((float) box.left())
        .top((float) box.top())
        .width((float) box.width())
        .height((float) box.height())
        .build();
  }

  private static InvalidParameterException refused(String message) {
    return InvalidParameterException.builder().message(message).build();
  }
}
