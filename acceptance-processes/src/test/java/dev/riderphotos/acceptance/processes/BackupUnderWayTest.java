package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.ComingAndGoing;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.ServerProcess;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups of a server that verifies, replaces and erases riders all the while, restored: whoever
 * was verified before a backup began is there, whoever was erased is not. {@code
 * -Dbackup.rounds=20} makes it twenty.
 */
class BackupUnderWayTest {
  private static final int ROUNDS = Integer.getInteger("backup.rounds", 3);

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void whatWasAcknowledgedIsThereAndWhoWasErasedIsGone() throws Exception {
    int checked = 0;
    try (ServerProcess server = ServerProcess.start(data());
        ComingAndGoing riders = new ComingAndGoing(server.client())) {
      for (int round = 0; round < ROUNDS; round++) {
        checked += round(riders, round);
      }
    }
    assertThat(checked).as("riders who were looked for").isGreaterThan(ROUNDS);
  }

  private int round(ComingAndGoing riders, int round) throws IOException, InterruptedException {
    riders.waitForArrivals(4);
    Set<String> before = riders.verified();
    Path file = home.resolve(round + ".zip");
    run("backup", file.toString(), "--data", data().toString());
    riders.waitForErasures(1);
    Set<String> erased = riders.erased();
    Path log = Files.copy(data().resolve("erasures.log"), home.resolve(round + ".log"));
    before.removeAll(riders.leaving());

    Path place = home.resolve("restored-" + round);
    run("restore", file.toString(), "--data", place.toString(), "--erased", log.toString());
    try (Application application = Application.open(place, Application.QUIET)) {
      before.forEach(rider -> assertWhole(application, rider));
      RiderProfiles profiles = application.get(RiderProfiles.class);
      erased.forEach(rider -> assertThat(profiles.find(new RiderId(rider))).as(rider).isEmpty());
    }
    Folders.delete(place);
    return before.size();
  }

  private static void assertWhole(Application application, String rider) {
    PhotoStore photos = application.get(PhotoStore.class);
    RiderProfile profile =
        application.get(RiderProfiles.class).find(new RiderId(rider)).orElseThrow();
    assertThat(photos.get(profile.photo())).as("photo of %s", rider).isPresent();
    assertThat(photos.get(profile.thumbnail())).as("thumbnail of %s", rider).isPresent();
    assertThat(application.get(RiderFaces.class).find(profile.face())).isPresent();
  }

  private void run(String... line) {
    assertThat(RiderPhotos.execute(line)).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(console.err()).doesNotContain("not in the data folder");
  }

  private Path data() {
    return home.resolve("data");
  }
}
