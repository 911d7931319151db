package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** A collection as Rekognition knows it: faces and the names they were given, nothing of ours. */
final class RekognitionFaces {
  static final int MOST = 4096;

  /** Rekognition takes no other for an id. */
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** A second IndexFaces for a lost answer could index a second face. */
  static final SdkPlugin ONE_ATTEMPT =
      client ->
          client.overrideConfiguration(
              client.overrideConfiguration().toBuilder()
                  .retryStrategy(DefaultRetryStrategy.doNotRetry())
                  .build());

  private final RekognitionClient client;
  private final String collection;

  /** A face that a search found. */
  record Hit(FaceId id, Face face, double similarity) {
    static Hit of(FaceMatch match) {
      return new Hit(new FaceId(match.face().faceId()), match.face(), match.similarity());
    }
  }

  RekognitionFaces(RekognitionClient client, String collection) {
    this.client = client;
    this.collection = collection;
  }

  /**
   * The faces at least so similar to the image's largest, the most similar first; none if the image
   * shows no face.
   */
  List<Hit> search(Image image, double minSimilarity, int limit) {
    return AwsFaults.during(
        "search for the face",
        () -> {
          try {
            return hits(
                client
                    .searchFacesByImage(
                        request ->
                            request
                                .collectionId(collection)
                                .image(image)
                                .faceMatchThreshold(atMost(minSimilarity))
                                .maxFaces(most(limit)))
                    .faceMatches());
          } catch (InvalidParameterException refused) {
            if (saysNoFace(refused)) {
              return List.of();
            }
            throw refused;
          }
        });
  }

  /** The faces like this one of the collection, or empty while it cannot be searched for yet. */
  Optional<List<Hit>> searchLike(FaceId id, double minSimilarity) {
    return AwsFaults.during(
        "wait until the face is found",
        () -> {
          try {
            return Optional.of(
                hits(
                    client
                        .searchFaces(
                            request ->
                                request
                                    .collectionId(collection)
                                    .faceId(id.value())
                                    .faceMatchThreshold(atMost(minSimilarity)))
                        .faceMatches()));
          } catch (InvalidParameterException _) {
            return Optional.empty(); // what it says of a face that it does not know
          }
        });
  }

  /** Adds the image's largest face; empty if there is none good enough. */
  Optional<Face> index(Image image, ExternalImageId name) {
    return AwsFaults.during(
            "index the face",
            () ->
                client.indexFaces(
                    request ->
                        request
                            .collectionId(collection)
                            .image(image)
                            .externalImageId(name.value())
                            .maxFaces(1)
                            .qualityFilter(QualityFilter.AUTO)
                            .overrideConfiguration(once -> once.addPlugin(ONE_ATTEMPT))))
        .faceRecords()
        .stream()
        .map(FaceRecord::face)
        .findFirst();
  }

  /** Deletes those that are there, whoever's they are. */
  void delete(Collection<FaceId> ids) {
    List<String> possible =
        ids.stream().filter(RekognitionFaces::isPossible).map(FaceId::value).toList();
    if (!possible.isEmpty()) {
      List<FaceId> _ =
          AwsFaults.during(
              "delete the face", () -> FaceRemoval.delete(client, collection, possible));
    }
  }

  /** Finds the faces that were indexed under this name; it looks at every face there is. */
  List<Hit> named(ExternalImageId name) {
    return AwsFaults.during(
        "list faces",
        () ->
            client
                .listFacesPaginator(request -> request.collectionId(collection).maxResults(MOST))
                .faces()
                .stream()
                .filter(face -> name.value().equals(face.externalImageId()))
                .map(face -> new Hit(new FaceId(face.faceId()), face, 0))
                .toList());
  }

  /** Empty if the face, or the collection, is not there. */
  Optional<Face> find(FaceId id) {
    return isPossible(id)
        ? AwsFaults.during("find the face", () -> listed(id.value()))
        : Optional.empty();
  }

  private Optional<Face> listed(String id) {
    try {
      return client
          .listFacesPaginator(request -> request.collectionId(collection).faceIds(id))
          .faces()
          .stream()
          .findFirst();
    } catch (ResourceNotFoundException _) {
      return Optional.empty();
    }
  }

  /** As {@link #delete}, and harmless if there is no such collection any more. */
  void deleteIfThere(Collection<FaceId> ids) {
    try {
      delete(ids);
    } catch (BackendException fault) {
      if (!(fault.getCause() instanceof ResourceNotFoundException)) {
        throw fault;
      }
    }
  }

  /** What Rekognition says of the collection, which must be there. */
  DescribeCollectionResponse describe() {
    return AwsFaults.during(
        "use the face collection " + collection,
        () -> {
          try {
            return client.describeCollection(request -> request.collectionId(collection));
          } catch (ResourceNotFoundException missing) {
            throw new BackendException(
                "use the face collection %s, which is not there: make it with aws create"
                    .formatted(collection),
                false,
                missing);
          }
        });
  }

  private static List<Hit> hits(List<FaceMatch> matches) {
    return matches.stream().map(Hit::of).toList();
  }

  /** Rekognition takes no more at once. */
  static int most(int limit) {
    return Math.clamp(limit, 1, MOST);
  }

  /** Whether Rekognition would take it for an id. */
  static boolean isPossible(FaceId id) {
    return id.value().matches(ID);
  }

  /** Rekognition takes a float: the nearest could be above. */
  static float atMost(double similarity) {
    float nearest = (float) similarity;
    return nearest > similarity ? Math.nextDown(nearest) : nearest;
  }

  /** It has no type of its own for this: "There are no faces in the image." */
  static boolean saysNoFace(InvalidParameterException refused) {
    return String.valueOf(refused.getMessage()).contains("no faces");
  }
}
