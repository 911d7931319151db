package dev.riderphotos.aws.rekognition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.DeleteFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletion;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceDeletionReason;

/**
 * Deletes faces whoever's they are. Rekognition spares those of users, and says whose they are:
 * these are disassociated and deleted again, until nobody is in the way, which may take it a
 * moment.
 */
final class FaceRemoval {
  private static final String DOING = "delete the face";
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final RekognitionClient client;
  private final String collection;
  private final List<FaceId> deleted = new ArrayList<>();
  private List<String> left;

  private FaceRemoval(RekognitionClient client, String collection, List<String> ids) {
    this.client = client;
    this.collection = collection;
    this.left = ids;
  }

  /** Which of these were there, and are no more. */
  static List<FaceId> delete(RekognitionClient client, String collection, List<String> ids) {
    FaceRemoval removal = new FaceRemoval(client, collection, ids);
    return Patience.await(DOING, BOUND, removal::attempt);
  }

  private Optional<List<FaceId>> attempt() {
    DeleteFacesResponse answer =
        client.deleteFaces(request -> request.collectionId(collection).faceIds(left));
    answer.deletedFaces().stream().map(FaceId::new).forEach(deleted::add);
    Map<String, List<String>> ofUsers =
        answer.unsuccessfulFaceDeletions().stream()
            .filter(FaceRemoval::isOfUser)
            .collect(
                groupingBy(
                    FaceRemoval::userOf, mapping(UnsuccessfulFaceDeletion::faceId, toList())));
    ofUsers.forEach(this::disassociate);
    left = ofUsers.values().stream().flatMap(List::stream).toList();
    return left.isEmpty() ? Optional.of(deleted) : Optional.empty();
  }

  private void disassociate(String user, List<String> faces) {
    faces.stream()
        .gather(Gatherers.windowFixed(CollectionUsers.MOST_FACES))
        .forEach(some -> disassociateAtOnce(user, some));
  }

  private void disassociateAtOnce(String user, List<String> faces) {
    try {
      var _ =
          client.disassociateFaces(
              request -> request.collectionId(collection).userId(user).faceIds(faces));
    } catch (ConflictException | ResourceNotFoundException _) {
      // The user is being changed, or is gone: what the next attempt to delete says decides.
    }
  }

  private static boolean isOfUser(UnsuccessfulFaceDeletion face) {
    return face.reasons().contains(UnsuccessfulFaceDeletionReason.ASSOCIATED_TO_AN_EXISTING_USER);
  }

  private static String userOf(UnsuccessfulFaceDeletion face) {
    String user = face.userId();
    if (user == null) {
      throw new BackendException(
          DOING, false, new IllegalStateException("of a user that Rekognition does not name"));
    }
    return user;
  }
}
