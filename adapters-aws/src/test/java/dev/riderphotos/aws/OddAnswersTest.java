package dev.riderphotos.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.dynamodb.DynamoDbApiKeys;
import dev.riderphotos.aws.dynamodb.DynamoDbExecutions;
import dev.riderphotos.aws.dynamodb.DynamoDbGalleryPhotos;
import dev.riderphotos.aws.dynamodb.DynamoDbRiderProfiles;
import dev.riderphotos.aws.dynamodb.DynamoDbTable;
import dev.riderphotos.aws.dynamodb.GalleryTables;
import dev.riderphotos.aws.rekognition.CollectionLease;
import dev.riderphotos.aws.rekognition.FaceTables;
import dev.riderphotos.aws.rekognition.FaceTablesOnAws;
import dev.riderphotos.aws.rekognition.PrintedFaces;
import dev.riderphotos.aws.rekognition.RekognitionCollection;
import dev.riderphotos.aws.rekognition.RekognitionCollectionUsers;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.aws.rekognition.RekognitionRiderFaces;
import dev.riderphotos.aws.s3.S3Bucket;
import dev.riderphotos.aws.s3.S3ExtractionStore;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.aws.secrets.ReceiptKeysSecret;
import dev.riderphotos.aws.secrets.SecretsManagerReceiptKeys;
import dev.riderphotos.aws.secrets.SecretsManagerSignatures;
import dev.riderphotos.aws.secrets.SigningSecret;
import dev.riderphotos.aws.ses.SesNotifier;
import dev.riderphotos.aws.ses.SesSender;
import dev.riderphotos.aws.sqs.SqsQueue;
import dev.riderphotos.aws.sqs.SqsQueues;
import dev.riderphotos.aws.stepfunctions.DeployedStateMachine;
import dev.riderphotos.aws.stepfunctions.StateMachineArn;
import dev.riderphotos.aws.stepfunctions.StepFunctionsStateMachine;
import dev.riderphotos.aws.testkit.OddAnswer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserId;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainThumbnailer;
import dev.riderphotos.testkit.Riders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What proxies and networks answer in the place of each of AWS's services. */
class OddAnswersTest {
  private static final PhotoRef PHOTO = new PhotoRef("photos", "riders/ada/me.jpg");
  private static final FaceTables TABLES = new FaceTables("faces", "claims");
  private static final CollectionId FACES = new CollectionId("faces");

  private static final StateMachineArn MACHINE =
      new StateMachineArn("arn:aws:states:eu-central-1:123456789012:stateMachine:rider-photos");

  @RegisterExtension private final OddAws aws = new OddAws();

  @ParameterizedTest
  @EnumSource
  void everyCallEndsWithAFaultOfOurs(OddAnswer answer) {
    aws.answers(answer);

    calls()
        .forEach(
            (name, call) ->
                assertThat(catchThrowable(call::run))
                    .as(name)
                    .isInstanceOfSatisfying(
                        BackendException.class,
                        fault ->
                            assertThat(fault.retryable()).as(name).isEqualTo(answer.mayPass())));
  }

  /** So that nothing is made for a proxy's 404. */
  @ParameterizedTest
  @EnumSource
  void nothingIsLearntOfAnyResource(OddAnswer answer) {
    aws.answers(answer);

    assertThat(resources()).extracting(each -> each.check().state()).containsOnly(State.UNKNOWN);
    assertThat(resources())
        .flatExtracting(AwsResource::create)
        .extracting(AwsResource.Part::state)
        .isSubsetOf(State.UNKNOWN, State.LEFT_OUT);
  }

  private Map<String, Runnable> calls() {
    Map<String, Runnable> calls = new LinkedHashMap<>(callsOfS3());
    calls.putAll(callsOfDynamoDb());
    calls.putAll(callsOfRekognition());
    calls.putAll(callsOfStepFunctions());
    SqsQueue queue = new SqsQueue(aws.sqs(), "events");
    calls.put("receive", () -> queue.receive(1, Duration.ZERO, Duration.ZERO));
    calls.put("send", () -> queue.send("{}"));
    SesNotifier mail = new SesNotifier(aws.ses(), "photos@example.com", Footer.NONE);
    calls.put("mail", () -> mail.send(notification()));
    calls.put("reach SES", mail::check);
    calls.put("sign", () -> new SecretsManagerSignatures(aws.secrets(), "secret").sign("a"));
    ReceiptKeys receipts =
        new SecretsManagerReceiptKeys(aws.secrets(), "receipts", InstantSource.system());
    calls.put("keep keys", () -> receipts.orKeep(() -> "keys"));
    return calls;
  }

