package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.photo.Thumbnailer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ListCollectionsResponse;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;

/** Collections of Rekognition's. It does not say in which order it lists them, or their faces. */
public final class RekognitionFaceCollections implements FaceCollections, UsesAws {
  private final RekognitionClient client;
  private final RekognitionImages images;
  private final RekognitionSearch search;
  private final Supplier<? extends Collection<CollectionId>> kept;

  /**
   * Asks for nothing yet.
   *
   * @param readsStored whether photos are kept in S3, where Rekognition can read them; otherwise
   *     they are sent to it
   * @param thumbnailer encodes what is sent
   * @param kept the collections that it is asked for
   */
  public RekognitionFaceCollections(
      RekognitionClient client,
      boolean readsStored,
      Thumbnailer thumbnailer,
      Supplier<? extends Collection<CollectionId>> kept) {
    this.client = client;
    this.images = new RekognitionImages(readsStored, thumbnailer);
    this.search = new RekognitionSearch(client, images);
    this.kept = kept;
  }

  @Override
  public Optional<Summary> create(CollectionId id) {
    return AwsFaults.during(
        "make a face collection",
        () -> {
          try {
            var made = client.createCollection(request -> request.collectionId(id.value()));
            return Optional.of(new Summary(id, made.faceModelVersion()));
          } catch (ResourceAlreadyExistsException _) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Optional<Summary> create(CollectionId id, String modelVersion) {
    throw new IllegalArgumentException(
        "Rekognition chooses the face model of a new collection itself");
  }

  @Override
  public Optional<Description> describe(CollectionId id) {
    return RekognitionCalls.ifThere(
        "describe a face collection",
        () -> {
          DescribeCollectionResponse told = told(id);
          return new Description(
              id,
              told.faceModelVersion(),
              told.faceCount(),
              told.userCount(),
              told.creationTimestamp());
        });
  }

  @Override
  public CollectionPage list(@Nullable Cursor after, int limit) {
    return AwsFaults.during(
        "list face collections",
        () -> {
          ListCollectionsResponse page =
              RekognitionCalls.page(
                  after,
                  token ->
                      client.listCollections(
                          request ->
                              request.maxResults(RekognitionFaces.most(limit)).nextToken(token)));
          return new CollectionPage(summaries(page), RekognitionCalls.cursor(page.nextToken()));
        });
  }

  @Override
  public Optional<CollectionId> delete(CollectionId id) {
    return RekognitionCalls.ifThere(
        "delete a face collection",
        () -> {
          var _ = client.deleteCollection(request -> request.collectionId(id.value()));
          return id;
        });
  }

  /**
   * A call whose answer was lost may be made again: under the same name the same faces are not
   * indexed twice.
   */
  @Override
  public Optional<Indexing> index(CollectionId id, NewFaces faces) {
    Image image = images.whole(faces.image().picture(), faces.image().storedAs()).image();
    ExternalImageId name = faces.externalImageId();
    return RekognitionCalls.ifThere(
        "index faces",
        () ->
            RekognitionShapes.indexing(
                client.indexFaces(
                    request ->
                        request
                            .collectionId(id.value())
                            .image(image)
                            .externalImageId(name == null ? null : name.value())
                            .maxFaces(faces.maxFaces())
                            .qualityFilter(QualityFilter.valueOf(faces.filter().name()))
                            .detectionAttributes(RekognitionShapes.ATTRIBUTES)
                            .overrideConfiguration(attempts(faces)))));
  }

  private static Consumer<AwsRequestOverrideConfiguration.Builder> attempts(NewFaces faces) {
    return faces.once() ? request -> request.addPlugin(RekognitionFaces.ONE_ATTEMPT) : _ -> {};
  }

  @Override
  public Optional<ImageSearch> search(CollectionId id, SearchedImage image, Matching matching) {
    return RekognitionCalls.ifThere(
        "search for the face", () -> search.byImage(id, image, matching));
  }

  @Override
  public Optional<FaceSearch> search(CollectionId id, FaceId face, Matching matching) {
    return RekognitionFaces.isPossible(face)
        ? RekognitionCalls.ifThere("search for the face", () -> search.byFace(id, face, matching))
            .flatMap(Function.identity())
        : Optional.empty();
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, @Nullable Cursor after, int limit) {
    return RekognitionCalls.ifThere(
        "list faces",
        () -> {
          ListFacesResponse page =
              RekognitionCalls.page(
                  after,
                  token ->
                      client.listFaces(
                          request ->
                              request
                                  .collectionId(id.value())
                                  .maxResults(RekognitionFaces.most(limit))
                                  .nextToken(token)));
          return RekognitionShapes.page(page);
        });
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, List<FaceId> only) {
    return RekognitionCalls.ifThere(
        "list faces",
        () ->
            new FacePage(
                told(id).faceModelVersion(),
                RekognitionCalls.inRequests(only)
                    .flatMap(
                        some ->
                            client
                                .listFacesPaginator(
                                    request -> request.collectionId(id.value()).faceIds(some))
                                .faces()
                                .stream())
                    .map(RekognitionShapes::indexed)
                    .toList(),
                null));
  }

  @Override
  public Optional<List<FaceId>> deleteFaces(CollectionId id, List<FaceId> faces) {
    return RekognitionCalls.ifThere(
        "delete faces",
        () -> {
          var _ = told(id); // also when none of the ids is possible
          return RekognitionCalls.inRequests(faces)
              .flatMap(some -> FaceRemoval.delete(client, id.value(), some).stream())
              .toList();
        });
  }

  /**
   * What a running server asks for. It makes, lists and deletes no collections, although it might
   * make one that somebody deleted under it, and searches for no face that it has indexed.
   */
  @Override
  public List<AwsUse> uses() {
    return kept.get().stream().flatMap(collection -> uses(collection.value()).stream()).toList();
  }

  private List<AwsUse> uses(String collection) {
    return List.of(
        RekognitionUses.described(client, collection),
        RekognitionUses.detection(),
        RekognitionUses.of(
            client,
            "CollectionFaces",
            collection,
            "SearchFacesByImage",
            "IndexFaces",
            "ListFaces",
            "DeleteFaces",
            "DisassociateFaces"));
  }

  private DescribeCollectionResponse told(CollectionId id) {
    return client.describeCollection(request -> request.collectionId(id.value()));
  }

  private static List<Summary> summaries(ListCollectionsResponse page) {
    return IntStream.range(0, page.collectionIds().size())
        .mapToObj(
            place ->
                new Summary(
                    new CollectionId(page.collectionIds().get(place)),
                    page.faceModelVersions().get(place)))
        .toList();
  }
}
