package dev.riderphotos.aws.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Request;
import software.amazon.awssdk.services.sfn.model.SfnRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * One action on one resource, as AWS's <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">pages
 * on authorization</a> ask it of a call. Written from those pages and not from what adapters say.
 *
 * @param resource as an ARN ends, behind the account: {@code table/riders}
 */
public record Permission(String action, String resource) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANY = "*";

  /** What a statement allows that has this action and this resource. */
  public static Permission of(String action, String arn) {
    return new Permission(action, behindAccount(arn));
  }

  /** What a policy allows. */
  public static Set<Permission> allowedBy(String policy) {
    Set<Permission> allowed = new LinkedHashSet<>();
    for (JsonNode statement : parse(policy).path("Statement")) {
      for (JsonNode action : statement.path("Action")) {
        for (JsonNode resource : statement.path("Resource")) {
          allowed.add(of(action.asText(), resource.asText()));
        }
      }
    }
    return allowed;
  }

  /** What a call needs. */
  public static Stream<Permission> neededBy(SdkRequest request) {
    String operation = request.getClass().getSimpleName().replaceAll("Request$", "");
    return switch (request) {
      case S3Request s3 -> Stream.of(ofS3(operation, text(s3, "Bucket")));
      case TransactWriteItemsRequest writes -> writes.transactItems().stream().map(Permission::of);
      case BatchGetItemRequest batch ->
          batch.requestItems().keySet().stream().map(table -> ofTable(operation, table));
      case DynamoDbRequest dynamoDb -> Stream.of(ofDynamoDb(operation, dynamoDb));
      case SqsRequest sqs -> Stream.of(new Permission("sqs:" + operation, queue(sqs)));
      case RekognitionRequest rekognition -> ofRekognition(operation, rekognition);
      case SecretsManagerRequest secrets ->
          Stream.of(
              new Permission(
                  "secretsmanager:" + operation, "secret:" + secret(secrets) + "-??????"));
      case SesV2Request ses -> ofSes(operation, ses);
      case SfnRequest states -> Stream.of(ofStepFunctions(operation, states));
      default -> throw new IllegalArgumentException("Of an unknown service: " + operation);
    };
  }

  /** S3's names of permissions are not those of its operations. */
  private static Permission ofS3(String operation, String bucket) {
    String action =
        switch (operation) {
          case "HeadBucket", "ListObjectsV2" -> "ListBucket";
          case "HeadObject" -> "GetObject";
          case "GetPublicAccessBlock" -> "GetBucketPublicAccessBlock";
          case "PutPublicAccessBlock" -> "PutBucketPublicAccessBlock";
          case "GetBucketEncryption" -> "GetEncryptionConfiguration";
          case "PutBucketEncryption" -> "PutEncryptionConfiguration";
          case "GetBucketCors" -> "GetBucketCORS";
          case "PutBucketCors" -> "PutBucketCORS";
          case "GetBucketNotificationConfiguration" -> "GetBucketNotification";
          case "PutBucketNotificationConfiguration" -> "PutBucketNotification";
          default -> operation;
        };
    return new Permission("s3:" + action, action.endsWith("Object") ? bucket + "/*" : bucket);
  }

  /** "Permissions for Put, Update, Delete … are governed by … the underlying" operations. */
  private static Permission of(TransactWriteItem write) {
    if (write.put() != null) {
      return ofTable("PutItem", write.put().tableName());
    }
    if (write.update() != null) {
      return ofTable("UpdateItem", write.update().tableName());
    }
    return write.delete() != null
        ? ofTable("DeleteItem", write.delete().tableName())
        : ofTable("ConditionCheckItem", write.conditionCheck().tableName());
  }

  private static Permission ofDynamoDb(String operation, DynamoDbRequest request) {
    String index = text(request, "IndexName");
    Permission ofTable = ofTable(operation, text(request, "TableName"));
    return index.isEmpty()
        ? ofTable
        : new Permission(ofTable.action(), ofTable.resource() + "/index/" + index);
  }

  private static Permission ofTable(String operation, String table) {
    return new Permission("dynamodb:" + operation, "table/" + table);
  }

  /** What Rekognition reads of S3, it reads as its caller. */
  private static Stream<Permission> ofRekognition(String operation, RekognitionRequest request) {
    boolean ofAny =
        Set.of("DetectFaces", "CreateCollection", "ListCollections").contains(operation);
    String resource = ofAny ? ANY : "collection/" + text(request, "CollectionId");
    Stream<Permission> reading =
        request
            .getValueForField("Image", Image.class)
            .filter(image -> image.s3Object() != null)
            .map(image -> new Permission("s3:GetObject", image.s3Object().bucket() + "/*"))
            .stream();
    return Stream.concat(Stream.of(new Permission("rekognition:" + operation, resource)), reading);
  }

  /** The identity is an address, or the domain that it is of if that is verified. */
  private static Stream<Permission> ofSes(String operation, SesV2Request request) {
    String identity = text(request, "EmailIdentity") + text(request, "FromEmailAddress");
    Stream<String> resources =
        switch (operation) {
          case "GetAccount" -> Stream.of(ANY);
          case "CreateEmailIdentity" -> Stream.of("identity/" + identity);
          default ->
              Stream.of("identity/" + identity, "identity/" + identity.replaceFirst("^[^@]*@", ""));
        };
    return resources.map(resource -> new Permission("ses:" + operation, resource)).distinct();
  }

  /** Runs are allowed by what their names begin with: what they are called is not known before. */
  private static Permission ofStepFunctions(String operation, SfnRequest request) {
    String machine = behindAccount(text(request, "stateMachineArn"));
    String run = behindAccount(text(request, "executionArn"));
    String runs = run.replaceFirst("[^:]*$", "*");
    return new Permission("states:" + operation, machine.isEmpty() ? runs : machine);
  }

  private static String queue(SqsRequest request) {
    String name = text(request, "QueueName");
    return name.isEmpty() ? text(request, "QueueUrl").replaceFirst(".*/", "") : name;
  }

  private static String secret(SecretsManagerRequest request) {
    return text(request, "Name") + text(request, "SecretId");
  }

  private static String text(SdkRequest request, String field) {
    return request.sdkFields().stream()
        .filter(each -> each.memberName().equals(field))
        .map((SdkField<?> each) -> each.getValueOrDefault(request))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  private static String behindAccount(String arn) {
    return arn.replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "");
  }

  private static JsonNode parse(String policy) {
    try {
      return JSON.readTree(policy);
    } catch (JsonProcessingException noPolicy) {
      throw new IllegalArgumentException(policy, noPolicy);
    }
  }
}
