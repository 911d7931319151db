package dev.riderphotos.app.serverless;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes a stack out of an account, with all that is kept in it: first what CloudFormation does not
 * delete, then the stack. May be repeated, also when it was cut short. Touches only what the stack
 * itself names as its own.
 */
public final class StackRemoval {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final String COLLECTION = "AWS::Rekognition::Collection";
  private static final String GONE = "DELETE_COMPLETE";

  private static final String AGAIN = " Run the same command again: it goes on from there.";

  private final Programs programs;
  private final DeployedStack stack;
  private final List<Part> parts;

  /** Something that belongs to the stack. */
  private record Part(String type, String id, String status, String reason) {
    static Part of(AwsAnswer summary) {
      return new Part(
          summary.text("ResourceType"),
          summary.text("PhysicalResourceId"),
          summary.text("ResourceStatus"),
          summary.text("ResourceStatusReason"));
    }

    boolean there() {
      return !status.equals(GONE) && !id.isEmpty();
    }

    String told() {
      return "  %s %s%s".formatted(type, id, reason.isEmpty() ? "" : ": " + reason);
    }
  }

  private StackRemoval(Programs programs, DeployedStack stack, List<Part> parts) {
    this.programs = programs;
    this.stack = stack;
    this.parts = parts;
  }

  /**
   * Looks at what belongs to the stack, and changes nothing.
   *
   * @throws ProgramException if the stack is none of Rider Photos
   */
  public static StackRemoval of(Programs programs, DeployedStack stack) {
    stack.refuseUnlessOurs();
    return new StackRemoval(programs, stack, parts(programs, stack.id()));
  }

  /** The commands that it comes to, with words in capitals for what only the stack can tell. */
  public static List<String> commands(StackName name) {
    return Stream.of(
            DeployedStack.asking(name),
            listing(name.value()),
            versions("BUCKET"),
            deletion("BUCKET", "VERSIONS"),
            secretDeletion("SECRET"),
            stackDeletion(name.value()),
            waiting(name.value()),
            collections())
        .map(ShellWords::line)
        .toList();
  }

  /** Says what will be lost, for people. */
  public String losses() {
    return """
    This deletes the stack %s in %s, and for good:
      all objects of the buckets %s
      all rows of %d tables, with every rider's profile and every execution
      all faces of the collections %s
      and what else belongs to the stack: functions, queues with their events, logs, the secret\
    """
        .formatted(
            stack.name(),
            stack.region(),
            named(BUCKET),
            there("AWS::DynamoDB::Table").size(),
            named(COLLECTION));
  }

  /**
   * Deletes all of it.
   *
   * @param told hears how far it is
   * @throws ProgramException if anything is left of it, which the message names
   */
  public void remove(Consumer<String> told) {
    List<Part> buckets = there(BUCKET);
    for (int i = 0; i < buckets.size(); i++) {
      List<Part> left = buckets.subList(i, buckets.size());
      orSaying(left, () -> told.accept(emptied(left.getFirst().id())));
    }
    for (Part secret : there(SECRET)) {
      orSaying(List.of(), () -> programs.run(secretDeletion(secret.id())));
    }
    orSaying(List.of(), this::deleteStack);
  }

  /** Says which collections are left that may be the stack's: those that a migration made. */
  public List<String> otherCollections() {
    List<String> own = there(COLLECTION).stream().map(Part::id).toList();
    return AwsAnswer.of(programs.read(collections())).texts("CollectionIds").stream()
        .filter(name -> name.startsWith(stack.name() + "-") && !own.contains(name))
        .toList();
  }

  private void orSaying(List<Part> bucketsLeft, Runnable work) {
    try {
      work.run();
    } catch (ProgramException fault) {
      String buckets =
          bucketsLeft.isEmpty()
              ? ""
              : "the buckets %s and "
                  .formatted(bucketsLeft.stream().map(Part::id).collect(joining(", ")));
      throw new ProgramException(
          "%s Not deleted yet: %sthe stack %s.%s"
              .formatted(fault.getMessage(), buckets, stack.name(), AGAIN),
          fault);
    }
  }

  private String emptied(String bucket) {
    long deleted = 0;
    List<Map<String, String>> batch = batch(bucket);
    while (!batch.isEmpty()) {
      delete(bucket, batch);
      deleted += batch.size();
      batch = batch(bucket);
    }
    return "%s is empty: %,d deleted.".formatted(bucket, deleted);
  }

