package dev.riderphotos.app.serverless;

import static dev.riderphotos.app.testkit.DeployedStacks.ID;
import static dev.riderphotos.app.testkit.DeployedStacks.objects;
import static dev.riderphotos.app.testkit.DeployedStacks.resources;
import static dev.riderphotos.app.testkit.DeployedStacks.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.app.testkit.DeployedStacks;
import dev.riderphotos.app.testkit.RecordingPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack is taken out by the AWS CLI: here by one that writes down what it is called for. */
class StackRemovalTest {
  private static final StackName NAME = new StackName("rp");
  private static final String VERSIONS =
      "aws s3api list-object-versions --bucket %s --max-keys 1000 --no-paginate --output json";

  @TempDir private Path folder;
  private RecordingPrograms recorded;
  private Programs programs;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void deploy() throws IOException {
    recorded = RecordingPrograms.in(folder, "aws");
    programs = new Programs(recorded.path(), told::add);
    recorded.answer("cloudformation describe-stacks", stack(DeployedStack.OURS + ": it is"));
    recorded.answer(
        "cloudformation list-stack-resources",
        resources(
            "AWS::S3::Bucket rp-photos CREATE_COMPLETE",
            "AWS::S3::Bucket rp-thumbnails CREATE_COMPLETE",
            "AWS::S3::Bucket rp-before DELETE_COMPLETE",
            "AWS::DynamoDB::Table rp-riders CREATE_COMPLETE",
            "AWS::Rekognition::Collection rp-riders CREATE_COMPLETE",
            "AWS::SecretsManager::Secret arn:signing CREATE_COMPLETE"));
    recorded.answer(
        "s3api list-object-versions rp-photos", objects(List.of("riders/ada/1/a b+%.jpg", "ü")));
    recorded.answer(
        "s3api list-object-versions rp-photos",
        """
        {"Versions": [{"Key": "v", "VersionId": "2"}],
         "DeleteMarkers": [{"Key": "v", "VersionId": "3"}]}
        """);
    recorded.answer("s3api list-object-versions rp-photos", "");
    recorded.answer("s3api list-object-versions rp-thumbnails", "{}");
  }

  private StackRemoval removal() {
    return StackRemoval.of(programs, DeployedStack.find(programs, NAME).orElseThrow());
  }

  @Test
  void bucketsAreEmptiedBeforeTheStackIsDeleted() throws IOException {
    removal().remove(told::add);

    assertThat(recorded.calls().stream().map(StackRemovalTest::withoutFile))
        .containsExactly(
            "aws cloudformation describe-stacks --stack-name rp --output json",
            "aws cloudformation list-stack-resources --stack-name %s --output json".formatted(ID),
            VERSIONS.formatted("rp-photos"),
            "aws s3api delete-objects --bucket rp-photos --delete FILE --output json",
            VERSIONS.formatted("rp-photos"),
            "aws s3api delete-objects --bucket rp-photos --delete FILE --output json",
            VERSIONS.formatted("rp-photos"),
            VERSIONS.formatted("rp-thumbnails"),
            "aws secretsmanager delete-secret --secret-id arn:signing"
                + " --force-delete-without-recovery",
            "aws cloudformation delete-stack --stack-name " + ID,
            "aws cloudformation wait stack-delete-complete --stack-name " + ID);
    assertThat(told)
        .contains("rp-photos is empty: 4 deleted.", "rp-thumbnails is empty: 0 deleted.");
  }

  @Test
  void everyVersionIsNamedInPlainLetters() throws IOException {
    removal().remove(told::add);

    List<String> documents = recorded.documents();
    assertThat(documents).hasSize(2).allMatch(text -> text.chars().allMatch(c -> c < 128));
    assertThat(documents.getFirst())
        .contains("\"Quiet\":true", "riders/ada/1/a b+%.jpg", "\\u00fc", "\"VersionId\":\"null\"");
    assertThat(documents.getLast()).contains("\"VersionId\":\"2\"", "\"VersionId\":\"3\"");
  }

  @Test
  void everyCommandIsToldBeforeItRuns() throws IOException {
    removal().remove(told::add);

    List<String> commands = told.stream().filter(line -> line.startsWith("+ aws ")).toList();
    assertThat(commands).hasSameSizeAs(recorded.calls());
    assertThat(commands).contains("+ aws cloudformation delete-stack --stack-name " + ID);
  }

