package dev.riderphotos.migration;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a migration has to do and what became of it: a record for each photo, and a row for each
 * face that was provided. A face is open until its record is finished, and then has one outcome.
 *
 * <p>Every call may be repeated without harm. Each is atomic for each record it is given, and
 * durable when it returns; reads see the last write. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface MigrationLedger {
  /**
   * Adds records. Faces that the migration knows already are left out, and so are records of which
   * none is left; faces of a photo, external image id and image that are there and open join that
   * record.
   *
   * @return the faces that were left out
   */
  Set<FaceId> add(MigrationId id, List<ImageRecord> records);

  /**
   * Adds rows of faces that cannot be moved, without a record, but for faces that the migration
   * knows already.
   */
  void reject(MigrationId id, List<FaceRow> rows);

  /** Lists records that are open, after this number, in the order of their numbers. */
  List<OpenRecord> open(MigrationId id, long after, int limit);

  /**
   * Ends a record with the rows of its faces, or replaces them. Rows of faces that were withdrawn
   * since the record was read are not written.
   *
   * @param kept new faces that nobody provided, and that stay
   * @return the rows that were not written, whose new faces are now nobody's
   */
  List<FaceRow> finish(MigrationId id, long number, List<FaceRow> rows, List<IndexedFace> kept);

  /**
   * Writes what an operator decided of a face, in place of its row; the row that was there before
   * anything was decided of it is kept beside. Does nothing if the face has no row of a record.
   */
  void review(MigrationId id, FaceRow decided);

  /** The row of a face before anything was decided of it; empty if nothing was. */
  Optional<FaceRow> beforeReview(MigrationId id, FaceId provided);

  /**
   * Writes the row in place of what was decided of a face, of which nothing is kept. Does nothing
   * if nothing was decided.
   */
  void undoReview(MigrationId id, FaceRow before);

  /** Counts another failure of an open record, and says what it was. */
  void failed(MigrationId id, long number, String reason);

  /**
   * Opens again the records whose faces have this outcome, {@link Outcome#FAILED} or {@link
   * Outcome#REJECTED}, but for those without a photo; says how many. Their failures count from 0.
   */
  int reopen(MigrationId id, Outcome outcome);

  Counts counts(MigrationId id);

  /**
   * Lists rows, in the order of the old face ids.
   *
   * @param outcome only of this; {@code null} for all. Withdrawn faces have no row.
   * @param after the last of the page before; {@code null} for the first page
   */
  List<FaceRow> rows(MigrationId id, @Nullable Outcome outcome, @Nullable FaceId after, int limit);

  /** The row of a face that was provided; empty if it has none or is open. */
  Optional<FaceRow> row(MigrationId id, FaceId provided);

  /** The rows of the faces that were moved to this new face; of one picture it may be several. */
  List<FaceRow> rowsOf(MigrationId id, FaceId newFace);

  /** The other faces that were provided of the same photo. */
  List<ProvidedFace> besides(MigrationId id, FaceId provided);

  /** Those of these faces that were provided, be they open or not. */
  Set<FaceId> provided(MigrationId id, Collection<FaceId> faces);

  /** Lists the faces that were provided, open or not, in the order of their ids. */
  List<FaceId> provided(MigrationId id, @Nullable FaceId after, int limit);

  /** Those of these new faces that a row names, or that are kept. */
  Set<FaceId> named(MigrationId id, Collection<FaceId> newFaces);

  /** Lists new faces that are kept, in the order of their ids. */
  List<KeptFace> kept(MigrationId id, @Nullable FaceId after, int limit);

  /**
   * Forgets all of a face that was provided but that there was one, which is counted as {@link
   * Outcome#WITHDRAWN}. Says whether it was known.
   */
  boolean withdraw(MigrationId id, FaceId provided);

  /** Deletes all of a migration's records and rows for good. */
  void delete(MigrationId id);

  /**
   * A record that is not finished.
   *
   * @param failures how often it failed
   */
  record OpenRecord(long number, ImageRecord record, int failures) {}

  /** A new face that nobody provided, and its photo. */
  record KeptFace(IndexedFace face, PhotoRef photo) {}
}
