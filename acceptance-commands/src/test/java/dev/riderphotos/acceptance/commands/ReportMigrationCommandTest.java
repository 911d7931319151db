package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate report}, beside a server. */
class ReportMigrationCommandTest {
  private static final String PATH = "/v1/migrations";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @Test
  void onePageShowsWhatIsToBeLookedAt() throws IOException {
    SERVER.application().get(MigrationRuns.class).start();
    Client client = SERVER.client();
    client.verify("Ada", Photos.of(Person.ADA)).isVerified();
    Answer clara = client.verify("Clara <b>", Photos.of(Person.CLARA)).isVerified();
    SERVER
        .application()
        .get(PhotoStore.class)
        .put(
            new PhotoRef(clara.textAt("photo/s3bucket"), clara.textAt("photo/s3key")),
            Photos.nobody());
    String live = SERVER.application().get(LiveCollections.class).of(Role.RIDERS).value();
    String id =
        client
            .post(PATH, "{\"from\":\"%s\",\"to\":\"new\",\"sameModel\":true}".formatted(live))
            .textAt("id");
    assertThat(client.post(PATH + "/" + id + "/resume", "").status()).isEqualTo(202);
    assertThat(client.get(PATH + "/" + id + "/events").status()).isEqualTo(200);
    Path page = home.resolve("report.html");

    int code =
        RiderPhotos.execute(
            "migrate", "report", id, "--html", page.toString(), "--data", "" + SERVER.data());

    assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page))
        .contains("<h1>Migration " + id)
        .contains("<tr><th scope=\"row\">Moved</th><td>1</td></tr>")
        .contains("<tr><th scope=\"row\">Not found again</th><td>1</td></tr>")
        .contains("Clara &lt;b&gt;")
        .contains("href=\"data:image/")
        .containsPattern("<rect class=\"old\" x=\"[0-9.]+\"")
        .doesNotContain("<b>", "http:", "https:");
    assertThat(console.out()).isEmpty();
  }
}
