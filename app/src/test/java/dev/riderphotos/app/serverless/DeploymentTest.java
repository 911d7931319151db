package dev.riderphotos.app.serverless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.app.testkit.DeployedStacks;
import dev.riderphotos.app.testkit.RecordingPrograms;
import dev.riderphotos.app.testkit.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack is made by the AWS CLI: here by one that writes down what it is called for. */
class DeploymentTest {
  private static final StackName NAME = new StackName("rp");
  private static final List<String> SENDER = List.of("Sender=a@example.com");

  @TempDir private Path home;
  @TempDir private Path folder;
  private RecordingPrograms recorded;
  private Programs programs;
  private Deployment deployment;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void install() throws IOException {
    recorded = RecordingPrograms.in(folder, "aws", "mvn");
    programs = new Programs(recorded.path(), told::add);
    deployment = new Deployment(home, "code");
  }

  private void built() throws IOException {
    Path zip = home.resolve("lambda/target/rider-photos-lambda.zip");
    Files.createDirectories(zip.getParent());
    Files.writeString(zip, "zip");
  }

  private void packed(String text) throws IOException {
    Path packaged = home.resolve("target/aws/packaged.yaml");
    Files.createDirectories(packaged.getParent());
    Files.writeString(packaged, text);
  }

  @Test
  void functionsAreBuiltAndPutIntoTheBucket() throws IOException {
    built();

    deployment.pack(programs);

    assertThat(recorded.calls())
        .containsExactly(
            "mvn -q -B -Dtests.off -f %s/pom.xml -pl lambda -am package".formatted(home),
            "aws cloudformation package --template-file %1$s/deploy/aws/template.yaml"
                    .formatted(home)
                + " --s3-bucket code --s3-prefix rider-photos --output-template-file"
                + " %s/target/aws/packaged.yaml".formatted(home));
    assertThat(told)
        .containsExactlyElementsOf(recorded.calls().stream().map("+ "::concat).toList());
    assertThat(home.resolve("target/aws")).isDirectory();
  }

  @Test
  void withoutTheZipNothingIsPutThere() throws IOException {
    assertThatThrownBy(() -> deployment.pack(programs))
        .isInstanceOf(ProgramException.class)
        .hasMessage("The build made no lambda/target/rider-photos-lambda.zip.");
    assertThat(recorded.calls()).hasSize(1);
  }

  @Test
  void theStackIsMadeOfWhatWasPackedUp() throws IOException {
    packed("template");

    deployment.deploy(programs, NAME, SENDER);

    assertThat(recorded.calls()).hasSize(1);
    assertThat(recorded.calls().getFirst())
        .startsWith("aws cloudformation deploy --template-file " + home)
        .contains(
            "packaged.yaml --stack-name rp --s3-bucket code --s3-prefix rider-photos"
                + " --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND"
                + " --no-fail-on-empty-changeset --parameter-overrides Edition=")
        .endsWith(" Sender=a@example.com");
  }

  /** CloudFormation does not see that a parameter makes a function another. */
  @Test
  void anotherTemplateOrParameterIsAnotherEdition() throws IOException {
    packed("template");
    List<String> first = deployment.deploying(NAME, SENDER);
    List<String> memory = deployment.deploying(NAME, List.of("Memory=1024"));

    assertThat(deployment.deploying(NAME, SENDER)).isEqualTo(first);
    packed("another");

    assertThat(
            List.of(edition(first), edition(memory), edition(deployment.deploying(NAME, SENDER))))
        .doesNotHaveDuplicates()
        .allMatch(edition -> edition.matches("Edition=[0-9a-f]{16}"));
  }

  private static String edition(List<String> command) {
    return command.stream().filter(word -> word.startsWith("Edition=")).findFirst().orElseThrow();
  }

  @Test
  void whatIsNotPackedUpIsNotDeployed() throws IOException {
    assertThatThrownBy(() -> deployment.deploy(programs, NAME, SENDER))
        .hasMessage("Nothing is packed up yet: run rider-photos aws package --bucket code first.");
    assertThat(recorded.calls()).isEmpty();
  }

  @Test
  void aFaultSaysWhatToDoAndWhatAwsSaidIsHeard() throws IOException {
    packed("template");
    recorded.fail("cloudformation deploy", "Failed to create/update the stack");

    assertThatThrownBy(() -> deployment.deploy(programs, NAME, SENDER))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("aws cloudformation deploy ended with 254.")
        .hasMessageContaining("run the same command again")
        .hasMessageContaining("rider-photos aws destroy rp");
    assertThat(told).contains("Failed to create/update the stack");

    recorded.forget("cloudformation deploy");
    deployment.deploy(programs, NAME, SENDER);
  }

  @Test
  void withoutTheCliASentenceSaysSo() throws IOException {
    packed("template");
    Programs none = new Programs(home.toString(), told::add);

    assertThatThrownBy(() -> deployment.deploy(none, NAME, SENDER))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("The AWS CLI (aws) is needed and is not on the PATH");
    assertThatThrownBy(() -> deployment.pack(none)).hasMessageContaining("AWS CLI");
    assertThat(told).isEmpty();
  }

  @Test
  void theSourceTreeIsTheOneThatThisWasBuiltIn() {
    assertThat(Deployment.home().resolve("deploy/aws/template.yaml")).isRegularFile();
    assertThat(Template.FILE.toAbsolutePath().normalize()).startsWith(Deployment.home());
  }

  @Test
  void theTemplateIsKnownAsOurs() throws IOException {
    assertThat(Template.read().get("Description").toString()).startsWith(DeployedStack.OURS);
  }

  @Test
  void outputsAreSettings() throws IOException {
    recorded.answer(
        "cloudformation describe-stacks",
        DeployedStacks.stack(
            DeployedStack.OURS,
            "RiderPhotoS3Bucket=rp-photos",
            "SettingBackend=aws",
            "SettingAwsTablesRevokedLinks=rp-revoked-links"));

    assertThat(DeployedStack.find(programs, NAME).orElseThrow().settings())
        .isEqualTo(
            Map.of(
                "BACKEND", "aws",
                "AWS_TABLES_REVOKED_LINKS", "rp-revoked-links",
                "AWS_REGION", "eu-central-1"));
  }

  @Test
  void aStackThatIsNotReadyHasNoSettings() throws IOException {
    recorded.answer("cloudformation describe-stacks", DeployedStacks.stack(DeployedStack.OURS));
    DeployedStack stack = DeployedStack.find(programs, NAME).orElseThrow();

    assertThatThrownBy(stack::settings)
        .hasMessage("The stack rp is CREATE_COMPLETE and has no settings yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Rp", "1rp", "-rp", "r_p", "r p", "rider-photos-of-all", "rp;ls"})
  void aNameThatBucketsCannotBeginWithIsRefused(String name) {
    assertThatThrownBy(() -> new StackName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "two words", "$HOME", "", "a;b", "ü"})
  void wordsAreQuotedForAShell(String word) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWords.quoted(word)).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word);
    assertThat(shell.waitFor()).isZero();
  }
}
