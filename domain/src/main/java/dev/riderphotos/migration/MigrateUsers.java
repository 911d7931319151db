package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Makes the users of moved faces in the new collection, and associates their faces. New faces that
 * nobody provided, faces that were not moved, and faces that are nobody's are left out. What is
 * done already is done again without harm, so that it may be cut short and repeated.
 */
public final class MigrateUsers {
  private static final int PAGE = 1000;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final CollectionUsers users;

  public MigrateUsers(Migrations migrations, MigrationLedger ledger, CollectionUsers users) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.users = users;
  }

  /** Is told what comes of it. */
  public interface Listener {
    /** So many faces of the user are associated now that were not. */
    void associated(UserId user, int faces);

    /** The face is not associated to the user; the reason is in Rekognition's words. */
    void refused(UserId user, FaceId face, String reason);
  }

  /**
   * Goes through all rows.
   *
   * @param minSimilarity how much a face must look like the user's others, 0 to 100
   */
  public void migrate(
      MigrationId id, double minSimilarity, Listener listener, BooleanSupplier stop) {
    Migration migration = migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger.rows(id, Outcome.MOVED, after, PAGE);
      byUser(page)
          .forEach((user, faces) -> associate(migration, user, faces, minSimilarity, listener));
      after = page.isEmpty() ? null : page.getLast().provided().id();
    } while (page.size() == PAGE && !stop.getAsBoolean());
  }

  private static Map<UserId, List<FaceId>> byUser(List<FaceRow> rows) {
    Map<UserId, List<FaceId>> faces = new LinkedHashMap<>();
    for (FaceRow row : rows) {
      UserId user = row.provided().user();
      if (user != null) {
        faces
            .computeIfAbsent(user, _ -> new ArrayList<>())
            .add(Objects.requireNonNull(row.newFace()));
      }
    }
    return faces;
  }

  private void associate(
      Migration migration,
      UserId user,
      List<FaceId> faces,
      double minSimilarity,
      Listener listener) {
    UserChange<UserId> _ = users.create(migration.to(), user, null); // or it is there
    for (int from = 0; from < faces.size(); from += CollectionUsers.MOST_FACES) {
      List<FaceId> some =
          faces.subList(from, Math.min(from + CollectionUsers.MOST_FACES, faces.size()));
      UserChange<FacesChanged> change =
          users.associate(migration.to(), new UserFaces(user, some), minSimilarity, null);
      switch (change) {
        case UserChange.Done<FacesChanged>(FacesChanged done) -> tell(user, done, listener);
        case UserChange.Refused<FacesChanged>(Refusal why) ->
            some.forEach(face -> listener.refused(user, face, why.name()));
      }
    }
  }

  private static void tell(UserId user, FacesChanged done, Listener listener) {
    if (!done.changed().isEmpty()) {
      listener.associated(user, done.changed().size());
    }
    done.others().forEach(other -> listener.refused(user, other.face(), reason(other)));
  }

  private static String reason(Unchanged other) {
    return switch (other) {
      case NotFound _ -> "FACE_NOT_FOUND";
      case OfUser _ -> "ASSOCIATED_TO_A_DIFFERENT_USER";
      case Unlike _ -> "LOW_MATCH_CONFIDENCE";
    };
  }
}
