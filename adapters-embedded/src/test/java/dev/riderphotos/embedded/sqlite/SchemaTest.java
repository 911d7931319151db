package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  @TempDir private Path folder;
  private Schema schema;

  @BeforeEach
  void name() {
    schema = new Schema(folder.resolve("database"));
  }

  @Test
  void isCurrentOnceItIsUpToDate() throws IOException, SQLException {
    assertThat(schema.isCurrent()).isFalse();
    schema.bringUpToDate();
    assertThat(schema.isCurrent()).isTrue();
    assertThat(schema.isOlder()).isFalse();
  }

  /** Whatever is not just as this version leaves it, Flyway is to look at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from flyway_schema_history where version = '3'",
        "update flyway_schema_history set success = 0 where version = '2'",
        "update flyway_schema_history set version = '999' where version = '1'",
        "update flyway_schema_history set version = null where version = '1'",
        "drop table flyway_schema_history"
      })
  void isNotCurrentOtherwise(String change) throws IOException, SQLException {
    schema.bringUpToDate();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("database"));
        var statement = connection.createStatement()) {
      var _ = statement.executeUpdate(change);
    }
    assertThat(schema.isCurrent()).isFalse();
  }
}
