package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.testkit.ExtractionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderExtractionStoreTest extends ExtractionStoreContract {
  @TempDir private Path home;

  @Override
  protected ExtractionStore store() {
    return new FolderExtractionStore(home.resolve("a folder/faces"));
  }

  @Test
  void aFileStandsUnderItsNameAndNothingElse() {
    store().put("output/chain/face.png", new byte[] {1, 2}, "image/png");

    Path folder = home.resolve("a folder/faces/output/chain");
    assertThat(folder).isDirectoryContaining("glob:**face.png");
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(Path.of(store().url("output/chain/face.png"))).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void anEmptyFolderIsNotLeftBehind() {
    store().put("output/chain/face.png", new byte[] {1}, "image/png");
    store().delete("output/chain/face.png");

    assertThat(home.resolve("a folder/faces/output")).isEmptyDirectory();
  }
}
