package dev.riderphotos.app.serverless;

import static dev.riderphotos.app.testkit.Template.at;
import static dev.riderphotos.app.testkit.Template.list;
import static dev.riderphotos.app.testkit.Template.map;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.app.testkit.BlankAccounts;
import dev.riderphotos.app.testkit.Stack;
import dev.riderphotos.app.testkit.Template;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.app.wiring.AwsPermissions;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.testkit.BlankAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionRequest;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;

/**
 * A stack has what {@code aws create} would make for a server with the stack's settings: seen in
 * what that asks of an account in which nothing is yet. And its functions may do what the adapters
 * that they use say that they do, and nothing else.
 */
class StackTest {
  private static final String ORIGIN = "https://drinks.example.com";

  /** What deleting a face and its thumbnail again takes: for whoever comes too late, too. */
  private static final Set<String> UNDOING =
      Set.of(
          "Executions",
          "Reviews",
          "LiveCollections",
          "SwitchedCollections",
          "FaceCounterparts",
          "RiderProfiles",
          "FaceRecords",
          "FaceClaims",
          "RidersFaces",
          "Buckets",
          "Objects");

  /**
   * What a function asks of AWS, in the words of the adapters; each of them is a statement of the
   * policy of {@code aws policy}.
   */
  private static final Map<String, Set<String>> USES =
      Map.of(
          "Begin",
          Set.of("Executions", "LiveCollections", "SwitchedCollections", "Buckets", "Objects"),
          "FaceDetection",
          Set.of("Executions", "Reviews", "FaceDetection", "Buckets", "Objects"),
          "CheckFaceDuplicate",
          UNDOING,
          "AddFaceToIndex",
          UNDOING,
          "Thumbnail",
          UNDOING,
          "PersistMetadata",
          UNDOING,
          "PhotoDoesNotMeetRequirement",
          and(UNDOING, "Announced", "Mail"),
          "Settle",
          and(UNDOING, "Announced", "Mail"),
          "Events",
          Set.of(
              "Events",
              "Queues",
              "Bury",
              "Drinks",
              "GalleryPhotos",
              "GalleryFaceRows",
              "GalleryDistinctions",
              "LiveCollections",
              "SwitchedCollections",
              "FaceCounterparts",
              "FaceDetection",
              "CollectionFaces",
              "Buckets",
              "Objects"));

  /** The functions that register a face, or write a rider's row; no other may. */
  private static final Map<String, Set<String>> ALONE =
      Map.of(
          "rekognition:IndexFaces", Set.of("AddFaceToIndex", "PersistMetadata", "Events"),
          "rekognition:DetectFaces", Set.of("FaceDetection", "Events"),
          "ses:SendEmail", Set.of("PhotoDoesNotMeetRequirement", "Settle"));

  @TempDir private static Path data;
  private static @Nullable Application application;
  private static Template template;
  private static Stack stack;
  private static BlankAccount created;

