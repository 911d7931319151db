package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as rows: a record for each photo, a row for each face, and counts kept with them. For
 * want of statistics SQLite would look at all faces of a migration where an index leads to the few
 * that are meant; so statements name the index.
 */
public final class SqliteMigrationLedger implements MigrationLedger {
  private static final String OPEN = "OPEN";
  private static final String RECORDS = "RECORDS";
  private static final String NEW = "NEW";

  private static final String KNOWN =
      "select 1 from migration_face where migration_id = ? and face_id = ?";
  private static final String SAME_IMAGE =
      """
      select number from migration_record indexed by migration_record_by_image
      where migration_id = ? and image_id = ? and open
        and s3bucket = ? and s3key = ? and external_image_id is ?
      """;
  private static final String ADD_RECORD =
      """
      insert into migration_record (migration_id, number, s3bucket, s3key, external_image_id,
        image_id, open, failures, reason)
      select ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, true, 0, null
      from migration_record where migration_id = ?1 returning number
      """;
  private static final String OPEN_RECORDS =
      """
      select * from migration_record where migration_id = ? and open and number > ?
      order by number limit ?
      """;
  private static final String FACES_OF =
      """
      select * from migration_face indexed by migration_face_by_record
      where migration_id = ? and record = ? order by face_id
      """;
  private static final String BESIDES =
      """
      select * from migration_face indexed by migration_face_by_record
      where migration_id = ?1 and face_id <> ?2 and record = (
        select record from migration_face where migration_id = ?1 and face_id = ?2)
      order by face_id
      """;
  private static final String OUTCOMES_OF =
      """
      select outcome from migration_face indexed by migration_face_by_record
      where migration_id = ? and record = ?
      """;
  private static final String CLOSE =
      """
      update migration_record set open = exists (
        select 1 from migration_face indexed by migration_face_by_record
        where migration_id = ?1 and record = ?2 and outcome is null)
      where migration_id = ?1 and number = ?2
      """;
  private static final String FAILED =
      """
      update migration_record set failures = failures + 1, reason = ?
      where migration_id = ? and number = ? and open
      """;
  private static final String REOPEN_RECORDS =
      """
      update migration_record set open = true, failures = 0, reason = null
      where migration_id = ?1 and not open and exists (
        select 1 from migration_face indexed by migration_face_by_record
        where migration_id = ?1 and record = migration_record.number and outcome = ?2)
      """;
  private static final String REOPEN_FACES =
      """
      update migration_face set outcome = null, reason = null
      where migration_id = ? and outcome = ? and record is not null
      """;
  private static final String COUNT =
      """
      insert into migration_count (migration_id, name, faces) values (?, ?, ?)
      on conflict do update set faces = faces + excluded.faces
      """;
  private static final String COUNTS =
      "select name, faces from migration_count where migration_id = ?";
  private static final String ROW =
      """
      select migration_face.*, s3bucket, s3key from migration_face %s
      left join migration_record
        on migration_record.migration_id = migration_face.migration_id and number = record
      where migration_face.migration_id = ? and outcome is not null
      """;
  private static final String ROWS =
      ROW.formatted("") + " and face_id > ? order by face_id limit ?";
  private static final String ROWS_BY_OUTCOME =
      ROW.formatted("") + " and face_id > ? and outcome = ? order by face_id limit ?";
  private static final String ROW_OF = ROW.formatted("") + " and face_id = ?";
  private static final String ROWS_OF_NEW =
      ROW.formatted("indexed by migration_face_by_match")
          + " and outcome = 'MOVED' and match_face_id = ?";
  private static final String PROVIDED =
      """
      select face_id from migration_face where migration_id = ? and face_id > ?
      order by face_id limit ?
      """;
  private static final String NAMED =
      """
      select 1 from migration_face indexed by migration_face_by_match
      where migration_id = ?1 and outcome = 'MOVED' and match_face_id = ?2
      union all select 1 from migration_new_face where migration_id = ?1 and face_id = ?2
      """;
  private static final String KEEP =
      """
      insert into migration_new_face (migration_id, face_id, record, image_id, external_image_id,
        box_left, box_top, box_width, box_height, confidence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String KEPT =
      """
      select migration_new_face.*, s3bucket, s3key from migration_new_face
      join migration_record
        on migration_record.migration_id = migration_new_face.migration_id and number = record
      where migration_new_face.migration_id = ? and face_id > ?
        and not exists (
          select 1 from migration_face moved indexed by migration_face_by_match
          where moved.migration_id = migration_new_face.migration_id and outcome = 'MOVED'
            and match_face_id = migration_new_face.face_id)
      order by face_id limit ?
      """;
  private static final String FORGET_KEPT =
      """
      delete from migration_new_face indexed by migration_new_face_by_record
      where migration_id = ? and record = ?
      """;
  private static final String FIND_FACE =
      "select record, outcome from migration_face where migration_id = ? and face_id = ?";
  private static final String KEEP_BEFORE_REVIEW =
      """
      insert into migration_review
      select migration_id, face_id, outcome, reason, match_face_id, match_image_id,
        match_external_id, match_left, match_top, match_width, match_height, match_confidence,
        match_iou, match_second
      from migration_face where migration_id = ? and face_id = ? on conflict do nothing
      """;
  private static final String BEFORE_REVIEW =
      """
      select migration_review.*, face.external_image_id, face.image_id, user_id, box_left, box_top,
        box_width, box_height, s3bucket, s3key
      from migration_review
      join migration_face face on face.migration_id = migration_review.migration_id
        and face.face_id = migration_review.face_id
      left join migration_record photo
        on photo.migration_id = face.migration_id and number = face.record
      where migration_review.migration_id = ? and migration_review.face_id = ?
      """;
  private static final String FORGET_REVIEW =
      "delete from migration_review where migration_id = ? and face_id = ?";
  private static final String DELETE_FACE =
      "delete from migration_face where migration_id = ? and face_id = ?";
  private static final String DELETE_EMPTY =
      """
      delete from migration_record where migration_id = ?1 and number = ?2 and not exists (
        select 1 from migration_face where migration_id = ?1 and record = ?2)
        and not exists (
        select 1 from migration_new_face indexed by migration_new_face_by_record
        where migration_id = ?1 and record = ?2)
      """;
  private static final List<String> TABLES =
      List.of(
          "migration_count",
          "migration_new_face",
          "migration_review",
          "migration_face",
          "migration_record");

  private final Database database;

  public SqliteMigrationLedger(Database database) {
    this.database = database;
  }

  @Override
  public Set<FaceId> add(MigrationId id, List<ImageRecord> records) {
    return database.write(
        "note what is to be moved",
        connection -> {
          Set<FaceId> known = new HashSet<>();
          for (ImageRecord record : records) {
            known.addAll(add(connection, id, record));
          }
          return known;
        });
  }

  private static Set<FaceId> add(Connection connection, MigrationId id, ImageRecord record)
      throws SQLException {
    Set<FaceId> known = new HashSet<>();
    List<ProvidedFace> unknown = new ArrayList<>();
    for (ProvidedFace face : record.faces()) {
      if (isThere(connection, KNOWN, id.value(), face.id().value())) {
        known.add(face.id());
      } else {
        unknown.add(face);
      }
    }
    if (!unknown.isEmpty()) {
      long number = numberOf(connection, id, record);
      for (ProvidedFace face : unknown) {
        boolean _ = MigrationRow.add(connection, id, number, record.externalImageId(), face);
      }
      count(connection, id, OPEN, unknown.size());
    }
    return known;
  }

  private static long numberOf(Connection connection, MigrationId id, ImageRecord record)
      throws SQLException {
    PhotoRef photo = record.photo();
    String name = MigrationRow.text(record.externalImageId());
    String image = record.faces().getFirst().image().value();
    List<Long> there =
        Statements.query(
            connection,
            SAME_IMAGE,
            row -> row.getLong(1),
            id.value(),
            image,
            photo.bucket(),
            photo.key(),
            name);
    if (!there.isEmpty()) {
      return there.getFirst();
    }
    count(connection, id, RECORDS, 1);
    return Statements.query(
            connection,
            ADD_RECORD,
            row -> row.getLong(1),
            id.value(),
            photo.bucket(),
            photo.key(),
            name,
            image)
        .getFirst();
  }

  @Override
  public void reject(MigrationId id, List<FaceRow> rows) {
    int _ =
        database.write(
            "note what cannot be moved",
            connection -> {
              int rejected = 0;
              for (FaceRow row : rows) {
                if (MigrationRow.reject(connection, id, row)) {
                  count(connection, id, row.outcome().name(), 1);
                  rejected++;
                }
              }
              return rejected;
            });
  }

  @Override
  public List<OpenRecord> open(MigrationId id, long after, int limit) {
    return database.read(
        "read what is to be moved",
        connection -> {
          List<OpenRecord> open = new ArrayList<>();
          for (Numbered record :
              Statements.query(
                  connection, OPEN_RECORDS, Numbered::read, id.value(), after, limit)) {
            open.add(record.with(facesOf(connection, id, record.number())));
          }
          return open;
        });
  }

  private record Numbered(
      long number, PhotoRef photo, @Nullable String externalImageId, int failures) {
    static Numbered read(ResultSet row) throws SQLException {
      return new Numbered(
          row.getLong("number"),
          new PhotoRef(row.getString("s3bucket"), row.getString("s3key")),
          row.getString("external_image_id"),
          row.getInt("failures"));
    }

    OpenRecord with(List<ProvidedFace> faces) {
      ImageRecord record = new ImageRecord(photo, MigrationRow.name(externalImageId), faces);
      return new OpenRecord(number, record, failures);
    }
  }

  private static List<ProvidedFace> facesOf(Connection connection, MigrationId id, long record)
      throws SQLException {
    return Statements.query(connection, FACES_OF, MigrationRow::provided, id.value(), record);
  }

  @Override
  public List<FaceRow> finish(
      MigrationId id, long number, List<FaceRow> rows, List<IndexedFace> kept) {
    return database.write(
        "note what became of a photo",
        connection -> {
          Map<String, Integer> before = outcomes(connection, id, number);
          List<FaceRow> lost = new ArrayList<>();
          for (FaceRow row : rows) {
            if (!MigrationRow.end(connection, id, number, row)) {
              lost.add(row);
            }
          }
          countChanges(connection, id, before, outcomes(connection, id, number));
          keep(connection, id, number, lost.size() < rows.size() ? kept : List.of());
          int _ = Statements.change(connection, CLOSE, id.value(), number);
          return lost;
        });
  }

  private static void keep(
      Connection connection, MigrationId id, long number, List<IndexedFace> kept)
      throws SQLException {
    int forgotten = Statements.change(connection, FORGET_KEPT, id.value(), number);
    int added = 0;
    for (IndexedFace face : kept) {
      added +=
          Statements.change(
              connection,
              KEEP,
              id.value(),
              face.id().value(),
              number,
              face.image().value(),
              MigrationRow.text(face.externalImageId()),
              face.box().left(),
              face.box().top(),
              face.box().width(),
              face.box().height(),
              face.confidence());
    }
    count(connection, id, NEW, added - forgotten);
  }

  /** How many of a record's faces have each outcome, or are open. */
  private static Map<String, Integer> outcomes(Connection connection, MigrationId id, long number)
      throws SQLException {
    Map<String, Integer> outcomes = new HashMap<>();
    for (String outcome :
        Statements.query(
            connection,
            OUTCOMES_OF,
            row -> Optional.ofNullable(row.getString(1)).orElse(OPEN),
            id.value(),
            number)) {
      outcomes.merge(outcome, 1, Integer::sum);
    }
    return outcomes;
  }

  private static void countChanges(
      Connection connection,
      MigrationId id,
      Map<String, Integer> before,
      Map<String, Integer> after)
      throws SQLException {
    Set<String> names = new HashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      count(connection, id, name, after.getOrDefault(name, 0) - before.getOrDefault(name, 0));
    }
  }

  private static void count(Connection connection, MigrationId id, String name, int more)
      throws SQLException {
    if (more != 0) {
      int _ = Statements.change(connection, COUNT, id.value(), name, more);
    }
  }

  @Override
  public void review(MigrationId id, FaceRow decided) {
    int _ =
        database.write(
            "note what was decided of a face",
            connection -> {
              Optional<Place> place = ended(connection, id, decided);
              if (place.isPresent()) {
                int _ =
                    Statements.change(
                        connection,
                        KEEP_BEFORE_REVIEW,
                        id.value(),
                        decided.provided().id().value());
                replace(connection, id, decided, place.get());
              }
              return place.isPresent() ? 1 : 0;
            });
  }

  @Override
  public Optional<FaceRow> beforeReview(MigrationId id, FaceId provided) {
    return database.read(
        "read what became of a face before",
        connection ->
            Statements.query(
                    connection, BEFORE_REVIEW, MigrationRow::row, id.value(), provided.value())
                .stream()
                .findFirst());
  }

  @Override
  public void undoReview(MigrationId id, FaceRow before) {
    int _ =
        database.write(
            "take back what was decided of a face",
            connection -> {
              int forgotten =
                  Statements.change(
                      connection, FORGET_REVIEW, id.value(), before.provided().id().value());
              Optional<Place> place = ended(connection, id, before);
              if (forgotten > 0 && place.isPresent()) {
                replace(connection, id, before, place.get());
              }
              return forgotten;
            });
  }

  /** Where the row of a face is that has one, and a record. */
  private static Optional<Place> ended(Connection connection, MigrationId id, FaceRow row)
      throws SQLException {
    return Statements.query(
            connection, FIND_FACE, Place::read, id.value(), row.provided().id().value())
        .stream()
        .filter(place -> place.record() != null && !place.count().equals(OPEN))
        .findFirst();
  }

  private static void replace(Connection connection, MigrationId id, FaceRow row, Place place)
      throws SQLException {
    long record = Objects.requireNonNull(place.record());
    if (MigrationRow.end(connection, id, record, row)) {
      count(connection, id, place.count(), -1);
      count(connection, id, row.outcome().name(), 1);
    }
  }

  @Override
  public void failed(MigrationId id, long number, String reason) {
    int _ =
        database.write(
            "note a failure",
            connection -> Statements.change(connection, FAILED, reason, id.value(), number));
  }

  @Override
  public int reopen(MigrationId id, Outcome outcome) {
    return database.write(
        "open what failed again",
        connection -> {
          int records = Statements.change(connection, REOPEN_RECORDS, id.value(), outcome.name());
          int faces = Statements.change(connection, REOPEN_FACES, id.value(), outcome.name());
          count(connection, id, outcome.name(), -faces);
          count(connection, id, OPEN, faces);
          return records;
        });
  }

  @Override
  public Counts counts(MigrationId id) {
    Map<String, Long> counts = new HashMap<>();
    int _ =
        database.read(
            "count what was moved",
            connection ->
                Statements.query(
                        connection,
                        COUNTS,
                        row -> counts.put(row.getString(1), row.getLong(2)) == null,
                        id.value())
                    .size());
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, counts.getOrDefault(outcome.name(), 0L));
    }
    return new Counts(
        counts.getOrDefault(RECORDS, 0L),
        counts.getOrDefault(OPEN, 0L),
        outcomes,
        counts.getOrDefault(NEW, 0L));
  }

  @Override
  public List<FaceRow> rows(
      MigrationId id, @Nullable Outcome outcome, @Nullable FaceId after, int limit) {
    return database.read(
        "read what became of faces",
        connection ->
            outcome == null
                ? Statements.query(
                    connection, ROWS, MigrationRow::row, id.value(), text(after), limit)
                : Statements.query(
                    connection,
                    ROWS_BY_OUTCOME,
                    MigrationRow::row,
                    id.value(),
                    text(after),
                    outcome.name(),
                    limit));
  }

  @Override
  public Optional<FaceRow> row(MigrationId id, FaceId provided) {
    return database.read(
        "read what became of a face",
        connection ->
            Statements.query(connection, ROW_OF, MigrationRow::row, id.value(), provided.value())
                .stream()
                .findFirst());
  }

  @Override
  public List<FaceRow> rowsOf(MigrationId id, FaceId newFace) {
    return database.read(
        "read whose a face is",
        connection ->
            Statements.query(
                connection, ROWS_OF_NEW, MigrationRow::row, id.value(), newFace.value()));
  }

  @Override
  public List<ProvidedFace> besides(MigrationId id, FaceId provided) {
    return database.read(
        "read the faces of a photo",
        connection ->
            Statements.query(
                connection, BESIDES, MigrationRow::provided, id.value(), provided.value()));
  }

  @Override
  public Set<FaceId> provided(MigrationId id, Collection<FaceId> faces) {
    return those(faces, KNOWN, id);
  }

  @Override
  public Set<FaceId> named(MigrationId id, Collection<FaceId> newFaces) {
    return those(newFaces, NAMED, id);
  }

  private Set<FaceId> those(Collection<FaceId> faces, String sql, MigrationId id) {
    return database.read(
        "look for faces",
        connection -> {
          Set<FaceId> found = new HashSet<>();
          for (FaceId face : faces) {
            if (isThere(connection, sql, id.value(), face.value())) {
              found.add(face);
            }
          }
          return found;
        });
  }

  @Override
  public List<FaceId> provided(MigrationId id, @Nullable FaceId after, int limit) {
    return database.read(
        "read what is to be moved",
        connection ->
            Statements.query(
                connection,
                PROVIDED,
                row -> new FaceId(row.getString(1)),
                id.value(),
                text(after),
                limit));
  }

  @Override
  public List<KeptFace> kept(MigrationId id, @Nullable FaceId after, int limit) {
    return database.read(
        "read the new faces",
        connection ->
            Statements.query(
                connection, KEPT, SqliteMigrationLedger::keptFace, id.value(), text(after), limit));
  }

  private static KeptFace keptFace(ResultSet row) throws SQLException {
    return new KeptFace(
        new IndexedFace(
            new FaceId(row.getString("face_id")),
            new ImageId(row.getString("image_id")),
            MigrationRow.name(row.getString("external_image_id")),
            MigrationRow.box(row, "box"),
            row.getDouble("confidence")),
        new PhotoRef(row.getString("s3bucket"), row.getString("s3key")));
  }

  private record Place(@Nullable Long record, String count) {
    static Place read(ResultSet row) throws SQLException {
      long record = row.getLong("record");
      boolean none = row.wasNull();
      String outcome = row.getString("outcome");
      return new Place(none ? null : record, outcome == null ? OPEN : outcome);
    }
  }

  @Override
  public boolean withdraw(MigrationId id, FaceId provided) {
    return database.write(
        "forget a face",
        connection -> {
          List<Place> found =
              Statements.query(connection, FIND_FACE, Place::read, id.value(), provided.value());
          for (Place place : found) {
            withdraw(connection, id, provided, place);
          }
          return !found.isEmpty();
        });
  }

  private static void withdraw(Connection connection, MigrationId id, FaceId face, Place place)
      throws SQLException {
    int _ = Statements.change(connection, FORGET_REVIEW, id.value(), face.value());
    int _ = Statements.change(connection, DELETE_FACE, id.value(), face.value());
    count(connection, id, place.count(), -1);
    count(connection, id, Outcome.WITHDRAWN.name(), 1);
    if (place.record() != null) {
      int _ = Statements.change(connection, CLOSE, id.value(), place.record());
      int empty = Statements.change(connection, DELETE_EMPTY, id.value(), place.record());
      count(connection, id, RECORDS, -empty);
    }
  }

  @Override
  public void delete(MigrationId id) {
    int _ =
        database.write(
            "delete what was noted of a migration",
            connection -> {
              int deleted = 0;
              for (String table : TABLES) {
                deleted +=
                    Statements.change(
                        connection, "delete from " + table + " where migration_id = ?", id.value());
              }
              return deleted;
            });
  }

  private static boolean isThere(Connection connection, String sql, String id, String face)
      throws SQLException {
    return !Statements.query(connection, sql, row -> row.getInt(1), id, face).isEmpty();
  }

  private static String text(@Nullable FaceId after) {
    return after == null ? "" : after.value();
  }
}
