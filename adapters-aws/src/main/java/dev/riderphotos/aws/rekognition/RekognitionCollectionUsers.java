package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.Thumbnailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.AssociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.AssociatedFace;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociateFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DisassociatedFace;
import software.amazon.awssdk.services.rekognition.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ListUsersResponse;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.SearchUsersByImageResponse;
import software.amazon.awssdk.services.rekognition.model.SearchUsersRequest;
import software.amazon.awssdk.services.rekognition.model.SearchUsersResponse;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;

/**
 * Users of Rekognition's collections. It does not say in which order it lists them; a change of
 * faces may take it a moment, in which the user's status is {@code UPDATING}.
 */
public final class RekognitionCollectionUsers implements CollectionUsers {
  private static final int MOST = 500;

  /** What the SDK makes of an answer that has no id. */
  private static final String NOBODYS = "UNKNOWN";

  private final RekognitionClient client;
  private final RekognitionImages images;

  /**
   * Asks for nothing yet.
   *
   * @param readsStored whether photos are kept in S3, where Rekognition can read them; otherwise
   *     they are sent to it
   * @param thumbnailer encodes what is sent
   */
  public RekognitionCollectionUsers(
      RekognitionClient client, boolean readsStored, Thumbnailer thumbnailer) {
    this.client = client;
    this.images = new RekognitionImages(readsStored, thumbnailer);
  }