  /** Some objects with their versions, which of buckets without versions is the one they have. */
  private List<Map<String, String>> batch(String bucket) {
    AwsAnswer answer;
    try {
      answer = AwsAnswer.of(programs.read(versions(bucket)));
    } catch (ProgramException fault) {
      if (String.valueOf(fault.getMessage()).contains("NoSuchBucket")) {
        return List.of();
      }
      throw fault;
    }
    return Stream.of("Versions", "DeleteMarkers")
        .flatMap(kind -> answer.list(kind).stream())
        .map(object -> Map.of("Key", object.text("Key"), "VersionId", object.text("VersionId")))
        .toList();
  }

  private void delete(String bucket, List<Map<String, String>> objects) {
    try {
      Path file = Files.createTempFile("rider-photos", ".json");
      try {
        Files.writeString(file, document(objects), US_ASCII);
        AwsAnswer answer = AwsAnswer.of(programs.read(deletion(bucket, file.toString())));
        List<AwsAnswer> refused = answer.list("Errors");
        if (!refused.isEmpty()) {
          throw new ProgramException(
              "S3 did not delete %d objects of %s: %s."
                  .formatted(refused.size(), bucket, refused.getFirst().text("Code")));
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** In ASCII: the CLI reads files as the machine's language has them. */
  private static String document(List<Map<String, String>> objects) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Objects", objects);
    document.put("Quiet", true);
    StringBuilder ascii = new StringBuilder();
    ObjectMapper.getDefault()
        .writeValueAsString(document)
        .chars()
        .forEach(
            character ->
                ascii.append(
                    character < 128
                        ? Character.toString(character)
                        : "\\u%04x".formatted(character)));
    return ascii.toString();
  }

  private void deleteStack() {
    programs.run(stackDeletion(stack.id()));
    try {
      programs.run(waiting(stack.id()));
    } catch (ProgramException fault) {
      String left =
          parts(programs, stack.id()).stream()
              .filter(Part::there)
              .map(Part::told)
              .collect(joining("\n"));
      throw new ProgramException(
          "%s These are left:\n%s\n".formatted(fault.getMessage(), left), fault);
    }
  }

  private List<Part> there(String type) {
    return parts.stream().filter(part -> part.type().equals(type) && part.there()).toList();
  }

  private String named(String type) {
    List<Part> there = there(type);
    return there.isEmpty() ? "(none left)" : there.stream().map(Part::id).collect(joining(", "));
  }

  private static List<Part> parts(Programs programs, String stack) {
    return AwsAnswer.of(programs.read(listing(stack))).list("StackResourceSummaries").stream()
        .map(Part::of)
        .toList();
  }

  private static List<String> listing(String stack) {
    return cloudFormation("list-stack-resources", stack, "--output", "json");
  }

  private static List<String> stackDeletion(String stack) {
    return cloudFormation("delete-stack", stack);
  }

  private static List<String> waiting(String stack) {
    return List.of("aws", "cloudformation", "wait", "stack-delete-complete", "--stack-name", stack);
  }

  private static List<String> cloudFormation(String operation, String stack, String... more) {
    List<String> command =
        new ArrayList<>(List.of("aws", "cloudformation", operation, "--stack-name", stack));
    command.addAll(List.of(more));
    return command;
  }

  /** One page: the next is asked for when this one's objects are gone. */
  private static List<String> versions(String bucket) {
    return List.of(
        "aws",
        "s3api",
        "list-object-versions",
        "--bucket",
        bucket,
        "--max-keys",
        "1000",
        "--no-paginate",
        "--output",
        "json");
  }

  private static List<String> deletion(String bucket, String file) {
    return List.of(
        "aws",
        "s3api",
        "delete-objects",
        "--bucket",
        bucket,
        "--delete",
        "file://" + file,
        "--output",
        "json");
  }

  /** CloudFormation's own deletion might leave the name taken for weeks. */
  private static List<String> secretDeletion(String secret) {
    return List.of(
        "aws",
        "secretsmanager",
        "delete-secret",
        "--secret-id",
        secret,
        "--force-delete-without-recovery");
  }

  private static List<String> collections() {
    return List.of("aws", "rekognition", "list-collections", "--output", "json");
  }
}
