package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a photo of a migration and of its faces.
 *
 * @param image of its first face, as the old collection names it
 * @param faces in the order of their ids
 * @param kept new faces that nobody provided
 * @param failures how often it failed since it was opened
 * @param reason of the last failure
 * @param version how often it was written
 */
record MigrationRecord(
    long number,
    PhotoRef photo,
    @Nullable ExternalImageId name,
    ImageId image,
    List<Entry> faces,
    List<IndexedFace> kept,
    int failures,
    @Nullable String reason,
    long version) {
  static final String RECORDS = "records";
  static final String OPEN = "open";
  static final String NEW_FACES = "newFaces";

  MigrationRecord {
    faces =
        faces.stream().sorted(Comparator.comparing(entry -> entry.provided.id().value())).toList();
    kept = List.copyOf(kept);
  }

  /**
   * A face.
   *
   * @param row what became of it; {@code null} while it is open
   */
  record Entry(ProvidedFace provided, @Nullable FaceRow row) {
    Entry opened() {
      return new Entry(provided, null);
    }

    boolean is(Outcome outcome) {
      return row != null && row.outcome() == outcome;
    }

    String counted() {
      return row == null ? OPEN : row.outcome().name();
    }
  }

  /** A new one of these faces, all of them open. */
  static MigrationRecord of(long number, ImageRecord record, List<ProvidedFace> faces) {
    return new MigrationRecord(
        number,
        record.photo(),
        record.externalImageId(),
        record.faces().getFirst().image(),
        faces.stream().map(face -> new Entry(face, null)).toList(),
        List.of(),
        0,
        null,
        0);
  }

  boolean open() {
    return faces.stream().anyMatch(entry -> entry.row() == null);
  }

  boolean holds(FaceId face) {
    return entry(face).isPresent();
  }

  Optional<Entry> entry(FaceId face) {
    return faces.stream().filter(entry -> entry.provided().id().equals(face)).findFirst();
  }

  Stream<FaceRow> rows() {
    return faces.stream().map(Entry::row).filter(Objects::nonNull);
  }

  /** The new faces that rows name. */
  Set<FaceId> moved() {
    return rows().map(FaceRow::newFace).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  OpenRecord toBeMoved() {
    List<ProvidedFace> provided = faces.stream().map(Entry::provided).toList();
    return new OpenRecord(number, new ImageRecord(photo, name, provided), failures);
  }

  MigrationRecord joinedBy(List<ProvidedFace> more) {
    Stream<Entry> joining = more.stream().map(face -> new Entry(face, null));
    return with(Stream.concat(faces.stream(), joining).toList(), kept, failures, reason);
  }

  /** With these rows in place of what was known of their faces. */
  MigrationRecord ended(List<FaceRow> rows, List<IndexedFace> nowKept) {
    Map<FaceId, FaceRow> ended =
        rows.stream().collect(Collectors.toMap(row -> row.provided().id(), row -> row));
    return with(
        faces.stream()
            .map(entry -> new Entry(entry.provided(), ended.getOrDefault(id(entry), entry.row())))
            .toList(),
        nowKept,
        failures,
        reason);
  }

  private static FaceId id(Entry entry) {
    return entry.provided().id();
  }

  MigrationRecord failed(String why) {
    return with(faces, kept, failures + 1, why);
  }

  MigrationRecord reopened(Outcome outcome) {
    UnaryOperator<Entry> open = entry -> entry.is(outcome) ? entry.opened() : entry;
    return with(faces.stream().map(open).toList(), kept, 0, null);
  }

  MigrationRecord without(FaceId face) {
    return with(
        faces.stream().filter(entry -> !id(entry).equals(face)).toList(), kept, failures, reason);
  }

  boolean empty() {
    return faces.isEmpty() && kept.isEmpty();
  }

  private MigrationRecord with(
      List<Entry> nowFaces, List<IndexedFace> nowKept, int nowFailures, @Nullable String why) {
    return new MigrationRecord(
        number, photo, name, image, nowFaces, nowKept, nowFailures, why, version);
  }

  /** What it adds to the migration's counts. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    counts.put(RECORDS, 1L);
    counts.put(NEW_FACES, (long) kept.size());
    faces.forEach(entry -> counts.merge(entry.counted(), 1L, Long::sum));
    return counts;
  }
}
