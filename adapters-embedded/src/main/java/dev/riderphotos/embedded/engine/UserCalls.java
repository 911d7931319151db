package dev.riderphotos.embedded.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.RequestToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of calls that changed users and had a token, with what they were answered. */
final class UserCalls {
  private static final String FIND =
      "select parameters, answer from user_call where operation = ? and token = ?"
          + " and kept_until > ?";
  private static final String KEEP = "insert into user_call values (?, ?, ?, ?, ?, ?)";
  private static final String FORGET = "delete from user_call where kept_until <= ?";

  private final Database database;
  private final InstantSource clock;

  UserCalls(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A call.
   *
   * @param parameters all others, in words that stay the same from one version to the next
   */
  record Call(
      String operation, CollectionId collection, @Nullable RequestToken token, String parameters) {
    private String digest() {
      String text = collection + " " + parameters;
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(hash);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("Every JDK has SHA-256", impossible);
      }
    }
  }

  /** What a call of the same operation and token was answered, and whether it was the same call. */
  record Earlier(String answer, boolean same) {}

  /** What is to be written. */
  interface Change {
    void in(Connection connection) throws SQLException;
  }

  /** Empty also if the call has no token, or that is no longer known. */
  Optional<Earlier> find(Call call) {
    RequestToken token = call.token();
    if (token == null) {
      return Optional.empty();
    }
    return database.read(
        "read the users",
        connection ->
            Statements.query(
                    connection,
                    FIND,
                    row -> new Earlier(row.getString(2), row.getString(1).equals(call.digest())),
                    call.operation(),
                    token.value(),
                    Statements.nanos(clock.instant()))
                .stream()
                .findFirst());
  }

  /** Makes the change and keeps the answer: both, or neither. */
  void make(Call call, String answer, Change change) {
    Instant now = clock.instant();
    boolean _ =
        database.write(
            "change the users",
            connection -> {
              change.in(connection);
              int _ = Statements.change(connection, FORGET, Statements.nanos(now));
              keep(connection, call, answer, now.plus(CollectionUsers.TOKENS_KEPT));
              return true;
            });
  }

  private static void keep(Connection connection, Call call, String answer, Instant until)
      throws SQLException {
    RequestToken token = call.token();
    if (token != null) {
      int _ =
          Statements.change(
              connection,
              KEEP,
              call.operation(),
              token.value(),
              call.collection().value(),
              call.digest(),
              answer,
              Statements.nanos(until));
    }
  }
}
