package dev.riderphotos.embedded.engine;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faces of a user, and what a change would make of them. */
final class FacesOfUser {
  private final LoadedCollection collection;
  private final SqliteUsers.Numbered user;
  private final List<float[]> before;
  private final List<FaceId> changed = new ArrayList<>();
  private final List<Unchanged> others = new ArrayList<>();

  FacesOfUser(LoadedCollection collection, SqliteUsers.Numbered user) {
    this.collection = collection;
    this.user = user;
    this.before = collection.users().rows().descriptors(user.number());
  }

  /**
   * A change that can be made.
   *
   * @param owner whose the changed faces are then; {@code null} for nobody
   */
  record Plan(FacesChanged answer, @Nullable Long owner) {}

  /** Empty if the user would have too many faces. */
  Optional<Plan> association(List<FaceId> faces, double minSimilarity) {
    faces.stream().distinct().forEach(face -> associate(face, minSimilarity));
    int after = before.size() + changed.size();
    return after > CollectionUsers.MOST_FACES
        ? Optional.empty()
        : Optional.of(new Plan(answer(after), user.number()));
  }

  Optional<Plan> disassociation(List<FaceId> faces) {
    faces.stream().distinct().forEach(this::disassociate);
    return Optional.of(new Plan(answer(before.size() - changed.size()), null));
  }

  private void associate(FaceId face, double minSimilarity) {
    ofUserOrNobody(face)
        .filter(found -> found.user() == null)
        .ifPresent(
            found ->
                unlike(face, minSimilarity).ifPresentOrElse(others::add, () -> changed.add(face)));
  }

  private void disassociate(FaceId face) {
    ofUserOrNobody(face)
        .filter(found -> found.user() != null)
        .ifPresent(found -> changed.add(face));
  }

  /** Takes note of a face that is not there, or another user's. */
  private Optional<IndexedFace> ofUserOrNobody(FaceId face) {
    Optional<IndexedFace> found = collection.faces().byId(face).map(SqliteFaces.Numbered::face);
    UserId owner = found.map(IndexedFace::user).orElse(null);
    if (found.isEmpty()) {
      others.add(new NotFound(face));
    } else if (owner != null && !owner.equals(user.user().id())) {
      others.add(new OfUser(face, owner));
      return Optional.empty();
    }
    return found;
  }

  /** The faces that the user had before are what another must look like. */
  private Optional<Unchanged> unlike(FaceId face, double minSimilarity) {
    return before.isEmpty()
        ? Optional.empty()
        : collection
            .faces()
            .descriptor(face)
            .map(descriptor -> collection.users().similarity(descriptor, before))
            .filter(similarity -> similarity < minSimilarity)
            .map(similarity -> new Unlike(face, similarity));
  }

  private FacesChanged answer(int faces) {
    return new FacesChanged(changed, others, faces == 0 ? UserStatus.CREATED : UserStatus.ACTIVE);
  }
}
