package dev.riderphotos.embedded.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.backup.HeldFiles.Found;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFilesTest {
  private static final PhotoRef REF = new PhotoRef("rider-photos", "riders/ada/1.jpg");
  private static final Instant MOMENT = Instant.parse("2026-11-29T00:00:00Z");

  @TempDir private Path home;

  private Path source;

  @BeforeEach
  void put() throws IOException {
    source = new DataFiles(home).object(REF);
    Path _ = Files.createDirectories(source.getParent());
    write("first", MOMENT.minusSeconds(60));
  }

  @Test
  void whatIsHeldStaysAsItWasByALink() throws IOException {
    assertStaysAsItWas(holding(Files.createDirectory(home.resolve("links"))));
  }

  @Test
  void whatIsHeldStaysAsItWasByACopy() throws IOException {
    assertStaysAsItWas(holding(null));
    assertStaysAsItWas(holding(home.resolve("no-such-folder")));
  }

  @Test
  void whatWasPutThereLaterIsTold() throws IOException {
    HeldFiles files = holding(null);
    assertThat(files.hold(REF, MOMENT)).isEqualTo(Found.HELD);

    write("second", MOMENT.plusSeconds(1));

    assertThat(files.hold(REF, MOMENT)).isEqualTo(Found.REPLACED);
    assertThat(files.file(REF)).hasContent("second");
    assertThat(files.hold(REF, MOMENT.plusSeconds(60))).isEqualTo(Found.HELD);
  }

  @Test
  void aLinkInTheStoreIsNotFollowed() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "secret");
    Files.delete(source);
    Path _ = Files.createSymbolicLink(source, secret);

    assertThat(holding(null).hold(REF, MOMENT)).isEqualTo(Found.ABSENT);
  }

  private void assertStaysAsItWas(HeldFiles files) throws IOException {
    write("first", MOMENT.minusSeconds(60));
    assertThat(files.hold(REF, MOMENT)).isEqualTo(Found.HELD);

    Files.delete(source);

    assertThat(files.file(REF)).hasContent("first");
    assertThat(files.hold(REF, MOMENT)).as("still").isEqualTo(Found.HELD);
    assertThat(files.hold(new PhotoRef("rider-photos", "other"), MOMENT)).isEqualTo(Found.ABSENT);
  }

  private HeldFiles holding(@Nullable Path links) throws IOException {
    return new HeldFiles(new DataFiles(home), links, Files.createTempDirectory(home, "copies"));
  }

  /** As another file of that name. */
  private void write(String content, Instant at) throws IOException {
    boolean _ = Files.deleteIfExists(source);
    Files.writeString(source, content);
    Path _ = Files.setLastModifiedTime(source, FileTime.from(at));
  }
}
