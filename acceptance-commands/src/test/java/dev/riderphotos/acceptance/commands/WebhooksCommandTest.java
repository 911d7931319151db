package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.DeadAnnouncements;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.testkit.Riders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Webhooks by command, beside a server that uses the same data folder and tells nobody. */
class WebhooksCommandTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension private final Console console = new Console();

  @Test
  void withoutAnAddressThereIsNothingToTry() {
    assertThat(run("webhooks", "test")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("set webhooks.url");
  }

  @Test
  void deadLettersAreListedRedrivenAndDropped() {
    Announcements announcements = SERVER.application().get(Announcements.class);
    AnnouncementId first = dead();
    AnnouncementId second = dead();
    announcements.switchOff(new Off(Instant.EPOCH, "410"));

    assertThat(run("webhooks", "show")).isZero();
    assertThat(console.out()).contains("Not set up", "0 pending, 2 dead");
    assertThat(run("webhooks", "on")).isZero();
    assertThat(announcements.off()).isEmpty();
    console.forgetOut();
    assertThat(run("webhooks", "dead")).isZero();
    assertThat(console.out()).startsWith(first + "  execution.ended  ").contains(second + "  ");
    console.forgetOut();
    assertThat(run("webhooks", "dead", "--json")).isZero();
    assertThat(console.out()).contains("\"riderId\":\"ada\"", "\"error\":\"500\"");
    assertThat(run("webhooks", "drop", first.toString())).isZero();
    assertThat(run("webhooks", "drop", first.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(run("webhooks", "redrive", first.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(run("webhooks", "drop", "nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(run("webhooks", "redrive")).isZero();
    assertThat(announcements.backlog().pending()).isEqualTo(1);
  }

  private static AnnouncementId dead() {
    AnnouncementId id = AnnouncementId.at(Instant.now());
    ExecutionEnded end =
        new ExecutionEnded(
            id,
            Riders.ada(),
            Instant.EPOCH,
            ExecutionId.random(),
            Status.VERIFIED,
            null,
            List.of(),
            Instant.EPOCH);
    DeadAnnouncements.add(SERVER, end, "500", Instant.EPOCH);
    return id;
  }

  private int run(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--data";
    all[all.length - 1] = SERVER.data().toString();
    return RiderPhotos.execute(all);
  }
}
