package dev.riderphotos.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.DeployedStacks;
import dev.riderphotos.app.testkit.RecordingPrograms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that put the workflow on AWS and take it out, with an AWS CLI that records. */
class StackCommandsTest {
  private static final String OURS = "Rider Photos without a server: it is";

  @TempDir private Path folder;
  @RegisterExtension private final Console console = new Console();
  private RecordingPrograms recorded;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void deploy() throws IOException {
    recorded = RecordingPrograms.in(folder, "aws");
    recorded.answer(
        "cloudformation describe-stacks",
        DeployedStacks.stack(
            OURS, "SettingBackend=aws", "SettingCorsOrigins=https://a.example https://b.example"));
    recorded.answer(
        "cloudformation list-stack-resources",
        DeployedStacks.resources("AWS::S3::Bucket rp-photos CREATE_COMPLETE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package --bucket code",
        "deploy rp --bucket code --sender a@example.com --set Memory=1024",
        "settings rp",
        "destroy rp"
      })
  void aDryRunOnlyPrints(String command) throws IOException {
    String[] line = ("aws " + command + " --dry-run").split(" ");

    assertThat(RiderPhotos.execute(line)).isEqualTo(ExitCode.DONE);

    assertThat(console.out().lines())
        .isNotEmpty()
        .allMatch(printed -> printed.startsWith("aws ") || printed.startsWith("mvn "));
    assertThat(console.err()).isEmpty();
    assertThat(recorded.calls()).isEmpty();
  }

  @Test
  void parametersAreHandedOn() {
    RiderPhotos.execute(
        "aws",
        "deploy",
        "rp",
        "--bucket",
        "code",
        "--sender",
        "a@example.com",
        "--set",
        "Memory=1024",
        "--set",
        "Origins=https://a.example,https://b.example",
        "--dry-run");

    assertThat(console.out().strip())
        .contains("--stack-name rp --s3-bucket code")
        .endsWith(" Sender=a@example.com Memory=1024 Origins=https://a.example,https://b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package",
        "deploy --bucket code",
        "deploy rp",
        "deploy Rider_Photos --bucket code",
        "deploy rp --bucket code --set Memory",
        "settings",
        "settings rp;ls",
        "destroy"
      })
  void wrongUsageIsTold(String command) {
    assertThat(RiderPhotos.execute(("aws " + command).split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).isNotEmpty();
  }

  @Test
  void settingsAreLinesOfAnEnvironment() throws IOException, InterruptedException {
    Ended ended = run("", "aws", "settings", "rp");

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out().lines())
        .containsExactly(
            "AWS_REGION=eu-central-1",
            "BACKEND=aws",
            "CORS_ORIGINS='https://a.example https://b.example'");
    assertThat(ended.err().strip())
        .isEqualTo("+ aws cloudformation describe-stacks --stack-name rp --output json");
  }

  @Test
  void settingsForMachinesAreOneLine() throws IOException, InterruptedException {
    Ended ended = run("", "aws", "settings", "rp", "--json");

    assertThat(ended.out().lines()).hasSize(1);
    assertThat(ended.out()).startsWith("{").contains("\"AWS_REGION\":\"eu-central-1\"");
  }

  @Test
  void destroyingAsksAndIsDoneByTheNameAlone() throws IOException, InterruptedException {
    Ended refused = run("yes\n", "aws", "destroy", "rp");

    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.out()).contains("all objects of the buckets rp-photos");
    assertThat(refused.err())
        .contains("Type the stack's name, rp")
        .contains("Nothing was deleted.");
    assertThat(recorded.calls()).noneMatch(call -> call.contains("delete"));

    Ended done = run("rp\n", "aws", "destroy", "rp");

    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
    assertThat(done.out())
        .contains("The stack rp is gone.", "No collection is left whose name begins");
    assertThat(recorded.calls())
        .contains("aws cloudformation delete-stack --stack-name " + DeployedStacks.ID);
  }

  @Test
  void aStackIsGoneAlsoWhereNobodyMayAskForCollections() throws IOException, InterruptedException {
    recorded.fail("rekognition list-collections", "AccessDeniedException");

    Ended done = run("", "aws", "destroy", "rp", "--yes");

    assertThat(done.code()).isEqualTo(ExitCode.DONE);
    assertThat(done.out()).contains("The stack rp is gone.").contains("AccessDeniedException");
  }

  @Test
  void aFaultMidwayIsTemporaryAndAStackThatIsGoneIsFine() throws IOException, InterruptedException {
    recorded.fail("cloudformation delete-stack", "Rate exceeded");

    Ended failed = run("", "aws", "destroy", "rp", "--yes");

    assertThat(failed.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(failed.err()).contains("Rate exceeded").contains("Not deleted yet: the stack rp.");

    recorded.forget("cloudformation describe-stacks");
    recorded.fail("cloudformation describe-stacks", DeployedStacks.NO_STACK);

    Ended gone = run("", "aws", "destroy", "rp");

    assertThat(gone.code()).isEqualTo(ExitCode.DONE);
    assertThat(gone.out()).isEqualTo("There is no stack rp here: nothing is left of it.\n");
    assertThat(run("", "aws", "settings", "rp").code()).isEqualTo(ExitCode.UNAVAILABLE);
  }

  @Test
  void withoutTheCliASentenceSaysSo() throws IOException, InterruptedException {
    Process process =
        Commands.start(
            List.of("aws", "settings", "rp"), Map.of("PATH", folder.resolve("none").toString()));

    Ended ended = end(process, "");

    assertThat(ended.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(ended.err())
        .startsWith("rider-photos: The AWS CLI (aws) is needed and is not on the PATH");
    assertThat(ended.err().lines()).hasSize(1);
  }

  private Ended run(String typed, String... command) throws IOException, InterruptedException {
    return end(Commands.start(List.of(command), Map.of("PATH", recorded.path())), typed);
  }

  private static Ended end(Process process, String typed) throws IOException, InterruptedException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(typed.getBytes(UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, err);
  }
}
