package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceOrigins.Origin;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a migration's ledger up to what the old collection holds now: faces that it does not know
 * are joined with their photos and added, faces that are gone are withdrawn, from the new
 * collection too. The first time, that is to prepare it. What was done stays done, so it may be
 * repeated, and cut short.
 */
public final class FollowChanges {
  private static final int PAGE = 1000;

  private final FaceCollections collections;
  private final MigrationLedger ledger;
  private final WithdrawFace withdrawal;

  public FollowChanges(
      FaceCollections collections, MigrationLedger ledger, WithdrawFace withdrawal) {
    this.collections = collections;
    this.ledger = ledger;
    this.withdrawal = withdrawal;
  }

  /**
   * What has changed.
   *
   * @param added faces to be moved that were not known
   * @param rejected faces of which no photo is known, and that were not known to be such
   * @param withdrawn faces that are no more
   */
  public record Changes(long added, long rejected, long withdrawn) {
    /** Whether nothing has. */
    public boolean none() {
      return added == 0 && rejected == 0 && withdrawn == 0;
    }

    Changes and(Changes more) {
      return new Changes(added + more.added, rejected + more.rejected, withdrawn + more.withdrawn);
    }
  }

  /** Follows what was added to the collection and deleted from it since the last time. */
  public Changes follow(Migration migration, FaceOrigins origins) {
    return follow(migration, origins, _ -> false);
  }

  /**
   * Follows what was added and deleted.
   *
   * @param known says of faces that the ledger does not know that they need not be moved
   */
  Changes follow(Migration migration, FaceOrigins origins, Predicate<FaceId> known) {
    return added(migration, origins, known).and(new Changes(0, 0, withdrawn(migration)));
  }

  private Changes added(Migration migration, FaceOrigins origins, Predicate<FaceId> known) {
    Changes changes = new Changes(0, 0, 0);
    Cursor next = null;
    do {
      Cursor after = next;
      FacePage page =
          collections
              .faces(from(migration), after, PAGE)
              .orElseThrow(() -> new NoSuchCollectionException(from(migration)));
      changes = changes.and(add(migration.id(), page.faces(), origins, known));
      next = page.next();
    } while (next != null);
    return changes;
  }

  private Changes add(
      MigrationId id, List<IndexedFace> faces, FaceOrigins origins, Predicate<FaceId> known) {
    Set<FaceId> provided = ledger.provided(id, faces.stream().map(IndexedFace::id).toList());
    Map<IndexedFace, Origin> found = new LinkedHashMap<>();
    List<IndexedFace> unknown = new ArrayList<>();
    for (IndexedFace face : faces) {
      if (!provided.contains(face.id()) && !known.test(face.id())) {
        origins
            .of(face)
            .ifPresentOrElse(origin -> found.put(face, origin), () -> unknown.add(face));
      }
    }
    List<FaceRow> rejected =
        unknown.isEmpty() ? List.of() : origins.settled(() -> rejected(unknown, origins, found));
    Map<Image, List<ProvidedFace>> byImage = new LinkedHashMap<>();
    found.forEach(
        (face, origin) ->
            byImage
                .computeIfAbsent(
                    new Image(origin.photo(), face.externalImageId(), face.image()),
                    _ -> new ArrayList<>())
                .add(new ProvidedFace(face.id(), face.image(), userOf(face, origin), face.box())));
    List<ImageRecord> records =
        byImage.entrySet().stream().map(entry -> entry.getKey().record(entry.getValue())).toList();
    if (!records.isEmpty()) {
      Set<FaceId> _ = ledger.add(id, records);
    }
    if (!rejected.isEmpty()) {
      ledger.reject(id, rejected);
    }
    long added = records.stream().mapToLong(record -> record.faces().size()).sum();
    return new Changes(added, rejected.size(), 0);
  }

  /** Those that have no origin when they are looked at once more; of the others it is added. */
  private static List<FaceRow> rejected(
      List<IndexedFace> unknown, FaceOrigins origins, Map<IndexedFace, Origin> found) {
    List<FaceRow> rejected = new ArrayList<>();
    for (IndexedFace face : unknown) {
      origins
          .of(face)
          .ifPresentOrElse(
              origin -> found.put(face, origin),
              () -> rejected.add(rejected(face, origins.reason())));
    }
    return rejected;
  }

  private long withdrawn(Migration migration) {
    long withdrawn = 0;
    FaceId after = null;
    List<FaceId> page;
    do {
      page = ledger.provided(migration.id(), after, PAGE);
      Set<FaceId> there = there(from(migration), page);
      for (FaceId face : page) {
        if (!there.contains(face)) {
          withdrawal.withdraw(migration, face);
          withdrawn++;
        }
      }
      after = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
    return withdrawn;
  }

  private Set<FaceId> there(CollectionId collection, List<FaceId> faces) {
    return faces.isEmpty()
        ? Set.of()
        : collections
            .faces(collection, faces)
            .orElseThrow(() -> new NoSuchCollectionException(collection))
            .faces()
            .stream()
            .map(IndexedFace::id)
            .collect(Collectors.toSet());
  }

  private static CollectionId from(Migration migration) {
    return Objects.requireNonNull(migration.from(), "A records file has no changes to follow");
  }

  /** Whom the collection says it belongs to, or our records. */
  private static @Nullable UserId userOf(IndexedFace face, Origin origin) {
    return face.user() == null ? origin.user() : face.user();
  }

  /** Faces of one image, which the old collection knows by one id, make a record. */
  private record Image(PhotoRef photo, @Nullable ExternalImageId externalImageId, ImageId image) {
    ImageRecord record(List<ProvidedFace> faces) {
      return new ImageRecord(photo, externalImageId, faces);
    }
  }

  private static FaceRow rejected(IndexedFace face, String reason) {
    return new FaceRow(
        new ProvidedFace(face.id(), face.image(), null, face.box()),
        null,
        face.externalImageId(),
        Outcome.REJECTED,
        reason,
        null);
  }
}