  @BeforeAll
  static void open() throws IOException {
    System.setProperty("aws.region", Stack.REGION);
    template = Template.read();
    stack = new Stack(template);
    Map<String, Object> settings = new HashMap<>(stack.settings());
    settings.put("cors.origins", ORIGIN);
    settings.put("webhooks.url", "https://hooks.example.com/");
    settings.put("webhooks.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    settings.put(BlankAccounts.PROPERTY, true);
    application = Application.openUnchecked(data, settings);
    created = application.get(BlankAccount.class);
    List<Part> _ = application.get(AwsAccount.class).create();
  }

  @AfterAll
  static void close() throws IOException {
    if (application != null) {
      application.close();
    }
  }

  @Test
  void tablesAndTheirIndexesAreTheSame() {
    Map<String, Object> expected =
        created
            .requests(CreateTableRequest.class)
            .collect(toMap(CreateTableRequest::tableName, StackTest::shape));

    assertThat(expected).hasSize(17);
    assertThat(
            template.resources(Template.TABLE).values().stream()
                .collect(
                    toMap(table -> stack.value(at(table, "TableName")), StackTest::tableShape)))
        .isEqualTo(expected);
  }

  private static Object shape(CreateTableRequest request) {
    Map<String, Object> shape = new TreeMap<>();
    shape.put(
        "attributes",
        request.attributeDefinitions().stream()
            .collect(
                toMap(
                    AttributeDefinition::attributeName,
                    AttributeDefinition::attributeTypeAsString)));
    shape.put("keys", keys(request.keySchema()));
    shape.put("billing", request.billingModeAsString());
    Map<String, Object> indexes = new TreeMap<>();
    request
        .localSecondaryIndexes()
        .forEach(
            index ->
                indexes.put(
                    "Local " + index.indexName(),
                    List.of(keys(index.keySchema()), index.projection().projectionTypeAsString())));
    request
        .globalSecondaryIndexes()
        .forEach(
            index ->
                indexes.put(
                    "Global " + index.indexName(),
                    List.of(keys(index.keySchema()), index.projection().projectionTypeAsString())));
    shape.put("indexes", indexes);
    return shape;
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(key -> key.keyTypeAsString() + " " + key.attributeName()).toList();
  }

  private static Object tableShape(Map<String, Object> table) {
    Map<String, Object> shape = new TreeMap<>();
    shape.put(
        "attributes",
        list(at(table, "AttributeDefinitions")).stream()
            .collect(
                toMap(
                    each -> at(each, "AttributeName").toString(),
                    each -> at(each, "AttributeType").toString())));
    shape.put("keys", keys(at(table, "KeySchema")));
    shape.put("billing", at(table, "BillingMode"));
    Map<String, Object> indexes = new TreeMap<>();
    for (String kind : List.of("Local", "Global")) {
      Object given = table.getOrDefault(kind + "SecondaryIndexes", List.of());
      list(given)
          .forEach(
              index ->
                  indexes.put(
                      kind + " " + at(index, "IndexName"),
                      List.of(
                          keys(at(index, "KeySchema")),
                          at(index, "Projection", "ProjectionType"))));
    }
    shape.put("indexes", indexes);
    return shape;
  }

  private static List<String> keys(Object schema) {
    return list(schema).stream()
        .map(key -> at(key, "KeyType") + " " + at(key, "AttributeName"))
        .toList();
  }

  @Test
  void rowsExpireAndTablesCanBeTakenBackAsThere() {
    assertThat(
            template.resources(Template.TABLE).values().stream()
                .filter(table -> table.containsKey("TimeToLiveSpecification"))
                .collect(
                    toMap(
                        table -> stack.value(at(table, "TableName")),
                        table -> at(table, "TimeToLiveSpecification", "AttributeName"))))
        .isEqualTo(
            created
                .requests(UpdateTimeToLiveRequest.class)
                .collect(
                    toMap(
                        UpdateTimeToLiveRequest::tableName,
                        request -> request.timeToLiveSpecification().attributeName())));
    assertThat(
            names(
                Template.TABLE,
                "TableName",
                table -> {
                  Map<String, Object> recovery =
                      map(table.getOrDefault("PointInTimeRecoverySpecification", Map.of()));
                  return Boolean.TRUE.equals(recovery.get("PointInTimeRecoveryEnabled"));
                }))
        .isEqualTo(
            asked(UpdateContinuousBackupsRequest.class, UpdateContinuousBackupsRequest::tableName));
  }

  @Test
  void bucketsAreTheSameAndOpenToTheSamePages() {
    assertThat(names(Template.BUCKET, "BucketName", _ -> true))
        .isEqualTo(asked(CreateBucketRequest.class, CreateBucketRequest::bucket));
    assertThat(
            names(Template.BUCKET, "BucketName", bucket -> bucket.containsKey("CorsConfiguration")))
        .isEqualTo(asked(PutBucketCorsRequest.class, PutBucketCorsRequest::bucket));
    CORSRule rule =
        created
            .requests(PutBucketCorsRequest.class)
            .findFirst()
            .orElseThrow()
            .corsConfiguration()
            .corsRules()
            .getFirst();
    Object ours =
        at(
            template.properties("DrinkPhotoS3Bucket"),
            "CorsConfiguration",
            "Fn::If",
            1,
            "CorsRules",
            0);
    assertThat(at(ours, "AllowedMethods")).isEqualTo(rule.allowedMethods());
    assertThat(at(ours, "AllowedHeaders")).isEqualTo(rule.allowedHeaders());
    assertThat(at(ours, "ExposedHeaders")).isEqualTo(rule.exposeHeaders());
    assertThat(at(ours, "MaxAge")).isEqualTo(rule.maxAgeSeconds());
  }

  /** But for the riders' bucket, which tells EventBridge. */
  @Test
  void bucketsTellTheSameQueue() {
    Set<String> telling =
        asked(
            PutBucketNotificationConfigurationRequest.class,
            PutBucketNotificationConfigurationRequest::bucket);
    Object riders = template.properties("RiderPhotoS3Bucket");
    String bucket = stack.value(at(riders, "BucketName"));

    assertThat(telling.remove(bucket)).isTrue();
    assertThat(at(riders, "NotificationConfiguration"))
        .isEqualTo(Map.of("EventBridgeConfiguration", Map.of("EventBridgeEnabled", true)));
    assertThat(
            names(
                Template.BUCKET,
                "BucketName",
                each ->
                    map(each.getOrDefault("NotificationConfiguration", Map.of()))
                        .containsKey("QueueConfigurations")))
        .isEqualTo(telling);
    assertThat(
            list(at(queuePolicy(), "Condition", "ArnEquals", "aws:SourceArn")).stream()
                .map(stack::value)
                .map(arn -> arn.replace("arn:aws:s3:::", ""))
                .collect(toSet()))
        .isEqualTo(telling);
  }

  private static Object queuePolicy() {
    return at(template.properties("EventsQueuePolicy"), "PolicyDocument", "Statement", 0);
  }

  @Test
  void queuesKeepAndBuryAsThere() throws IOException {
    Map<String, Object> queue = template.properties("EventsQueue");
    Map<String, Object> dead = template.properties("EventsDeadLetters");
    Map<QueueAttributeName, String> set = new HashMap<>();
    created
        .requests(SetQueueAttributesRequest.class)
        .forEach(request -> set.putAll(request.attributes()));

    assertThat(
            Stream.of(queue, dead).map(each -> stack.value(at(each, "QueueName"))).collect(toSet()))
        .isEqualTo(asked(CreateQueueRequest.class, CreateQueueRequest::queueName));
    String kept =
        created
            .requests(CreateQueueRequest.class)
            .findFirst()
            .orElseThrow()
            .attributes()
            .get(QueueAttributeName.MESSAGE_RETENTION_PERIOD);
    for (Map<String, Object> each : List.of(queue, dead)) {
      assertThat(each.get("MessageRetentionPeriod")).hasToString(kept);
      assertThat(each.get("SqsManagedSseEnabled"))
          .hasToString(set.get(QueueAttributeName.SQS_MANAGED_SSE_ENABLED));
    }
    JsonNode redrive = new ObjectMapper().readTree(set.get(QueueAttributeName.REDRIVE_POLICY));
    assertThat(at(queue, "RedrivePolicy", "maxReceiveCount"))
        .hasToString(redrive.path("maxReceiveCount").asText());
    assertThat(stack.value(at(queue, "RedrivePolicy", "deadLetterTargetArn")))
        .isEqualTo(redrive.path("deadLetterTargetArn").asText());
  }

  @Test
  void collectionsAndTheSecretAreCalledTheSame() {
    assertThat(names("AWS::Rekognition::Collection", "CollectionId", _ -> true))
        .isEqualTo(asked(CreateCollectionRequest.class, CreateCollectionRequest::collectionId));
    assertThat(names("AWS::SecretsManager::Secret", "Name", _ -> true))
        .isEqualTo(asked(CreateSecretRequest.class, CreateSecretRequest::name));
  }

  @Test
  void everyRoleIsOneFunctionsAndAllowsWhatItUses() throws IOException {
    Map<String, Grants> policy = policy();
    Set<Object> roles = new HashSet<>();
    template
        .resources(Template.FUNCTION)
        .forEach(
            (name, function) -> {
              String role = at(function, "Role", "Fn::GetAtt", 0).toString();
              assertThat(roles.add(role)).as(role).isTrue();
              String called = name.replaceFirst("Function$", "");
              assertAllows(called, stack.statements(called), policy);
            });
    assertThat(roles).hasSize(USES.size());
  }

  @Test
  void nobodyElseMayIndexDetectOrMail() {
    ALONE.forEach(
        (action, functions) ->
            assertThat(
                    USES.keySet().stream()
                        .filter(
                            function ->
                                stack.statements(function).stream()
                                    .anyMatch(each -> Grants.of(each).actions().contains(action))))
                .as(action)
                .containsExactlyInAnyOrderElementsOf(functions));
    assertThat(
            USES.keySet().stream()
                .filter(
                    function ->
                        stack.statements(function).stream()
                            .filter(each -> at(each, "Sid").equals("RiderProfiles"))
                            .anyMatch(
                                each -> Grants.of(each).actions().contains("dynamodb:PutItem"))))
        .containsExactly("PersistMetadata");
  }

  private static void assertAllows(
      String function, List<Map<String, Object>> statements, Map<String, Grants> policy) {
    Set<String> uses = new HashSet<>();
    for (Map<String, Object> statement : statements) {
      String sid =
          at(statement, "Sid").toString().replaceFirst("^(Photos|Thumbnails|Pictures)$", "Objects");
      Grants grants = Grants.of(statement);
      if (Stack.OF_LAMBDA.containsKey(sid)) {
        assertThat(grants.actions()).isEqualTo(Stack.OF_LAMBDA.get(sid));
        assertThat(grants.resources()).as(function).allMatch(arn -> isOwn(function, sid, arn));
      } else {
        uses.add(sid);
        Grants most = requireNonNull(policy.get(sid), sid);
        assertThat(most.actions()).as(function).containsAll(grants.actions());
        assertThat(grants.resources()).as(function + " " + sid).isNotEmpty().allMatch(most::covers);
      }
    }
    assertThat(uses).as(function).isEqualTo(USES.get(function));
  }

  private static boolean isOwn(String function, String sid, String arn) {
    return switch (sid) {
      case "Logs" -> arn.endsWith("log-group:/aws/lambda/%s-%s".formatted(Stack.NAME, function));
      case "Stopped" -> function.equals("Settle");
      default -> arn.equals("*");
    };
  }

  /** What statements of one name allow. */
  private record Grants(Set<String> actions, Set<String> resources) {
    static Grants of(Map<String, Object> statement) {
      return new Grants(
          list(at(statement, "Action")).stream().map(Object::toString).collect(toSet()),
          list(at(statement, "Resource")).stream().map(stack::value).collect(toSet()));
    }

    /** Whether it allows that, or the collections of the stack, of which it names the first. */
    boolean covers(String arn) {
      String ofTheStack = "collection/%s-*".formatted(Stack.NAME);
      return arn.endsWith(ofTheStack)
          ? resources.stream().anyMatch(one -> one.startsWith(arn.substring(0, arn.length() - 1)))
          : resources.contains(arn);
    }
  }

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  /** What a server with the stack's settings says that its adapters ask for. */
  private static Map<String, Grants> policy() throws IOException {
    String json = application().get(AwsPermissions.class).toRun(Stack.ACCOUNT);
    Map<String, Grants> policy = new HashMap<>();
    for (JsonNode statement : new ObjectMapper().readTree(json).path("Statement")) {
      policy.put(
          statement.path("Sid").asText(),
          new Grants(texts(statement.path("Action")), texts(statement.path("Resource"))));
    }
    return policy;
  }

  private static Application application() {
    return requireNonNull(application);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Set<String> names(String type, String name, Predicate<Map<String, Object>> which) {
    Collection<Map<String, Object>> resources = template.resources(type).values();
    return resources.stream()
        .filter(which)
        .map(each -> stack.value(at(each, name)))
        .collect(toSet());
  }

  private static <R extends SdkRequest> Set<String> asked(Class<R> kind, Function<R, String> name) {
    Set<String> names = created.requests(kind).map(name).collect(toSet());
    assertThat(names).isNotEmpty();
    return names;
  }
}