  @Test
  void whatWillBeLostIsNamed() {
    assertThat(removal().losses())
        .contains("the stack rp in eu-central-1")
        .contains("buckets rp-photos, rp-thumbnails\n")
        .contains("rows of 1 tables")
        .contains("collections rp-riders\n")
        .doesNotContain("rp-before");
  }

  @Test
  void aStackOfOthersIsNotTouched() throws IOException {
    recorded.forget("cloudformation describe-stacks");
    recorded.answer("cloudformation describe-stacks", stack("A shop"));

    assertThatThrownBy(this::removal)
        .isInstanceOf(ProgramException.class)
        .hasMessage("The stack rp is none of Rider Photos; nothing was touched.");
    assertThat(recorded.calls()).hasSize(1);
  }

  @Test
  void aStackThatIsGoneIsNotThere() throws IOException {
    recorded.forget("cloudformation describe-stacks");
    recorded.fail("cloudformation describe-stacks", DeployedStacks.NO_STACK);

    assertThat(DeployedStack.find(programs, NAME)).isEmpty();
  }

  @Test
  void whatIsRefusedIsNoStackThatIsGone() throws IOException {
    recorded.forget("cloudformation describe-stacks");
    recorded.fail("cloudformation describe-stacks", "Unable to locate credentials");

    assertThatThrownBy(() -> DeployedStack.find(programs, NAME))
        .isInstanceOf(ProgramException.class)
        .hasMessage(
            "aws cloudformation describe-stacks ended with 254. It said: Unable to locate"
                + " credentials");
  }

  @Test
  void afterAFaultMidwayItSaysWhatIsLeftAndGoesOnFromThere() throws IOException {
    recorded.fail("s3api delete-objects rp-photos", "Connection was closed");

    assertThatThrownBy(() -> removal().remove(told::add))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("Connection was closed")
        .hasMessageContaining(
            "Not deleted yet: the buckets rp-photos, rp-thumbnails and the stack rp. Run the same"
                + " command again: it goes on from there.");
    assertThat(recorded.calls()).noneMatch(call -> call.contains("delete-stack"));

    recorded.forget("s3api delete-objects rp-photos");
    recorded.forgetCalls();
    removal().remove(told::add);

    assertThat(recorded.calls())
        .anyMatch(call -> call.startsWith("aws s3api delete-objects --bucket rp-photos"))
        .anyMatch(call -> call.startsWith("aws cloudformation delete-stack"));
  }

  @Test
  void anObjectThatS3DoesNotDeleteIsAFault() throws IOException {
    recorded.answer(
        "s3api delete-objects rp-photos", "{\"Errors\": [{\"Code\": \"AccessDenied\"}]}");

    assertThatThrownBy(() -> removal().remove(told::add))
        .hasMessageContaining("S3 did not delete 1 objects of rp-photos: AccessDenied.");
  }

  @Test
  void aBucketThatIsGoneMeanwhileIsEmpty() throws IOException {
    recorded.forget("s3api list-object-versions rp-photos");
    recorded.fail(
        "s3api list-object-versions rp-photos",
        "An error occurred (NoSuchBucket) when calling the ListObjectVersions operation");

    removal().remove(told::add);

    assertThat(recorded.calls()).anyMatch(call -> call.startsWith("aws cloudformation delete-"));
  }

  @Test
  void whatCloudFormationLeavesIsNamed() throws IOException {
    StackRemoval removal = removal();
    recorded.fail("cloudformation wait", "Waiter StackDeleteComplete failed");
    recorded.forget("cloudformation list-stack-resources");
    recorded.answer(
        "cloudformation list-stack-resources",
        resources(
            "AWS::S3::Bucket rp-photos DELETE_FAILED",
            "AWS::DynamoDB::Table rp-riders DELETE_COMPLETE"));

    assertThatThrownBy(() -> removal.remove(told::add))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("These are left:\n  AWS::S3::Bucket rp-photos\n")
        .hasMessageContaining("it goes on from there")
        .hasMessageNotContaining("rp-riders");
  }

  @Test
  void collectionsOfMigrationsAreNamedAndLeftAlone() throws IOException {
    recorded.answer(
        "rekognition list-collections",
        "{\"CollectionIds\": [\"rp-riders\", \"rp-riders-2\", \"gallery\"]}");

    assertThat(removal().otherCollections()).containsExactly("rp-riders-2");
    assertThat(recorded.calls()).noneMatch(call -> call.contains("delete"));
  }

  private static String withoutFile(String call) {
    return call.replaceFirst("file://\\S+", "FILE");
  }
}