  private Map<String, Runnable> callsOfS3() {
    S3PhotoStore photos = new S3PhotoStore(aws.s3(), Set.of("photos"));
    S3ExtractionStore crops = new S3ExtractionStore(aws.s3(), "crops");
    return Map.of(
        "put", () -> photos.put(PHOTO, Photos.nobody()),
        "get", () -> photos.get(PHOTO),
        "delete all", () -> photos.deleteAll("photos", "riders/"),
        "put a crop", () -> crops.put("a", new byte[] {1}, "image/png"),
        "get a crop", () -> crops.get("a"),
        "list crops", () -> crops.names("a"));
  }

  private Map<String, Runnable> callsOfDynamoDb() {
    InstantSource clock = InstantSource.system();
    DynamoDbExecutions executions =
        new DynamoDbExecutions(
            aws.dynamoDb(), "executions", Duration.ofMinutes(1), Duration.ofDays(1), clock);
    return Map.of(
        "find a rider", () -> new DynamoDbRiderProfiles(aws.dynamoDb(), "t").find(Riders.ada()),
        "find a key",
            () -> new DynamoDbApiKeys(aws.dynamoDb(), "t").find(new KeyId("0123456789ab")),
        "claim", () -> executions.claim(ExecutionId.random()),
        "find an execution", () -> executions.find(ExecutionId.random()),
        "find a photo",
            () ->
                new DynamoDbGalleryPhotos(aws.dynamoDb(), new GalleryTables("a", "b", "c"))
                    .find(new PhotoName("a.jpg")),
        "take the lease",
            () ->
                new CollectionLease(aws.dynamoDb(), FaceTablesOnAws.terms(TABLES), clock)
                    .acquire());
  }

  private Map<String, Runnable> callsOfRekognition() {
    RekognitionRiderFaces faces =
        FaceTablesOnAws.faces(
            aws.rekognition(),
            aws.dynamoDb(),
            FaceTablesOnAws.terms(TABLES),
            InstantSource.system());
    RekognitionFaceCollections collections =
        new RekognitionFaceCollections(aws.rekognition(), false, new PlainThumbnailer(), List::of);
    RekognitionCollectionUsers users =
        new RekognitionCollectionUsers(aws.rekognition(), false, new PlainThumbnailer());
    CollectionId named = new CollectionId("named");
    return Map.of(
        "detect", this::detect,
        "search", () -> faces.search(PrintedFaces.inline(Portrait.of(Person.ADA)).print(), 70, 3),
        "describe", () -> collections.describe(named),
        "list", () -> collections.list(null, 10),
        "make a user", () -> users.create(named, new UserId("ada"), null),
        "list users", () -> users.list(named, null, 10),
        "search for users", () -> users.search(named, new UserId("ada"), new Matching(80, 10)));
  }

  private Map<String, Runnable> callsOfStepFunctions() {
    StepFunctionsStateMachine machine = new StepFunctionsStateMachine(aws.stepFunctions(), MACHINE);
    ExecutionId id = ExecutionId.random();
    ExecutionArn run = machine.arn(id, 0);
    Submission submission = new Submission(Riders.ada(), PHOTO, false, null);
    Execution execution = Execution.started(id, submission, Instant.EPOCH).heldBy(run);
    return Map.of(
        "start a run", () -> machine.start(execution),
        "stop a run", () -> machine.stop(run, "why"),
        "reach the state machine", machine::check);
  }

  private void detect() {
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).size(320, 320))) {
      var _ =
          new RekognitionFaceDetector(aws.rekognition(), false, new PlainThumbnailer())
              .detect(picture, null);
    }
  }

  private List<AwsResource> resources() {
    return List.of(
        new S3Bucket(aws.s3(), "photos", Set.of("https://drinks.example.com")),
        new SqsQueues(aws.sqs(), "events", "dead", 5, List.of("photos")),
        new DynamoDbTable(aws.dynamoDb(), DynamoDbApiKeys.table("keys")),
        new RekognitionCollection(
            aws.rekognition(),
            new KeptCollection(Role.RIDERS, FACES, null),
            () -> FACES,
            List.of()),
        new SesSender(aws.ses(), "photos@example.com"),
        new DeployedStateMachine(aws.stepFunctions(), MACHINE),
        new SigningSecret(aws.secrets(), "secret"),
        new ReceiptKeysSecret(aws.secrets(), "receipts"));
  }

  private static Refusal notification() {
    return new Refusal(
        "execution", new EmailAddress("ada@example.com"), Riders.ada(), "t", "m", List.of());
  }
}
