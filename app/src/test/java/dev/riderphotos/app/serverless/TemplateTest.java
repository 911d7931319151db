package dev.riderphotos.app.serverless;

import static dev.riderphotos.app.testkit.Template.at;
import static dev.riderphotos.app.testkit.Template.list;
import static dev.riderphotos.app.testkit.Template.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.app.testkit.MarkdownPage;
import dev.riderphotos.app.testkit.Template;
import dev.riderphotos.app.testkit.Template.Named;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The template is whole: all that it names is there, and nothing in it is open to others. */
class TemplateTest {
  private static final Set<String> STATES =
      Set.of(
          "Begin",
          "FaceDetection",
          "CheckFaceDuplicate",
          "AddFaceToIndex",
          "Thumbnail",
          "PersistMetadata",
          "PhotoDoesNotMeetRequirement",
          "Settle");

  private static final int LONGEST_STACK = 18;
  private static final int LONGEST_BUCKET = 63;
  private static final int LONGEST_FUNCTION = 64;
  private static final Map<String, String> LONG_NAMES =
      Map.of(
          "AWS::StackName", "s".repeat(LONGEST_STACK),
          "AWS::AccountId", "123456789012",
          "AWS::Region", "ap-southeast-2");

  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    template = Template.read();
  }

  @Test
  void everythingThatIsNamedIsThere() {
    assertThat(template.named()).hasSizeGreaterThan(200);
    assertThat(missing(template)).isEmpty();
  }

  @Test
  void whatIsNotThereIsFound() {
    String text = template.text();

    assertThat(missing(Template.of(text.replace("!Ref Sender", "!Ref Sendr")))).contains("Sendr");
    assertThat(missing(Template.of(text.replace("GetAtt EventsQueue.", "GetAtt Queue."))))
        .containsOnly("Queue");
    assertThat(missing(Template.of(text.replace("${Sender}", "${Absender}"))))
        .containsOnly("Absender");
    assertThat(missing(Template.of(text.replace("[HasLimit,", "[HasBounds,"))))
        .containsOnly("HasBounds");
    assertThat(missing(Template.of(text.replace("EventsFunction.Alias", "EventsQueue.Alias"))))
        .containsOnly("EventsQueue.Alias");
  }

  @Test
  void everyParameterAndConditionIsUsed() {
    Set<String> named = template.named().stream().map(Named::name).collect(Collectors.toSet());

    assertThat(named).containsAll(template.section("Parameters").keySet());
    assertThat(named).containsAll(template.section("Conditions").keySet());
  }

  private static Set<String> missing(Template of) {
    Set<String> resources = of.section("Resources").keySet();
    Set<String> known = new HashSet<>(resources);
    known.addAll(of.section("Parameters").keySet());
    of.resources(Template.FUNCTION).keySet().forEach(name -> known.add(name + ".Alias"));
    Set<String> conditions = of.section("Conditions").keySet();
    return of.named().stream()
        .filter(
            named ->
                switch (named.function()) {
                  case "Condition" -> !conditions.contains(named.name());
                  case "Fn::GetAtt" -> !resources.contains(named.name());
                  default ->
                      !named.name().startsWith("AWS::")
                          && !known.contains(named.name())
                          && !resources.contains(named.name().replaceFirst("\\.Arn$", ""));
                })
        .map(Named::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theStateMachineIsGivenWhatItAsksForAndNothingElse() throws IOException {
    Map<String, Object> machine = template.properties("RiderPhotoProcessing");
    Map<String, Object> given = map(at(machine, "DefinitionSubstitutions"));

    assertThat(at(machine, "DefinitionUri"))
        .isEqualTo(Template.STATE_MACHINE.getFileName().toString());
    assertThat(new TreeSet<>(Template.places(Files.readString(Template.STATE_MACHINE))))
        .containsExactlyInAnyOrderElementsOf(given.keySet());
    assertThat(given.keySet())
        .containsExactlyInAnyOrderElementsOf(
            STATES.stream().map(state -> state + "FunctionArn").toList());
    given.forEach(
        (name, value) ->
            assertThat(value).isEqualTo(Map.of("Ref", name.replaceFirst("Arn$", ".Alias"))));
    assertThat(template.section("Outputs")).containsKeys(given.keySet().toArray(new String[0]));
  }

  /** A state that gave up before its function ends might undo what that is still doing. */
  @Test
  void statesOutlastTheirFunctions() throws IOException {
    int timeout = (Integer) template.get("Globals", "Function", "Timeout");
    JsonNode machine = new ObjectMapper().readTree(Template.STATE_MACHINE.toFile());

    assertThat(machine.findValues("TimeoutSeconds"))
        .hasSizeGreaterThanOrEqualTo(STATES.size())
        .allMatch(seconds -> seconds.asInt() > timeout);
    assertThat(machine.findValues("Seconds"))
        .isNotEmpty()
        .allMatch(seconds -> seconds.asInt() >= timeout);
  }

  @Test
  void theStateMachineKeepsEveryStepAndLogsNoData() {
    Map<String, Object> machine = template.properties("RiderPhotoProcessing");

    assertThat(machine).containsEntry("Type", "STANDARD");
    assertThat(at(machine, "Logging", "IncludeExecutionData")).isEqualTo(false);
    assertThat(at(machine, "Tracing", "Enabled")).isEqualTo(true);
    Object functions =
        at(machineRole(), "Policies", 0, "PolicyDocument", "Statement", 0, "Resource");
    assertThat(list(functions))
        .containsExactlyInAnyOrderElementsOf(
            STATES.stream().<Object>map(state -> Map.of("Ref", state + "Function.Alias")).toList());
  }

  private static Map<String, Object> machineRole() {
    return template.properties("RiderPhotoProcessingRole");
  }

  @Test
  void everyHandlerHasItsFunction() {
    Map<String, Map<String, Object>> functions = template.resources(Template.FUNCTION);

    assertThat(functions.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(STATES.stream(), Stream.of("Events"))
                .map(name -> name + "Function")
                .toList());
    functions.forEach(
        (name, function) ->
            assertThat(function)
                .containsEntry(
                    "Handler",
                    "dev.riderphotos.lambda.%s::handleRequest"
                        .formatted(name.replaceFirst("Function$", "Handler")))
                // Of what all have, the AWS CLI would pack up the template's own folder instead.
                .containsEntry("CodeUri", "../../lambda/target/rider-photos-lambda.zip"));
    Map<String, Object> all = map(template.get("Globals", "Function"));
    assertThat(all)
        .containsEntry("Runtime", "java25")
        .containsEntry("AutoPublishAlias", "live")
        .containsEntry("Tracing", "Active")
        .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
        .containsEntry("Timeout", 60);
  }

  /** Parameters are no part of what SAM looks at when it decides on a new version. */
  @Test
  void aChangedParameterPublishesEveryFunctionAnew() {
    assertThat(template.resources(Template.FUNCTION).values())
        .allSatisfy(
            function ->
                assertThat(function)
                    .containsEntry("AutoPublishCodeSha256", Map.of("Ref", "Edition")));
  }

  @Test
  void everyVariableIsASetting() throws IOException {
    Set<String> settings = settings();

    assertThat(variables().keySet()).hasSizeGreaterThan(25).isSubsetOf(settings);
    assertThat(outputsOfSettings().keySet()).isSubsetOf(settings);
  }

  @Test
  void aServerIsGivenWhatTheFunctionsHave() {
    Map<String, Object> server = outputsOfSettings();

    List<String> serversAlone =
        List.of(
            "AWS_SECRET", "AWS_RECEIPT_KEYS", "CORS_ORIGINS", "REVIEWS_GRACE", "REVIEWS_REVIEWERS");
    assertThat(server)
        .containsAllEntriesOf(variables())
        .containsKeys(serversAlone.toArray(String[]::new));
    assertThat(server).hasSize(variables().size() + serversAlone.size());
  }

  private static Map<String, Object> variables() {
    return map(template.get("Globals", "Function", "Environment", "Variables"));
  }

  private static Map<String, Object> outputsOfSettings() {
    return template.section("Outputs").entrySet().stream()
        .filter(output -> output.getKey().startsWith("Setting"))
        .collect(
            Collectors.toMap(
                output ->
                    output
                        .getKey()
                        .substring("Setting".length())
                        .replaceAll("(?<!^)([A-Z])", "_$1")
                        .toUpperCase(Locale.ROOT),
                output -> at(output.getValue(), "Value")));
  }

  /** As the environment has them. */
  private static Set<String> settings() throws IOException {
    Stream<List<String>> rows =
        Stream.concat(
            MarkdownPage.of("docs/settings.md").rows().stream(),
            MarkdownPage.of("docs/serverless.md").rows().stream());
    return rows.map(List::getFirst)
        .filter(name -> name.matches("`[a-z][a-z.-]*`"))
        .map(name -> name.replace("`", "").replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Test
  void everyFunctionHasALogOfItsOwnThatEnds() {
    Set<Object> logs = new HashSet<>();
    template
        .resources(Template.FUNCTION)
        .forEach(
            (name, function) -> {
              Object log = at(function, "LoggingConfig", "LogGroup", "Ref");
              assertThat(logs.add(log)).as(name).isTrue();
              assertThat(at(function, "LoggingConfig", "LogFormat")).isEqualTo("JSON");
            });
    Map<String, Map<String, Object>> groups = template.resources("AWS::Logs::LogGroup");
    logs.add("RiderPhotoProcessingLogs");
    assertThat(groups.keySet()).isEqualTo(logs);
    assertThat(groups.values())
        .allSatisfy(
            group ->
                assertThat(group).containsEntry("RetentionInDays", Map.of("Ref", "RetentionDays")));
  }

  @Test
  void everyBucketIsPrivateEncryptedAndForTlsAlone() {
    assertThat(template.resources(Template.BUCKET)).hasSize(7).allSatisfy(this::assertSafe);
  }

  private void assertSafe(String name, Map<String, Object> bucket) {
    assertThat(at(bucket, "PublicAccessBlockConfiguration"))
        .isEqualTo(
            Map.of(
                "BlockPublicAcls", true,
                "IgnorePublicAcls", true,
                "BlockPublicPolicy", true,
                "RestrictPublicBuckets", true));
    assertThat(
            at(
                bucket,
                "BucketEncryption",
                "ServerSideEncryptionConfiguration",
                0,
                "ServerSideEncryptionByDefault",
                "SSEAlgorithm"))
        .isEqualTo("AES256");
    assertThat(bucket).doesNotContainKeys("VersioningConfiguration", "AccessControl");
    assertThat(at(bucket, "LifecycleConfiguration", "Rules", 0))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("Status", "Enabled")
        .containsKey("AbortIncompleteMultipartUpload");
    Object policy = at(template.resources(Template.BUCKET_POLICY), name + "Policy");
    assertThat(at(policy, "Bucket")).isEqualTo(Map.of("Ref", name));
    assertThat(at(policy, "PolicyDocument", "Statement", 0))
        .isEqualTo(
            Map.of(
                "Sid",
                "TlsOnly",
                "Effect",
                "Deny",
                "Principal",
                "*",
                "Action",
                "s3:*",
                "Resource",
                List.of(
                    Map.of("Fn::GetAtt", List.of(name, "Arn")),
                    Map.of("Fn::Sub", "${%s.Arn}/*".formatted(name))),
                "Condition",
                Map.of("Bool", Map.of("aws:SecureTransport", "false"))));
  }

  @Test
  void namesFitTheLongestStack() {
    Stream.of(
            Map.entry(Template.BUCKET, "BucketName"), Map.entry(Template.FUNCTION, "FunctionName"))
        .forEach(
            kind ->
                assertThat(template.resources(kind.getKey()).values())
                    .isNotEmpty()
                    .allSatisfy(
                        resource ->
                            assertThat(
                                    Template.filled(
                                        at(resource, kind.getValue(), "Fn::Sub").toString(),
                                        LONG_NAMES))
                                .hasSizeLessThanOrEqualTo(
                                    kind.getKey().equals(Template.BUCKET)
                                        ? LONGEST_BUCKET
                                        : LONGEST_FUNCTION)));
  }

  @Test
  void everyRuleHasDeadLettersThatItMaySend() {
    assertThat(template.resources(Template.RULE))
        .hasSize(2)
        .allSatisfy(
            (name, rule) -> {
              Object queue = at(rule, "Targets", 0, "DeadLetterConfig", "Arn", "Fn::GetAtt", 0);
              assertThat(template.resources(Template.QUEUE)).containsKey(queue.toString());
              Object statement =
                  at(template.properties(queue + "Policy"), "PolicyDocument", "Statement", 0);
              assertThat(at(statement, "Action")).isEqualTo("sqs:SendMessage");
              assertThat(at(statement, "Condition", "ArnEquals", "aws:SourceArn"))
                  .isEqualTo(Map.of("Fn::GetAtt", List.of(name, "Arn")));
            });
    assertThat(at(template.properties("PhotoArrived"), "EventPattern", "detail", "bucket", "name"))
        .isEqualTo(List.of(Map.of("Ref", "RiderPhotoS3Bucket")));
    assertThat(at(template.properties("ExecutionStopped"), "EventPattern", "detail", "status"))
        .isEqualTo(List.of("FAILED", "TIMED_OUT", "ABORTED"));
  }

  /** AWS asks for six times: what was throttled is not taken for dealt with in vain. */
  @Test
  void anEventIsHiddenLongEnough() {
    int timeout = (Integer) at(template.properties("EventsFunction"), "Timeout");

    assertThat((Integer) at(template.properties("EventsQueue"), "VisibilityTimeout"))
        .isGreaterThanOrEqualTo(6 * timeout);
    assertThat(at(template.properties("EventsMapping"), "FunctionResponseTypes"))
        .isEqualTo(List.of("ReportBatchItemFailures"));
  }

  /** Whoever stops an execution does not stop the function that works at it. */
  @Test
  void whatWasStoppedIsSettledWhenNoFunctionRunsAnyMore() {
    int timeout = (Integer) template.get("Globals", "Function", "Timeout");
    Map<String, Object> queue = template.properties("ExecutionStoppedQueue");

    assertThat(at(template.properties("ExecutionStopped"), "Targets", 0, "Arn"))
        .isEqualTo(Map.of("Fn::GetAtt", List.of("ExecutionStoppedQueue", "Arn")));
    assertThat((Integer) at(queue, "DelaySeconds")).isGreaterThan(timeout);
    assertThat((Integer) at(queue, "VisibilityTimeout")).isGreaterThanOrEqualTo(6 * timeout);
    assertThat(at(template.properties("ExecutionStoppedMapping"), "FunctionResponseTypes"))
        .isEqualTo(List.of("ReportBatchItemFailures"));
  }

  @Test
  void whatIsOpenToAllSaysWhy() {
    List<String> lines = template.text().lines().toList();

    assertThat(starred(lines)).hasSizeGreaterThan(10);
    assertThat(unexplained(lines)).isEmpty();
    assertThat(unexplained(List.of("  Action:", "    - s3:*"))).hasSize(1);
    assertThat(unexplained(List.of("  Resource: '*'"))).hasSize(1);
    assertThat(unexplained(List.of("  - !Sub 'arn:aws:s3:::${AWS::StackName}-*'"))).hasSize(1);
  }

  @Test
  void noRoleIsAllowedEveryActionOfAService() {
    assertThat(statements()).hasSizeGreaterThan(50);
    assertThat(statements())
        .filteredOn(statement -> at(statement, "Effect").equals("Allow"))
        .allSatisfy(
            statement ->
                assertThat(list(at(statement, "Action")))
                    .isNotEmpty()
                    .noneMatch(action -> action.toString().contains("*")));
  }

  private static List<Map<String, Object>> statements() {
    List<Map<String, Object>> found = new ArrayList<>();
    collect(template.root(), found);
    return found;
  }

  private static void collect(Object node, List<Map<String, Object>> found) {
    switch (node) {
      case List<?> list -> list.forEach(each -> collect(each, found));
      case Map<?, ?> map -> {
        if (map.containsKey("Effect")) {
          found.add(map(map));
        }
        map.values().forEach(each -> collect(each, found));
      }
      default -> {}
    }
  }

  /** All lines with a star, but for those of all objects of one bucket. */
  private static List<Integer> starred(List<String> lines) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String said = lines.get(i).replaceFirst("(^| )#.*", "").replace(".Arn}/*'", "'");
      if (said.contains("*")) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<String> unexplained(List<String> lines) {
    return starred(lines).stream()
        .filter(i -> !lines.get(i).contains(" # "))
        .filter(i -> i == 0 || !lines.get(i - 1).strip().startsWith("#"))
        .map(lines::get)
        .toList();
  }

  @Test
  void cfnLintHasNothingToSay() throws IOException, InterruptedException {
    Optional<Path> lint = onThePath("cfn-lint");
    assumeTrue(lint.isPresent(), "skipped: cfn-lint is not installed");
    Process process =
        new ProcessBuilder(lint.orElseThrow().toString(), Template.FILE.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isBlank();
  }

  private static Optional<Path> onThePath(String program) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
