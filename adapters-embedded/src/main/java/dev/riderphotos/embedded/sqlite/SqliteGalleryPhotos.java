package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.PhotoRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gallery's records as rows: photos, their faces, and what is left over. */
public final class SqliteGalleryPhotos implements GalleryPhotos {
  private static final String FIND = "select * from gallery_photo where name = ?";
  private static final String LEFTOVERS =
      "select face_id from gallery_leftover where name = ? order by face_id";
  private static final String PUT =
      """
      insert into gallery_photo
      (name, s3bucket, revision, content, attempt_worker, attempt_since, attempt_metadata)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String PUT_LEFTOVER =
      "insert into gallery_leftover (name, face_id) values (?, ?)";
  private static final String UNFINISHED =
      """
      select name from gallery_photo photo
      where attempt_worker is not null
        or exists (select 1 from gallery_leftover leftover where leftover.name = photo.name)
      order by name limit ?
      """;
  private static final String SIZE = "select count(*) from gallery_photo";
  private static final List<String> TABLES =
      List.of("gallery_leftover", "gallery_face", "gallery_photo");

  private final Database database;

  public SqliteGalleryPhotos(Database database) {
    this.database = database;
  }

  @Override
  public Optional<GalleryPhoto> find(PhotoName name) {
    return database.read("read the gallery", connection -> find(connection, name));
  }

  @Override
  public Optional<GalleryPhoto> replace(@Nullable GalleryPhoto expected, GalleryPhoto next) {
    return database.write(
        "write the gallery",
        connection -> {
          Optional<GalleryPhoto> present = find(connection, next.name());
          if (same(present, next)) {
            return Optional.of(next);
          }
          if (!same(present, expected)) {
            return present;
          }
          delete(connection, next.name());
          put(connection, next);
          return Optional.of(next);
        });
  }

  @Override
  public void delete(GalleryPhoto photo) {
    boolean _ =
        database.write(
            "write the gallery",
            connection -> {
              boolean there = same(find(connection, photo.name()), photo);
              if (there) {
                delete(connection, photo.name());
              }
              return there;
            });
  }

  @Override
  public List<FaceRecord> faces(Collection<FaceId> ids) {
    Object[] values = ids.stream().map(FaceId::value).toArray();
    String places = String.join(",", Collections.nCopies(values.length, "?"));
    String byId = "select * from gallery_face where face_id in (" + places + ")";
    return database.read(
        "read the gallery",
        connection -> Statements.query(connection, byId, GalleryFaceRow::read, values));
  }

  @Override
  public List<PhotoName> unfinished(int limit) {
    return database.read(
        "read the gallery",
        connection ->
            Statements.query(
                connection, UNFINISHED, row -> new PhotoName(row.getString("name")), limit));
  }

  @Override
  public long size() {
    return database.read(
        "read the gallery",
        connection -> Statements.query(connection, SIZE, row -> row.getLong(1)).getFirst());
  }

  private static boolean same(Optional<GalleryPhoto> present, @Nullable GalleryPhoto other) {
    return present
        .map(GalleryPhoto::revision)
        .equals(Optional.ofNullable(other).map(GalleryPhoto::revision));
  }

  private static Optional<GalleryPhoto> find(Connection connection, PhotoName name)
      throws SQLException {
    return Statements.query(connection, FIND, row -> photo(connection, row), name.value()).stream()
        .findFirst();
  }

  private static GalleryPhoto photo(Connection connection, ResultSet row) throws SQLException {
    String name = row.getString("name");
    String content = row.getString("content");
    return new GalleryPhoto(
        new PhotoRef(row.getString("s3bucket"), name),
        UUID.fromString(row.getString("revision")),
        content == null ? null : new PhotoDigest(content),
        Statements.query(connection, GalleryFaceRow.BY_PHOTO, GalleryFaceRow::read, name),
        Statements.query(connection, LEFTOVERS, face -> new FaceId(face.getString(1)), name),
        attempt(row));
  }

  private static @Nullable Attempt attempt(ResultSet row) throws SQLException {
    String worker = row.getString("attempt_worker");
    return worker == null
        ? null
        : new Attempt(
            UUID.fromString(worker),
            Statements.instant(row.getLong("attempt_since")),
            GalleryFaceRow.metadata(row.getString("attempt_metadata")));
  }

  private static void put(Connection connection, GalleryPhoto photo) throws SQLException {
    String name = photo.name().value();
    PhotoDigest content = photo.content();
    Attempt attempt = photo.attempt();
    int _ =
        Statements.change(
            connection,
            PUT,
            name,
            photo.photo().bucket(),
            photo.revision().toString(),
            content == null ? null : content.value(),
            attempt == null ? null : attempt.worker().toString(),
            attempt == null ? null : Statements.nanos(attempt.since()),
            attempt == null ? null : GalleryFaceRow.text(attempt.metadata()));
    for (int place = 0; place < photo.faces().size(); place++) {
      GalleryFaceRow.put(connection, place, photo.faces().get(place));
    }
    for (FaceId leftover : photo.leftovers()) {
      int _ = Statements.change(connection, PUT_LEFTOVER, name, leftover.value());
    }
  }

  private static void delete(Connection connection, PhotoName name) throws SQLException {
    for (String table : TABLES) {
      int _ =
          Statements.change(connection, "delete from " + table + " where name = ?", name.value());
    }
  }
}
