package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit}, and what commands tell it, beside a server that uses the same folder. */
class AuditCommandTest {
  private static final String USER = System.getProperty("user.name");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension private final Console console = new Console();

  @TempDir private Path home;

  @Test
  void commandsTellWhoDidWhat() {
    ran("keys", "create", "--scope", "review", "--name", "Bea");
    String key = ran("keys", "list").substring(0, 12);
    ran("link", "--rider", "boris");
    ran("link", "revoke", "--rider", "boris");
    ran("keys", "revoke", key);

    String listed = ran("audit", "list");
    assertThat(listed.lines().limit(4))
        .satisfiesExactly(
            line -> assertThat(line).contains("command-line " + USER, "key-revoked  " + key),
            line -> assertThat(line).contains("link-revoked"),
            line -> assertThat(line).contains("link-made"),
            line -> assertThat(line).contains("key-created  " + key + "  review"));
    assertThat(listed).doesNotContain("boris");
    assertThat(ran("audit", "list", "--rider", "boris", "--act", "link-made").lines()).hasSize(1);
    assertThat(ran("audit", "list", "--limit", "1", "--json")).startsWith("{\"number\":");
    assertThat(ran("audit", "verify")).startsWith("SOUND  ");
    run(ExitCode.USAGE, "audit", "list", "--act", "nonsense");
    assertThat(console.err()).contains("act is one of case-opened");
  }

  @Test
  void anExportIsToldItself() {
    ran("link", "--rider", "ada");

    assertThat(ran("audit", "export", "--csv")).startsWith("Number,At,Who");
    assertThat(ran("audit", "export", "--json-lines").lines())
        .allMatch(line -> line.startsWith("{\"number\":"))
        .anyMatch(line -> line.contains("\"act\":\"exported\""));
    run(ExitCode.USAGE, "audit", "export");
  }

  @Test
  void theLastTenCutOffAreNamedAlsoInABackup() throws IOException {
    for (int i = 0; i < 12; i++) {
      ran("link", "--rider", "ada");
    }
    String before = ran("audit", "verify");
    Path copy = home.resolve("copy");
    String backup = home.resolve("backup.zip").toString();
    ran("backup", backup);
    runOn(copy, ExitCode.DONE, "restore", backup);
    assertThat(verified(copy, ExitCode.DONE)).startsWith("SOUND  ").isNotEqualTo(before);
    assertThat(ranOn(copy, "audit", "list", "--limit", "2"))
        .contains("backup-restored", "backed-up");

    cutOff(copy, 10);
    String found = verified(copy, ExitCode.REJECTED);
    assertThat(found).matches("(?s)BROKEN  entries \\d+ to \\d+ cut off the end.*");

    String second = home.resolve("second.zip").toString();
    runOn(copy, ExitCode.DONE, "backup", second);
    Path again = home.resolve("again");
    runOn(again, ExitCode.DONE, "restore", second);
    assertThat(verified(again, ExitCode.REJECTED))
        .matches("(?s)BROKEN  entries \\d+ to \\d+ mis.*");
  }

  private static void cutOff(Path data, int entries) throws IOException {
    try (Application application = Application.open(data, Application.QUIET)) {
      int _ =
          application
              .get(Database.class)
              .write(
                  "tamper",
                  connection ->
                      Statements.change(
                          connection,
                          "delete from audit_entry where number in (select number from audit_entry"
                              + " order by number desc limit ?)",
                          entries));
    }
  }

  private String verified(Path data, int exitCode) {
    runOn(data, exitCode, "audit", "verify");
    return console.out().strip();
  }

  private String ran(String... arguments) {
    run(ExitCode.DONE, arguments);
    return console.out().strip();
  }

  private String ranOn(Path data, String... arguments) {
    runOn(data, ExitCode.DONE, arguments);
    return console.out().strip();
  }

  private void run(int exitCode, String... arguments) {
    runOn(SERVER.data(), exitCode, arguments);
  }

  private void runOn(Path data, int exitCode, String... arguments) {
    console.forgetOut();
    String[] all =
        Stream.concat(Arrays.stream(arguments), Stream.of("--data", data.toString()))
            .toArray(String[]::new);
    assertThat(RiderPhotos.execute(all)).as(console.err()).isEqualTo(exitCode);
  }
}
