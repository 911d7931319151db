package dev.riderphotos.embedded.engine;

import static dev.riderphotos.engine.DetectorPrecision.FLOAT;
import static dev.riderphotos.engine.DetectorPrecision.INT8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.engine.DetectorPrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorOfFolderTest {
  @TempDir private Path root;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(root);
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  @Test
  void whatWasUsualAtFirstStaysOnAnotherProcessor() {
    assertThat(onProcessorFor(INT8)).isEqualTo(INT8);
    assertThat(onProcessorFor(FLOAT)).isEqualTo(INT8);
  }

  @Test
  void whatIsAskedForIsTakenAndNoted() {
    assertThat(onProcessorFor(INT8)).isEqualTo(INT8);
    assertThat(askedFor(FLOAT)).isEqualTo(FLOAT);
    assertThat(onProcessorFor(INT8)).isEqualTo(FLOAT);
    assertThat(root.resolve("detector")).hasContent("float");
  }

  @Test
  void anUnknownNoteIsNotGuessedAt() throws IOException {
    Files.writeString(root.resolve("detector"), "int4");
    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(() -> onProcessorFor(INT8))
        .withMessageContaining("must say float or int8");
  }

  private DetectorPrecision onProcessorFor(DetectorPrecision usual) {
    return new DetectorOfFolder(folder).precision(Optional.empty(), () -> usual);
  }

  private DetectorPrecision askedFor(DetectorPrecision wanted) {
    return new DetectorOfFolder(folder).precision(Optional.of(wanted), () -> INT8);
  }
}
