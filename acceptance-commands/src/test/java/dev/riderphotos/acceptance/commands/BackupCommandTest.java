package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserId;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.RunVerification;
import dev.riderphotos.verification.SubmitRiderPhoto;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code backup} and {@code restore}, beside a server that uses the folder. */
class BackupCommandTest {
  private static final CollectionId RIDERS = new CollectionId("rider-photos");
  private static final UserId USER = new UserId("somebody");
  private static final RequestToken TOKEN = new RequestToken("token");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  void whoIsErasedSinceIsErasedAgainByTheLog() throws IOException {
    verify("ada", Person.ADA);
    verify("boris", Person.BORIS);
    assertThat(backUp()).isEqualTo(ExitCode.DONE);
    assertThat(SERVER.client().delete(Client.pathOf("ada")).status()).isEqualTo(200);

    assertThat(restore("--erased", SERVER.data().resolve("erasures.log").toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("1 erased again");

    assertOnlyBoris();
    assertThat(SERVER.client().delete(Client.pathOf("boris")).status()).isEqualTo(200);
  }

  @Test
  void whoIsErasedSinceIsErasedAgainByIdAlsoWhileBeingVerified() throws IOException {
    SubmitRiderPhoto submission = SERVER.application().get(SubmitRiderPhoto.class);
    Execution begun =
        submission.submit(new RiderId("ada"), "a.jpg", Photos.of(Person.ADA), false, null);
    verify("boris", Person.BORIS);
    assertThat(backUp()).isEqualTo(ExitCode.DONE);

    Path ids = Files.writeString(home.resolve("ids"), "ada\nnobody\n");
    assertThat(restore("--erased", ids.toString())).as(console.err()).isEqualTo(ExitCode.DONE);

    assertOnlyBoris();
    assertThat(place().resolve("mailbox")).as("no mail goes out").doesNotExist();
    Execution _ = SERVER.application().get(RunVerification.class).run(begun.id());
    assertThat(SERVER.client().delete(Client.pathOf("ada")).status()).isEqualTo(200);
    assertThat(SERVER.client().delete(Client.pathOf("boris")).status()).isEqualTo(200);
  }

  @Test
  void usersOfFacesComeBackAndStopNoErasure() throws IOException {
    verify("ada", Person.ADA);
    verify("boris", Person.BORIS);
    Application server = SERVER.application();
    CollectionUsers users = server.get(CollectionUsers.class);
    List<FaceId> faces = facesOf(server).stream().map(IndexedFace::id).toList();
    assertThat(users.create(RIDERS, USER, TOKEN)).isEqualTo(new Done<>(USER));
    assertThat(users.associate(RIDERS, new UserFaces(USER, faces), 0, null))
        .isInstanceOf(Done.class);
    assertThat(backUp()).isEqualTo(ExitCode.DONE);
    assertThat(SERVER.client().delete(Client.pathOf("ada")).status()).isEqualTo(200);

    assertThat(restore("--erased", SERVER.data().resolve("erasures.log").toString()))
        .isEqualTo(ExitCode.DONE);

    assertOnlyBoris();
    try (Application application = Application.open(place(), Application.QUIET)) {
      assertThat(facesOf(application))
          .singleElement()
          .satisfies(face -> assertThat(face.user()).isEqualTo(USER));
      assertThat(application.get(CollectionUsers.class).create(RIDERS, USER, TOKEN))
          .isEqualTo(new Done<>(USER));
    }
    assertThat(SERVER.client().delete(Client.pathOf("boris")).status()).isEqualTo(200);
    assertThat(users.delete(RIDERS, USER, null)).isEqualTo(new Done<>(USER));
  }

  private static List<IndexedFace> facesOf(Application application) {
    return application.get(FaceCollections.class).faces(RIDERS, null, 10).orElseThrow().faces();
  }

  @Test
  void peopleAreToldWhatABackupHoldsAndCannotKnow() {
    assertThat(backUp()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).startsWith("BACKED UP  ").contains(" riders, ");
    assertThat(console.err()).contains("It holds the signing key");

    assertThat(restore()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("RESTORED  ");
    assertThat(console.err())
        .contains("riders who were erased since are here again")
        .contains("keys and links that were revoked since are good again");
  }

  @Test
  void whatIsLiveComesWithIt() throws IOException {
    CollectionId first = new CollectionId("gallery");
    CollectionId next = new CollectionId("next");
    LiveCollections live = SERVER.application().get(LiveCollections.class);
    FaceCounterparts counterparts = SERVER.application().get(FaceCounterparts.class);
    live.switchOver(Role.GALLERY, first, next);
    counterparts.pair(first, new FaceId("before"), next, new FaceId("moved"));

    assertThat(backUp()).isEqualTo(ExitCode.DONE);
    live.switchOver(Role.GALLERY, next, first);
    counterparts.forget(new FaceId("moved"));

    assertThat(restore()).isEqualTo(ExitCode.DONE);
    try (Application application = Application.open(place(), Application.QUIET)) {
      assertThat(application.get(LiveCollections.class).of(Role.GALLERY)).isEqualTo(next);
      assertThat(application.get(FaceCounterparts.class).in(next, new FaceId("before")))
          .contains(new FaceId("moved"));
    }
  }

  @Test
  void programsReadOneLine() throws IOException {
    assertThat(run("backup", file().toString(), "--json", "--data", SERVER.data().toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(json())
        .containsEntry("file", file().toString())
        .containsEntry("lost", 0)
        .containsKeys("size", "madeAt", "product", "riders", "files");

    console.forgetOut();
    assertThat(run("restore", file().toString(), "--json", "--data", place().toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(json()).containsEntry("erasedAgain", 0).containsKey("madeAt");
  }

  @Test
  void nothingIsOverwrittenUnasked() throws IOException {
    Files.writeString(file(), "precious");

    assertThat(backUp()).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("--force");
    assertThat(file()).hasContent("precious");
    assertThat(run("backup", file().toString(), "--force", "--data", SERVER.data().toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(run("restore", file().toString(), "--data", SERVER.data().toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("is not empty").contains("--data");
    assertPlain();
  }

  @ParameterizedTest
  @CsvSource({
    "backend, aws",
    "adapters.records, dynamodb",
    "adapters.photos, s3",
    "adapters.faces, rekognition"
  })
  void whatIsOnAwsIsInNoBackup(String setting, String value) {
    String before = System.setProperty(setting, value);
    assertThat(before).isNull();
    try {
      assertThat(backUp()).isEqualTo(ExitCode.USAGE);
      assertThat(restore()).isEqualTo(ExitCode.USAGE);
    } finally {
      System.clearProperty(setting);
    }
    assertThat(console.err()).contains("point-in-time recovery");
    assertThat(home).isEmptyDirectory();
    assertPlain();
  }

  @Test
  void whatCannotBeIsToldInPlainWordsAndLeavesNothing() throws IOException {
    assertThat(run("backup")).isEqualTo(ExitCode.USAGE);
    assertThat(run("backup", file().toString(), "--data", home.resolve("no").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(restore()).isEqualTo(ExitCode.USAGE);
    assertThat(home).isEmptyDirectory();

    assertThat(backUp()).isEqualTo(ExitCode.DONE);
    assertThat(restore("--erased", home.resolve("no").toString())).isEqualTo(ExitCode.USAGE);
    Path binary = Files.write(home.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(restore("--erased", binary.toString())).isEqualTo(ExitCode.USAGE);
    Path tooLong = Files.writeString(home.resolve("long"), "x".repeat(300));
    assertThat(restore("--erased", tooLong.toString())).isEqualTo(ExitCode.USAGE);
    Files.write(file(), new byte[1000]);
    assertThat(restore()).isEqualTo(ExitCode.USAGE);
    assertThat(place()).doesNotExist();
    assertPlain();
    Files.delete(binary);
    Files.delete(tooLong);
    Files.delete(file());
    assertThat(home).isEmptyDirectory();
  }

  private void assertOnlyBoris() throws IOException {
    try (Application application = Application.open(place(), Application.QUIET)) {
      RiderProfiles profiles = application.get(RiderProfiles.class);
      assertThat(profiles.find(new RiderId("ada"))).isEmpty();
      assertThat(profiles.find(new RiderId("boris"))).isPresent();
      assertThat(application.get(RiderFaces.class).size()).isEqualTo(1);
      assertThat(application.get(Executions.class).list(Filter.ALL, null, 10).executions())
          .extracting(execution -> execution.submission().rider().value())
          .containsOnly("boris");
    }
    assertThat(Folders.files(place().resolve("buckets"))).hasSize(2);
  }

  private static void verify(String rider, Person person) {
    assertThat(SERVER.client().verify(rider, Photos.of(person)).at("status")).isEqualTo("VERIFIED");
  }

  private int backUp() {
    return run("backup", file().toString(), "--data", SERVER.data().toString());
  }

  private int restore(String... options) {
    List<String> line =
        new ArrayList<>(List.of("restore", file().toString(), "--data", place().toString()));
    line.addAll(List.of(options));
    return run(line.toArray(String[]::new));
  }

  private static int run(String... line) {
    return RiderPhotos.execute(line);
  }

  private Path file() {
    return home.resolve("backup.zip");
  }

  private Path place() {
    return home.resolve("restored");
  }

  private void assertPlain() {
    assertThat(console.err())
        .isNotBlank()
        .doesNotContain("Exception", "\tat ", "dev.riderphotos", "io.micronaut", "java.");
  }

  private Map<String, Object> json() throws IOException {
    assertThat(console.out().lines()).hasSize(1);
    return ObjectMapper.getDefault()
        .readValue(console.out(), Argument.mapOf(String.class, Object.class));
  }
}
