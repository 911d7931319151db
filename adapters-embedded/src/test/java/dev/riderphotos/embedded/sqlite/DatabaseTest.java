package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.riderphotos.BackendException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions, beside those of another process. */
class DatabaseTest {
  private static final String ADD = "insert into erasure_wish (rider) values (?)";

  @RegisterExtension private final Storage storage = new Storage();

  @Test
  void nobodyElseWritesBetweenWhatIsReadAndWhatIsWritten() throws SQLException {
    int changed =
        storage
            .database()
            .write(
                "add a rider",
                connection -> {
                  assertThat(riders(connection)).isEmpty();
                  assertThatExceptionOfType(SQLException.class)
                      .isThrownBy(() -> addElsewhere("ada"))
                      .withMessageContaining("SQLITE_BUSY");
                  return Statements.change(connection, ADD, "boris");
                });

    assertThat(changed).isOne();
    addElsewhere("ada");
    assertThat(storage.database().read("list riders", DatabaseTest::riders))
        .containsExactly("ada", "boris");
  }

  @Test
  void whatFailsLeavesNothingAndTheNextIsDone() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                storage
                    .database()
                    .write(
                        "add a rider",
                        connection -> {
                          int _ = Statements.change(connection, ADD, "ada");
                          throw new IllegalStateException("the caller's");
                        }));
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> add("boris", "boris"));

    add("carla");
    assertThat(storage.database().read("list riders", DatabaseTest::riders))
        .containsExactly("carla");
  }

  private void add(String... riders) {
    int _ =
        storage
            .database()
            .write(
                "add riders",
                connection -> {
                  for (String rider : riders) {
                    int _ = Statements.change(connection, ADD, rider);
                  }
                  return riders.length;
                });
  }

  /** As another process would, but without the patience. */
  private void addElsewhere(String rider) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + storage.folder().database());
        var statement = other.createStatement()) {
      boolean _ = statement.execute("pragma busy_timeout = 0");
      int _ = Statements.change(other, ADD, rider);
    }
  }

  private static List<String> riders(Connection connection) throws SQLException {
    return Statements.query(
        connection, "select rider from erasure_wish", row -> row.getString("rider"));
  }
}
