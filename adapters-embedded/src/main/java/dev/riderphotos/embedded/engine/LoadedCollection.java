package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.SqliteFaces.Deletion;
import dev.riderphotos.embedded.vector.MappedVectors;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionUsers.FaceDeletion;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Undeleted;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One collection: its rows in SQLite, and its descriptors in a mapped file to be searched. Searches
 * run beside each other and beside a write. Of writes {@link LoadedCollections#write} lets one
 * happen at a time.
 */
final class LoadedCollection {
  private final FaceModel model;
  private final SqliteFaces faces;
  private final MappedVectors vectors;
  private final LoadedUsers users;

  /** Reads nothing yet. */
  LoadedCollection(FaceModel model, SqliteFaces faces, MappedVectors vectors, LoadedUsers users) {
    this.model = model;
    this.faces = faces;
    this.vectors = vectors;
    this.users = users;
  }

  /** A face near the one searched for. */
  record Near(IndexedFace face, double distance, double similarity) {}

  FaceModel model() {
    return model;
  }

  /** The rows may be read; what is written to them and not through this object is not searched. */
  SqliteFaces faces() {
    return faces;
  }

  LoadedUsers users() {
    return users;
  }

  int size() {
    return vectors.size();
  }

  /**
   * The nearest first; more of them are searched for, and their rows read, as they are asked for.
   *
   * @param wanted how many will do most often
   */
  Stream<Near> near(float[] descriptor, double maxDistance, int wanted) {
    return NearestFirst.stream(vectors, descriptor, maxDistance, wanted)
        .flatMap(
            neighbour ->
                faces.byNumber(neighbour.number()).stream()
                    .map(face -> near(face, neighbour.distance())));
  }

  private Near near(IndexedFace face, double distance) {
    return new Near(face, distance, model.similarity().similarity(distance));
  }

  /** All of them or none. */
  void insert(List<DescribedFace> described) {
    vectors.apply(faces.insert(described));
  }

  /** Deletes those that are nobody's. */
  FaceDeletion deleteNobodys(List<FaceId> ids) {
    List<FaceId> nobodys = new ArrayList<>();
    List<Undeleted> others = new ArrayList<>();
    for (FaceId id : new LinkedHashSet<>(ids)) {
      Optional<IndexedFace> face = faces.byId(id).map(SqliteFaces.Numbered::face);
      UserId user = face.map(IndexedFace::user).orElse(null);
      if (face.isEmpty()) {
        others.add(new NotFound(id));
      } else if (user != null) {
        others.add(new OfUser(id, user));
      } else {
        nobodys.add(id);
      }
    }
    delete(nobodys);
    return new FaceDeletion(nobodys, others);
  }

  /** Users' faces, too, who have them no longer. When it returns, they are overwritten. */
  void delete(List<FaceId> ids) {
    vectors.prepare(); // so that nobody reads a block while a face moves to another
    Deletion deletion = faces.delete(ids);
    vectors.apply(deletion.vectors());
    users.refresh(deletion.users());
  }
}
