package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.FaceSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.SimilarFace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Riders that the new collection takes for one person, and the old one did not. */
final class NewDuplicates {
  private static final int LOOK_ALIKES = 10;

  private final Migration migration;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final DuplicateBar bar;
  private final double similarity;

  NewDuplicates(
      Migration migration, MigrationLedger ledger, FaceCollections collections, DuplicateBar bar) {
    this.migration = migration;
    this.ledger = ledger;
    this.collections = collections;
    this.bar = bar;
    this.similarity = similarityIn(migration.to());
  }

  private double similarityIn(CollectionId collection) {
    Description now =
        collections
            .describe(collection)
            .orElseThrow(() -> new NoSuchCollectionException(collection));
    return bar.similarity(now.modelVersion(), now.faces());
  }

  /** The pairs of a moved face whose other one has the greater id. */
  Stream<Pair> of(FaceRow row) {
    return lookAlikes(migration.to(), Objects.requireNonNull(row.newFace()), similarity)
        .flatMap(match -> pairOf(row, match))
        .filter(pair -> !knewBefore(pair));
  }

  /** Two riders whom the new collection takes for one. */
  record Pair(FaceRow one, FaceRow other, double similarity) {}

  private Stream<SimilarFace> lookAlikes(CollectionId collection, FaceId face, double similarity) {
    Optional<FaceSearch> found =
        collections.search(collection, face, new Matching(similarity, LOOK_ALIKES));
    return found.map(FaceSearch::matches).orElse(List.of()).stream();
  }

  /** Each pair once: by the face whose id is less. */
  private Stream<Pair> pairOf(FaceRow row, SimilarFace match) {
    return ledger.rowsOf(migration.id(), match.face().id()).stream()
        .filter(other -> !Objects.equals(other.externalImageId(), row.externalImageId()))
        .filter(other -> row.provided().id().value().compareTo(other.provided().id().value()) < 0)
        .map(other -> new Pair(row, other, match.similarity()));
  }

  private boolean knewBefore(Pair pair) {
    CollectionId from = migration.from();
    if (from == null) {
      return false;
    }
    return lookAlikes(from, pair.one().provided().id(), similarityIn(from))
        .anyMatch(match -> match.face().id().equals(pair.other().provided().id()));
  }
}
