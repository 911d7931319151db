package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.CollectionPage;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.Summary;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, describes, lists and deletes collections. */
final class CollectionOperations {
  private static final int OK = 200;

  private final FaceCollections collections;
  private final String arnPrefix;

  /**
   * Serves these collections.
   *
   * @param region and {@code account}: what their ARNs name
   */
  CollectionOperations(FaceCollections collections, String region, String account) {
    this.collections = collections;
    this.arnPrefix = "aws:rekognition:" + region + ":" + account + ":collection/";
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CreateCollectionResponse(int statusCode, String collectionArn, String faceModelVersion) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DescribeCollectionResponse(
      long faceCount,
      String faceModelVersion,
      String collectionARN,
      double creationTimestamp,
      long userCount) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListCollectionsResponse(
      List<String> collectionIds, List<String> faceModelVersions, @Nullable String nextToken) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeleteCollectionResponse(int statusCode) {}

  CreateCollectionResponse create(Input request) {
    CollectionId id = Members.collection(request);
    Summary made =
        collections.create(id).orElseThrow(() -> RekognitionException.collectionExists(id));
    return new CreateCollectionResponse(OK, arnPrefix + id, made.modelVersion());
  }

  DescribeCollectionResponse describe(Input request) {
    CollectionId id = Members.collection(request);
    Description found =
        collections.describe(id).orElseThrow(() -> RekognitionException.noCollection(id));
    return new DescribeCollectionResponse(
        found.faces(),
        found.modelVersion(),
        arnPrefix + id,
        found.createdAt().toEpochMilli() / 1000.0,
        found.users());
  }

  ListCollectionsResponse list(Input request) {
    Cursor after = Members.cursor(request);
    int limit = Members.pageSize(request);
    CollectionPage page = Members.page(() -> collections.list(after, limit));
    return new ListCollectionsResponse(
        page.collections().stream().map(collection -> collection.id().value()).toList(),
        page.collections().stream().map(Summary::modelVersion).toList(),
        page.next() == null ? null : page.next().value());
  }

  DeleteCollectionResponse delete(Input request) {
    CollectionId id = Members.collection(request);
    CollectionId _ =
        collections.delete(id).orElseThrow(() -> RekognitionException.noCollection(id));
    return new DeleteCollectionResponse(OK);
  }
}
