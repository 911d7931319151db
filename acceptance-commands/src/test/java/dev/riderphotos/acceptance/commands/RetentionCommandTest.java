package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was kept for its term, by command: beside a server, and without one. */
class RetentionCommandTest {
  private static final Instant LONG_AGO =
      Instant.now().minus(Duration.ofDays(200)).truncatedTo(ChronoUnit.SECONDS);

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension private final Console console = new Console();

  @TempDir private Path folder;

  @Test
  void besideAServerItIsToldWhatWouldGo() throws IOException {
    fill(SERVER.application(), SERVER.data());

    assertThat(run(ExitCode.DONE, SERVER.data(), "--dry-run", "--json"))
        .isEqualTo(
            """
            {"dryRun":true,"refusedPhotos":1,"executions":1,"cases":0,"mails":1,"riders":0,\
            "notices":0,"oldest":{"refusedPhotos":"%1$s","executions":"%1$s","mails":"%1$s"}}
            """
                .formatted(LONG_AGO));
    assertThat(run(ExitCode.DONE, SERVER.data(), "--dry-run"))
        .contains("1  photos that were refused or failed, the oldest of " + LONG_AGO)
        .contains("0  riders who were not here for long")
        .endsWith("Nothing was deleted.\n");
    run(ExitCode.UNAVAILABLE, SERVER.data());
    assertThat(console.err()).contains("Another process is using the data folder");
  }

  @Test
  void withoutAServerItGoes() throws IOException {
    try (Application application = Application.open(folder, Map.of())) {
      fill(application, folder);
    }

    assertThat(run(ExitCode.DONE, folder))
        .contains("1  photos that were refused or failed", "1  executions", "1  mails")
        .doesNotContain("Nothing was deleted");
    assertThat(run(ExitCode.DONE, folder, "--json"))
        .isEqualTo(
            """
            {"dryRun":false,"refusedPhotos":0,"executions":0,"cases":0,"mails":0,"riders":0,\
            "notices":0,"oldest":{}}
            """);
    try (Application application = Application.open(folder, Map.of())) {
      assertThat(
              application.get(Executions.class).list(Executions.Filter.ALL, null, 1).executions())
          .isEmpty();
    }
  }

  /** A refusal of long ago, and the mail that told of it. */
  private static void fill(Application application, Path data) throws IOException {
    ExecutionId id = ExecutionId.random();
    String key = RiderPhotoKey.of(Riders.ada(), id, "selfie.jpg").text();
    PhotoRef photo = new PhotoRef("rider-photos", key);
    application.get(PhotoStore.class).put(photo, Photos.nobody());
    Executions executions = application.get(Executions.class);
    Execution begun =
        executions.start(
            Execution.started(
                id, new Submission(Riders.ada(), photo, false, null), LONG_AGO.minusSeconds(1)));
    executions.save(begun.ended(Status.REJECTED, true, LONG_AGO));
    Path mail = Files.createDirectories(data.resolve("mailbox")).resolve("one.eml");
    Files.writeString(mail, "Subject: a mail\n\nof long ago");
    Files.setLastModifiedTime(mail, FileTime.from(LONG_AGO));
  }

  private String run(int exitCode, Path data, String... options) {
    console.forgetOut();
    String[] all = new String[options.length + 3];
    all[0] = "retention";
    all[1] = "--data";
    all[2] = data.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    assertThat(RiderPhotos.execute(all)).as(console.err()).isEqualTo(exitCode);
    return console.out();
  }
}
