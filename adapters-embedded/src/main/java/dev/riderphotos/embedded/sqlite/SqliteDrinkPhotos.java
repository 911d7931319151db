package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import dev.riderphotos.photo.PhotoRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as rows. SQLite compares text by its UTF-8, which is the order of code points; the
 * last code point of all, after a prefix, is beyond all that begins with it.
 */
public final class SqliteDrinkPhotos implements DrinkPhotos {
  private static final String FIND = "select * from drink_photo where bar = ? and drink = ?";
  private static final String PUT =
      """
      insert or replace into drink_photo
      (bar, drink, bar_folded, drink_folded, s3bucket, s3key,
       replaced_s3bucket, replaced_s3key, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String DELETE = "delete from drink_photo where bar = ? and drink = ?";
  private static final String BARS =
      """
      select distinct bar from drink_photo
      where bar_folded between ?1 and ?1 || char(1114111) and (bar_folded, bar) > (?2, ?3)
      order by bar_folded, bar limit ?4
      """;
  private static final String DRINKS =
      """
      select * from drink_photo
      where bar = ?1 and drink_folded between ?2 and ?2 || char(1114111)
        and (drink_folded, drink) > (?3, ?4)
      order by drink_folded, drink limit ?5
      """;

  private final Database database;

  public SqliteDrinkPhotos(Database database) {
    this.database = database;
  }

  @Override
  public Optional<DrinkPhoto> find(Drink drink) {
    return database.read("read the catalogue", connection -> find(connection, drink));
  }

  @Override
  public Optional<DrinkPhoto> replace(@Nullable DrinkPhoto expected, DrinkPhoto next) {
    return database.write(
        "write the catalogue",
        connection -> {
          Optional<DrinkPhoto> present = find(connection, next.drink());
          if (!present.equals(Optional.ofNullable(expected))) {
            return present;
          }
          int _ = put(connection, next);
          return Optional.of(next);
        });
  }

  @Override
  public void delete(DrinkPhoto photo) {
    int _ =
        database.write(
            "write the catalogue",
            connection ->
                find(connection, photo.drink()).equals(Optional.of(photo))
                    ? Statements.change(
                        connection,
                        DELETE,
                        photo.drink().bar().value(),
                        photo.drink().name().value())
                    : 0);
  }

  @Override
  public List<BarName> bars(NamePrefix prefix, @Nullable BarName after, int limit) {
    return database.read(
        "read the catalogue",
        connection ->
            Statements.query(
                connection,
                BARS,
                row -> new BarName(row.getString("bar")),
                prefix.folded(),
                after == null ? "" : after.folded(),
                after == null ? "" : after.value(),
                limit));
  }

  @Override
  public List<DrinkPhoto> drinks(
      BarName bar, NamePrefix prefix, @Nullable DrinkName after, int limit) {
    return database.read(
        "read the catalogue",
        connection ->
            Statements.query(
                connection,
                DRINKS,
                SqliteDrinkPhotos::photo,
                bar.value(),
                prefix.folded(),
                after == null ? "" : after.folded(),
                after == null ? "" : after.value(),
                limit));
  }

  private static Optional<DrinkPhoto> find(Connection connection, Drink drink) throws SQLException {
    return Statements.query(
            connection, FIND, SqliteDrinkPhotos::photo, drink.bar().value(), drink.name().value())
        .stream()
        .findFirst();
  }

  private static int put(Connection connection, DrinkPhoto photo) throws SQLException {
    Drink drink = photo.drink();
    PhotoRef replaced = photo.replaced();
    return Statements.change(
        connection,
        PUT,
        drink.bar().value(),
        drink.name().value(),
        drink.bar().folded(),
        drink.name().folded(),
        photo.photo().bucket(),
        photo.photo().key(),
        replaced == null ? null : replaced.bucket(),
        replaced == null ? null : replaced.key(),
        Statements.nanos(photo.updatedAt()));
  }

  private static DrinkPhoto photo(ResultSet row) throws SQLException {
    String replaced = row.getString("replaced_s3key");
    return new DrinkPhoto(
        new Drink(new BarName(row.getString("bar")), new DrinkName(row.getString("drink"))),
        new PhotoRef(row.getString("s3bucket"), row.getString("s3key")),
        Statements.instant(row.getLong("updated_at")),
        replaced == null ? null : new PhotoRef(row.getString("replaced_s3bucket"), replaced));
  }
}
