package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.SuspectedFaces;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, in this process. A server that starts where it must not is interrupted. */
class CommandLineTest {
  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "verify",
        "extract-faces",
        "extractions",
        "erase",
        "receipt",
        "receipt verify",
        "receipts",
        "receipts rotate",
        "portrait",
        "keys",
        "retention",
        "link",
        "backup",
        "restore",
        "models",
        "models list",
        "models show",
        "models add",
        "models remove",
        "aws",
        "aws package",
        "aws deploy",
        "aws settings",
        "aws destroy"
      })
  void everyCommandExplainsItself(String command) {
    int exit = RiderPhotos.execute((command + " --help").strip().split(" "));

    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).startsWith("Usage: rider-photos").contains(command);
    assertThat(console.err()).isEmpty();
  }

  @Test
  void theVersionIsTold() {
    assertThat(RiderPhotos.execute("--version")).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).startsWith("Rider Photos ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--nonsense",
        "nonsense",
        "verify",
        "verify --rider x",
        "verify --rider x no-such-file.jpg",
        "verify --rider x .",
        "verify --rider x --nonsense pom.xml",
        "verify pom.xml",
        "serve --port many",
        "erase",
        "receipt",
        "receipt verify",
        "receipts",
        "portrait",
        "models",
        "models add",
        "models show",
        "models add no-such-pack",
        "portrait --person -1 x.jpg",
        "portrait --photograph x.png",
        "portrait no-such-folder/x.jpg"
      })
  void wrongUsageIsToldInPlainWords(String line) {
    int exit = RiderPhotos.execute(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertPlain();
  }

  @Test
  void aRiderIdHasLimits() throws IOException {
    for (String rider : new String[] {"", " ", "x".repeat(129), "a\u0001b"}) {
      assertThat(verify("--rider", rider, photo(Person.ADA))).isEqualTo(ExitCode.USAGE);
    }
    assertPlain();
    assertThat(home.resolve("data")).as("nothing was begun").doesNotExist();
  }

  @Test
  void jsonIsOneLineAndNothingElse() throws IOException {
    int exit = verify("--json", "--rider", "ada", photo(Person.ADA));

    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(console.out().lines()).hasSize(1);
    Map<String, Object> execution = json();
    assertThat(execution).containsEntry("status", "VERIFIED").containsEntry("riderId", "ada");
    assertThat(execution.get("photo"))
        .isEqualTo(
            Map.of(
                "s3bucket",
                "rider-photos",
                "s3key",
                "riders/ada/" + execution.get("executionId") + "/Ada.jpg"));
    assertThat(console.err()).isEmpty();
  }

  @Test
  void aRejectedPhotoHasItsOwnExitCode() throws IOException {
    Path wall = home.resolve("wall.jpg");
    Files.write(wall, Photos.nobody().bytes());

    assertThat(verify("--json", "--rider", "x", wall.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(json())
        .containsEntry("status", "REJECTED")
        .containsEntry("error", "PhotoDoesNotMeetRequirementError")
        .containsEntry("message", "Detected 0 faces in the photo.");
    assertThat(Folders.files(home.resolve("data").resolve("mailbox"))).hasSize(1);
  }

  @Test
  void peopleReadTheVerdictInWords() throws IOException {
    String boris = photo(Person.BORIS);

    assertThat(verify("--rider", "boris", boris)).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).startsWith("VERIFIED  boris");
    console.forgetOut();
    assertThat(verify("--rider", "boris", boris)).isEqualTo(ExitCode.REJECTED);
    assertThat(console.out())
        .startsWith("REJECTED  boris")
        .contains("Face in the picture is already in the system.");
    assertThat(verify("--replace", "--rider", "boris", boris)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatIsSuspectedIsToldToWhoeverHasTheCommand() throws IOException {
    System.setProperty(SuspectedFaces.PROPERTY, "true");
    try {
      assertThat(verify("--rider", "clara", photo(Person.CLARA))).isEqualTo(ExitCode.DONE);
    } finally {
      System.clearProperty(SuspectedFaces.PROPERTY);
    }
    assertThat(console.out())
        .startsWith("VERIFIED  clara")
        .contains("Eyes may be closed (score 64.5 of 100). Keep your eyes open.")
        .contains("May be a photo of a photo (score 87.5 of 100). Look at it closely");
  }

  @Test
  void anEmptyFileIsAVerdict() throws IOException {
    Path empty = Files.createFile(home.resolve("empty.jpg"));

    assertThat(verify("--rider", "x", empty.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(console.out()).contains("Unsupported image file format.");
  }

  @ParameterizedTest
  @CsvSource({"ada.jpg, JPEG", "ada.png, PNG", "ADA.PNG, PNG"})
  void aPortraitIsDrawn(String name, PhotoFormat format) throws IOException {
    Path file = home.resolve(name);

    assertThat(RiderPhotos.execute("portrait", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(PhotoFormat.sniff(Files.readAllBytes(file))).hasValue(format);
    assertThat(console.out().strip()).isEqualTo(file.toString());
  }

  @Test
  void aPhotographWeighsMore() throws IOException {
    Path drawing = home.resolve("drawing.jpg");
    Path photograph = home.resolve("photograph.jpg");

    assertThat(RiderPhotos.execute("portrait", drawing.toString())).isEqualTo(ExitCode.DONE);
    assertThat(RiderPhotos.execute("portrait", "--photograph", photograph.toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(PhotoFormat.sniff(Files.readAllBytes(photograph))).hasValue(PhotoFormat.JPEG);
    assertThat(Files.size(photograph)).isGreaterThan(5 * Files.size(drawing));
  }

  @Test
  void aDataFolderIsForOneProcess() throws IOException {
    String photo = photo(Person.ADA);
    try (DataFolder _ = DataFolder.open(home.resolve("data"))) {
      assertThat(verify("--rider", "x", photo)).isEqualTo(ExitCode.UNAVAILABLE);
      assertPlain();
      assertThat(console.err()).contains("Another process is using the data folder");
      assertThat(serve()).isEqualTo(ExitCode.UNAVAILABLE);
    }
  }

  @Test
  void aDataFolderMustBeAFolder() throws IOException {
    Files.createFile(home.resolve("data"));

    assertThat(serve()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(console.err().lines()).hasSize(1).first().asString().contains("The data folder");
  }

  @ParameterizedTest
  @CsvSource({
    "backend, nope, embedded",
    "faces.model, nope, faceapi-2",
    "riders.quality, nonsense, riders.quality",
    "riders.new-face, nonsense, riders.new-face",
    "riders.duplicate-false-alarm, 2, duplicate-false-alarm",
    "riders.duplicate-false-alarm, many, duplicate-false-alarm",
    "riders.duplicate-similarity, 101, duplicate-similarity",
    "riders.photo-bucket, A B, bucket",
    "extraction.min-confidence, 101, confidence",
    "extraction.padding, much, padding",
    "extraction.output-bucket, extraction-input, output-bucket",
    "notifications.default-to, nobody, default-to",
    "retries.attempts, 0, attempts",
    "retries.delay, soon, delay",
    "limits.concurrent-executions, 0, concurrent-executions",
    "limits.picture-memory, 0, picture-memory",
    "micronaut.server.host, 0.0.0.0, micronaut.server.host",
    "access, open, 'demo, secured'",
    "public-url, photos.example.com, public-url",
    "public-url, https://photos.example.com/path, public-url",
    "trusted-proxies, somebody, trusted-proxies",
    "trusted-proxies, 10.0.0.0/99, trusted-proxies",
    "keys.burst, 0, keys",
    "keys.per-day, many, per-day",
    "rekognition.access-keys, '', rekognition.access-keys",
    "rekognition.access-keys, ' ', rekognition.access-keys",
    "rekognition.access-keys, ',', rekognition.access-keys",
    "rekognition.access-keys, ' , ', rekognition.access-keys",
    "rekognition.access-keys, AKIDEXAMPLE, rekognition.access-keys",
    "rekognition.access-keys, AKIDEXAMPLE:, rekognition.access-keys",
    "rekognition.access-keys, :secret, rekognition.access-keys",
    "rekognition.access-keys, 'AK:SK,', rekognition.access-keys",
    "rekognition.access-keys, 'AK:SK,AK:other', rekognition.access-keys",
    "rekognition.account, 12345, rekognition",
    "rekognition.account, '', rekognition",
    "rekognition.region, 'us east', rekognition",
    "adapters.faces, dlib, 'one of embedded, rekognition, not dlib'",
    "adapters.mail, pigeon, 'one of mailbox, ses, smtp, not pigeon'",
    "adapters.webhooks, carrier, 'one of http, eventbridge, not carrier'",
    "adapters.mail, smtp, mail.smtp.host is needed",
    "rekognition.region, '', rekognition",
    "rekognition.requests-per-second, -1, rekognition.requests-per-second",
    "rekognition.requests-per-second, NaN, rekognition.requests-per-second",
    "rekognition.requests-per-second, many, requests"
  })
  void aWrongSettingIsToldInPlainWords(String setting, String value, String told) {
    String before = System.setProperty(setting, value);
    assertThat(before).isNull();
    try {
      assertThat(serve()).isEqualTo(ExitCode.USAGE);
    } finally {
      System.clearProperty(setting);
    }
    assertPlain();
    assertThat(console.err()).contains(told);
  }

  private int serve() {
    return RiderPhotos.execute("serve", "--port", "0", "--data", home.resolve("data").toString());
  }

  private int verify(String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = "verify";
    line[1] = "--data";
    line[2] = home.resolve("data").toString();
    System.arraycopy(arguments, 0, line, 3, arguments.length);
    return RiderPhotos.execute(line);
  }

  private String photo(Person person) throws IOException {
    Path file = home.resolve(person.name() + ".jpg");
    Files.write(file, Photos.of(person).bytes());
    return file.toString();
  }

  /** A sentence for people on standard error, and nothing on standard output. */
  private void assertPlain() {
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isNotBlank()
        .doesNotContain("Exception", "\tat ", "dev.riderphotos", "io.micronaut", "java.");
  }

  private Map<String, Object> json() throws IOException {
    return ObjectMapper.getDefault()
        .readValue(console.out(), Argument.mapOf(String.class, Object.class));
  }
}
