package dev.riderphotos.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractFacesCommandTest {
  @TempDir private Path home;

  @RegisterExtension private final Console console = new Console();

  @Test
  void aFolderOfPicturesIsDoneInOrderAndSkippedTheNextTime() throws IOException {
    Path pictures = pictures();

    assertThat(extract(pictures.toString())).isEqualTo(ExitCode.REJECTED);

    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("EXTRACTED  .*/a two\\.jpg  2 faces in output/.*/"),
            line -> assertThat(line).matches("NO FACES +.*/b nobody\\.jpg"),
            line -> assertThat(line).matches("FAILED +.*/c poison\\.jpg  UNREADABLE"),
            line -> assertThat(line).matches("IGNORED +.*/d other\\.gif  not JPEG or PNG"),
            line -> assertThat(line).matches("EXTRACTED  .*/deep/er/one\\.PNG  1 face in .*"));
    List<String> files = Folders.files(out());
    assertThat(files).hasSize(6).allMatch(name -> name.startsWith("output/"));

    assertThat(extract(pictures.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(lines()).filteredOn(line -> line.startsWith("SKIPPED")).hasSize(2);
    assertThat(Folders.files(out())).isEqualTo(files);
    assertThat(home.resolve("data")).as("the data folder").doesNotExist();
  }

  @Test
  void whatWasCutOutIsNoPictureToCutFacesOutOf() throws IOException {
    Path picture = write("one.jpg", Photos.jpeg(Portrait.of(Person.ADA)).bytes());

    assertThat(extract(picture.toString())).isZero();
    assertThat(extract(home.toString())).isZero();

    assertThat(lines()).singleElement().asString().startsWith("SKIPPED");
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    Path picture = write("one.jpg", Photos.jpeg(Portrait.of(Person.ADA)).bytes());

    assertThat(extract("--json", picture.toString())).isZero();

    String line = lines().getFirst();
    Map<String, Object> json =
        ObjectMapper.getDefault().readValue(line, Argument.mapOf(String.class, Object.class));
    assertThat(json).containsEntry("status", "EXTRACTED").containsEntry("file", picture.toString());
    assertThat(Folders.files(out())).containsAll(names(json.get("crops")));
    Path document = out().resolve(names(json.get("crops")).getFirst() + ".metadata.json");
    assertThat(Files.readString(document))
        .contains(
            "\"url\": \"" + picture.toUri() + "\"",
            "\"url\": \"" + out().toUri() + "output/" + json.get("chainId") + "/",
            "\"command-line\"");
  }

  @Test
  void optionsHaveFoldersOfTheirOwn() throws IOException {
    Path picture =
        write("two.jpg", Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS)).bytes());

    assertThat(extract("--limit", "1", picture.toString())).isZero();
    assertThat(Folders.files(out())).hasSize(2);
    assertThat(extract("--padding", "0.3", picture.toString())).isZero();
    assertThat(Folders.files(out())).hasSize(6);
    assertThat(extract("--min-confidence", "100", picture.toString())).isZero();
    assertThat(lines()).singleElement().asString().startsWith("NO FACES");
    assertThat(Folders.files(out())).hasSize(6);
  }

  @Test
  void aPictureThatIsGoneIsForgotten() throws IOException {
    Path picture = write("one.jpg", Photos.jpeg(Portrait.of(Person.ADA)).bytes());
    assertThat(extract(picture.toString())).isZero();
    assertThat(extract("--padding", "1", picture.toString())).isZero();
    Files.delete(picture);

    assertThat(forget(picture.toString())).isZero();
    assertThat(lines()).containsExactly("FORGOTTEN  2 of " + picture.toUri());
    assertThat(Folders.files(out())).isEmpty();

    assertThat(forget(picture.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(forget(picture.toUri().toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(forget("s3://NO/x")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void withoutAFolderFacesGoIntoTheStore() throws IOException {
    Path picture = write("one.jpg", Photos.jpeg(Portrait.of(Person.ADA)).bytes());
    String data = home.resolve("data").toString();

    assertThat(RiderPhotos.execute("extract-faces", "--data", data, picture.toString())).isZero();

    assertThat(Folders.files(home.resolve("data/buckets/extracted-faces"))).hasSize(2);
    assertThat(RiderPhotos.execute("extractions", "forget", "--data", data, picture.toString()))
        .isZero();
    assertThat(Folders.files(home.resolve("data/buckets/extracted-faces"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract-faces",
        "extract-faces --out x no-such-file.jpg",
        "extract-faces --out x --padding 2 pom.xml",
        "extract-faces --out x --limit 0 pom.xml",
        "extract-faces --out x --min-confidence 101 pom.xml",
        "extractions",
        "extractions forget"
      })
  void wrongUsageIsRefused(String line) {
    assertThat(RiderPhotos.execute(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(Path.of("x")).doesNotExist();
  }

  private Path pictures() throws IOException {
    write("pictures/a two.jpg", Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS)).bytes());
    write("pictures/b nobody.jpg", Photos.nobody().bytes());
    write("pictures/c poison.jpg", Photos.truncated().bytes());
    write("pictures/d other.gif", "GIF89a".getBytes(UTF_8));
    write("pictures/deep/er/one.PNG", Photos.png(Portrait.of(Person.CLARA)).bytes());
    return home.resolve("pictures");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolve(".."));
    return Files.write(file, bytes);
  }

  private int extract(String... arguments) {
    return execute(List.of("extract-faces", "--out", out().toString()), arguments);
  }

  private int forget(String source) {
    return execute(List.of("extractions", "forget", "--out", out().toString()), source);
  }

  private int execute(List<String> command, String... arguments) {
    console.forgetOut();
    List<String> line = new ArrayList<>(command);
    line.addAll(Arrays.asList(arguments));
    return RiderPhotos.execute(line.toArray(String[]::new));
  }

  private List<String> lines() {
    return console.out().lines().toList();
  }

  private Path out() {
    return home.resolve("faces");
  }

  private static List<String> names(@Nullable Object list) {
    return ((List<?>) requireNonNull(list)).stream().map(String::valueOf).toList();
  }
}
