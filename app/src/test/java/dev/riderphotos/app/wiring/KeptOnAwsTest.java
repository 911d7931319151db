package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.app.testkit.BlankAccounts;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.aws.testkit.BlankAccount;
import dev.riderphotos.aws.testkit.Permission;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.face.KeptCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.CreateCollectionRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;

/**
 * All that the features keep is looked after on AWS: seen in what is asked of an account in which
 * nothing is yet. Each rule fails when one entry is taken out.
 */
class KeptOnAwsTest {
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "backend",
          "aws",
          "cors.origins",
          "https://drinks.example.com",
          BlankAccounts.PROPERTY,
          true);

  @TempDir private Path data;
  private Application application;
  private BlankAccount account;

  @BeforeAll
  static void inARegion() {
    System.setProperty("aws.region", "eu-central-1");
  }

  @BeforeEach
  void open() {
    application = Application.openUnchecked(data, SETTINGS);
    account = application.get(BlankAccount.class);
  }

  @AfterEach
  void close() throws IOException {
    application.close();
  }

  @Test
  void everyBucketIsMadeAndItsOwnerHearsOfWhatArrives() {
    assertLookedAfter(kept());
  }

  @Test
  void aBucketThatIsForgottenIsMissed() {
    for (Bucket bucket : kept().list()) {
      Buckets others = Buckets.of(without(kept().list(), bucket));

      assertThatThrownBy(() -> assertLookedAfter(others))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(bucket.name());
    }
  }

  /** By the settings' names, and not by the list. */
  private void assertLookedAfter(Buckets given) {
    BlankAccount blank = new BlankAccount();
    createBuckets(given, blank);

    assertThat(buckets(blank))
        .containsExactlyInAnyOrder(
            "rider-photos",
            "rider-thumbnails",
            "drink-photos",
            "drink-thumbnails",
            "extraction-input",
            "extracted-faces",
            "gallery");
    assertThat(letIntoTheQueue(blank))
        .containsExactlyInAnyOrder("rider-photos", "drink-photos", "extraction-input", "gallery");
    assertThat(tellingTheQueue(blank)).isEqualTo(letIntoTheQueue(blank));
    assertThat(openToPages(blank)).containsExactlyInAnyOrder("drink-photos", "drink-thumbnails");
  }

  private void createBuckets(Buckets given, BlankAccount blank) {
    Settings.Aws aws = application.get(Settings.Aws.class);
    S3Client s3 = blank.client(S3Client.class, application.get(S3Client.class));
    SqsClient sqs = blank.client(SqsClient.class, application.get(SqsClient.class));
    S3Factory factory = new S3Factory();
    AwsResources resources =
        factory.resources(
            s3,
            factory.queues(sqs, aws, application.get(Settings.Events.class), given),
            given,
            application.get(Settings.Cors.class));
    List<Part> _ = resources.create();
  }

  private Buckets kept() {
    return application.get(Buckets.class);
  }

  @Test
  void everyCollectionIsCheckedAndMade() {
    assertChecked(application.all(KeptCollection.class).stream().toList());
  }

  @Test
  void aCollectionThatIsForgottenIsMissed() {
    List<KeptCollection> kept = application.all(KeptCollection.class).stream().toList();
    for (KeptCollection collection : kept) {
      assertThatThrownBy(() -> assertChecked(without(kept, collection)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(collection.first().value());
    }
  }

  private void assertChecked(List<KeptCollection> given) {
    BlankAccount blank = new BlankAccount();
    AwsResources resources =
        new RekognitionFacesFactory()
            .resources(
                blank.client(RekognitionClient.class, application.get(RekognitionClient.class)),
                blank.client(DynamoDbClient.class, application.get(DynamoDbClient.class)),
                application.get(FaceTables.class),
                given,
                application.get(LiveNames.class));

    assertThat(resources.check())
        .extracting(Part::name)
        .contains("collection rider-photos", "collection gallery");
    List<Part> _ = resources.create();
    assertThat(blank.requests(CreateCollectionRequest.class))
        .extracting(CreateCollectionRequest::collectionId)
        .containsExactlyInAnyOrder("rider-photos", "gallery");
  }

  @Test
  void creationIsAllowedWhatItAsksForAndNothingElse() {
    AwsAccount all = application.get(AwsAccount.class);
    List<Part> _ = all.check();
    List<Part> _ = all.create();

    Set<Permission> needed = account.needed();
    Set<Permission> allowed =
        Permission.allowedBy(application.get(AwsPermissions.class).toCreate("*"));

    assertThat(allowed).containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void thePolicyIsTheSameEachTime() throws IOException {
    String policy = application.get(AwsPermissions.class).toRun("123456789012");

    try (Application again = Application.openUnchecked(data, SETTINGS)) {
      assertThat(again.get(AwsPermissions.class).toRun("123456789012")).isEqualTo(policy);
    }
    assertThat(policy)
        .contains("\"Sid\" : \"Objects\"")
        .contains("\"arn:aws:s3:::gallery/*\"")
        .contains("\"arn:aws:dynamodb:eu-central-1:123456789012:table/rider-photos-riders\"");
  }

  @Test
  void everyStatementHasANameOfItsOwn() throws IOException {
    JsonNode statements =
        new ObjectMapper()
            .readTree(application.get(AwsPermissions.class).toRun("*"))
            .path("Statement");

    List<String> names =
        StreamSupport.stream(statements.spliterator(), false)
            .map(statement -> statement.path("Sid").asText())
            .toList();

    assertThat(names)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[A-Za-z0-9]+"));
  }

  private static Set<String> buckets(BlankAccount blank) {
    return blank
        .requests(CreateBucketRequest.class)
        .map(CreateBucketRequest::bucket)
        .collect(Collectors.toSet());
  }

  private static Set<String> letIntoTheQueue(BlankAccount blank) {
    return blank
        .requests(SetQueueAttributesRequest.class)
        .map(request -> request.attributes().getOrDefault(QueueAttributeName.POLICY, ""))
        .filter(Predicate.not(String::isEmpty))
        .flatMap(policy -> sources(policy).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> sources(String policy) {
    try {
      Set<String> sources = new HashSet<>();
      new ObjectMapper()
          .readTree(policy)
          .findPath("aws:SourceArn")
          .forEach(arn -> sources.add(arn.asText().replace("arn:aws:s3:::", "")));
      return sources;
    } catch (IOException noPolicy) {
      throw new AssertionError(noPolicy);
    }
  }

  private static Set<String> tellingTheQueue(BlankAccount blank) {
    return blank
        .requests(PutBucketNotificationConfigurationRequest.class)
        .map(PutBucketNotificationConfigurationRequest::bucket)
        .collect(Collectors.toSet());
  }

  private static Set<String> openToPages(BlankAccount blank) {
    return blank
        .requests(PutBucketCorsRequest.class)
        .map(PutBucketCorsRequest::bucket)
        .collect(Collectors.toSet());
  }

  private static <T> List<T> without(List<T> all, T one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }
}