  @Override
  public UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token) {
    return change(
        "make a user",
        id,
        () -> {
          try {
            return done(
                "make a user",
                user,
                client.createUser(
                    request ->
                        request
                            .collectionId(id.value())
                            .userId(user.value())
                            .clientRequestToken(text(token))));
          } catch (ConflictException _) {
            return new Refused<>(Refusal.USER_EXISTS);
          }
        });
  }

  @Override
  public UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token) {
    return change(
        "delete a user",
        id,
        () ->
            done(
                "delete a user",
                user,
                client.deleteUser(
                    request ->
                        request
                            .collectionId(id.value())
                            .userId(user.value())
                            .clientRequestToken(text(token)))));
  }

  @Override
  public Optional<UserPage> list(CollectionId id, @Nullable Cursor after, int limit) {
    return RekognitionCalls.ifThere(
        "list users",
        () -> {
          ListUsersResponse page =
              RekognitionCalls.page(
                  after,
                  next ->
                      client.listUsers(
                          request ->
                              request
                                  .collectionId(id.value())
                                  .maxResults(most(limit))
                                  .nextToken(next)));
          return new UserPage(
              page.users().stream().map(RekognitionUserShapes::user).toList(),
              RekognitionCalls.cursor(page.nextToken()));
        });
  }

  @Override
  public UserChange<FacesChanged> associate(
      CollectionId id, UserFaces faces, double minSimilarity, @Nullable RequestToken token) {
    return change(
        "associate faces",
        id,
        () -> {
          AssociateFacesResponse answer =
              client.associateFaces(
                  request ->
                      request
                          .collectionId(id.value())
                          .userId(faces.user().value())
                          .faceIds(texts(faces))
                          .userMatchThreshold(RekognitionFaces.atMost(minSimilarity))
                          .clientRequestToken(text(token)));
          return new Done<>(
              new FacesChanged(
                  RekognitionUserShapes.ids(answer.associatedFaces(), AssociatedFace::faceId),
                  RekognitionUserShapes.unassociated(answer),
                  RekognitionUserShapes.status(answer.userStatus())));
        });
  }

  @Override
  public UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces faces, @Nullable RequestToken token) {
    return change(
        "disassociate faces",
        id,
        () -> {
          DisassociateFacesResponse answer =
              client.disassociateFaces(
                  request ->
                      request
                          .collectionId(id.value())
                          .userId(faces.user().value())
                          .faceIds(texts(faces))
                          .clientRequestToken(text(token)));
          return new Done<>(
              new FacesChanged(
                  RekognitionUserShapes.ids(answer.disassociatedFaces(), DisassociatedFace::faceId),
                  RekognitionUserShapes.notDisassociated(answer),
                  RekognitionUserShapes.status(answer.userStatus())));
        });
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, FaceId face, Matching matching) {
    return search(id, SearchUsersRequest.builder().faceId(face.value()), matching);
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, UserId user, Matching matching) {
    return search(id, SearchUsersRequest.builder().userId(user.value()), matching);
  }

  @Override
  public Optional<ImageUserSearch> search(
      CollectionId id, FaceImage image, QualityFilter filter, Matching matching) {
    Image sent = images.whole(image.picture(), image.storedAs()).image();
    return RekognitionCalls.ifThere(
        "search for the user",
        () -> {
          SearchUsersByImageResponse answer =
              client.searchUsersByImage(
                  request ->
                      request
                          .collectionId(id.value())
                          .image(sent)
                          .qualityFilter(filter.name())
                          .userMatchThreshold(RekognitionFaces.atMost(matching.minSimilarity()))
                          .maxUsers(most(matching.limit())));
          return RekognitionUserShapes.search(answer);
        });
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, UserId user, @Nullable Cursor after, int limit) {
    return RekognitionCalls.ifThere(
        "list faces",
        () -> {
          ListFacesResponse page =
              RekognitionCalls.page(
                  after,
                  next ->
                      client.listFaces(
                          request ->
                              request
                                  .collectionId(id.value())
                                  .userId(user.value())
                                  .maxResults(RekognitionFaces.most(limit))
                                  .nextToken(next)));
          return RekognitionShapes.page(page);
        });
  }

  @Override
  public Optional<FaceDeletion> deleteFaces(CollectionId id, List<FaceId> faces) {
    return RekognitionCalls.ifThere(
        "delete faces",
        () -> {
          List<FaceId> deleted = new ArrayList<>();
          List<Undeleted> others = new ArrayList<>();
          RekognitionCalls.inRequests(faces)
              .forEach(
                  some -> {
                    DeleteFacesResponse answer =
                        client.deleteFaces(
                            request -> request.collectionId(id.value()).faceIds(some));
                    answer.deletedFaces().stream().map(FaceId::new).forEach(deleted::add);
                    others.addAll(RekognitionUserShapes.undeleted(answer));
                  });
          return new FaceDeletion(deleted, others);
        });
  }

  private Optional<UserSearch> search(
      CollectionId id, SearchUsersRequest.Builder searched, Matching matching) {
    SearchUsersRequest request =
        searched
            .collectionId(id.value())
            .userMatchThreshold(RekognitionFaces.atMost(matching.minSimilarity()))
            .maxUsers(most(matching.limit()))
            .build();
    return RekognitionCalls.ifThere("search for the user", () -> search(request))
        .flatMap(found -> found);
  }

  private Optional<UserSearch> search(SearchUsersRequest request) {
    try {
      SearchUsersResponse answer = client.searchUsers(request);
      return Optional.of(
          new UserSearch(
              answer.faceModelVersion(), RekognitionUserShapes.similar(answer.userMatches())));
    } catch (InvalidParameterException _) {
      return Optional.empty(); // what it says of a face that it does not know
    }
  }

  /** What Rekognition refuses in a way that we know. */
  private <T> UserChange<T> change(String doing, CollectionId id, Supplier<UserChange<T>> call) {
    return AwsFaults.during(
        doing,
        () -> {
          try {
            return call.get();
          } catch (ResourceNotFoundException _) {
            return new Refused<>(isThere(id) ? Refusal.NO_USER : Refusal.NO_COLLECTION);
          } catch (ServiceQuotaExceededException _) {
            return new Refused<>(Refusal.TOO_MANY);
          } catch (IdempotentParameterMismatchException _) {
            return new Refused<>(Refusal.TOKEN_OF_ANOTHER_CALL);
          }
        });
  }

  /** The SDK does not read answers without members: only the id of the request says whose it is. */
  private static UserChange<UserId> done(String doing, UserId user, RekognitionResponse answer) {
    if (NOBODYS.equals(answer.responseMetadata().requestId())) {
      throw new BackendException(
          doing, true, new IllegalStateException("not answered by Rekognition"));
    }
    return new Done<>(user);
  }

  private boolean isThere(CollectionId id) {
    try {
      var _ = client.describeCollection(request -> request.collectionId(id.value()));
      return true;
    } catch (ResourceNotFoundException _) {
      return false;
    }
  }

  private static List<String> texts(UserFaces faces) {
    return faces.faces().stream().map(FaceId::value).distinct().toList();
  }

  private static @Nullable String text(@Nullable RequestToken token) {
    return token == null ? null : token.value();
  }

  private static int most(int limit) {
    return Math.clamp(limit, 1, MOST);
  }
}
