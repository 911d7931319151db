package dev.riderphotos.app.testkit;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.app.server.EventDelivery;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.Emulators;
import dev.riderphotos.aws.testkit.Endpoints;
import dev.riderphotos.aws.testkit.RecordingSecrets;
import dev.riderphotos.aws.testkit.RecordingSes;
import dev.riderphotos.aws.testkit.RecordingStepFunctions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Rider Photos with every port on AWS, for all tests of a class. AWS is emulators in this JVM,
 * which the SDK finds by its own settings; its Rekognition is another Rider Photos, with our own
 * engine. Buckets, tables, queues and the collection are the class's own, and made as {@code aws
 * create} makes them.
 */
public final class AwsServer implements BeforeAllCallback, AfterAllCallback {
  static final String SENDER = "rider-photos@example.com";

  private static final List<String> TABLES =
      List.of(
          "riders",
          "drinks",
          "executions",
          "faces",
          "claims",
          "keys",
          "revoked-links",
          "live-collections",
          "face-counterparts",
          "reviews",
          "audit",
          "announcements",
          "gallery-photos",
          "gallery-faces",
          "gallery-distinctions",
          "migrations",
          "migration-faces");

  private final Map<String, Object> settings;
  private final UnaryOperator<URI> wayToRekognition;
  private volatile Duration distance = Duration.ZERO;
  private final String prefix = Aws.uniqueName("");
  private @Nullable RunningServer faces;
  private @Nullable Relay rekognition;
  private @Nullable RunningServer server;

  public AwsServer() {
    this(Map.of());
  }

  /** With settings that are not the usual ones. */
  public AwsServer(Map<String, Object> settings) {
    this(settings, UnaryOperator.identity());
  }

  /** And with another way to Rekognition than the direct one. */
  public AwsServer(Map<String, Object> settings, UnaryOperator<URI> wayToRekognition) {
    this.settings = Map.copyOf(settings);
    this.wayToRekognition = wayToRekognition;
  }

  /** Begun once in a JVM, and ended with it. */
  private static final class Cloud {
    static final Aws AWS = Emulators.start();
    static final RecordingSes SES = RecordingSes.start();
    static final RecordingSecrets SECRETS = RecordingSecrets.start();
    static final RecordingStepFunctions STEP_FUNCTIONS = RecordingStepFunctions.start();

    static {
      Endpoints endpoints = requireNonNull(AWS.endpoints());
      System.setProperty("aws.region", AWS.region().id());
      System.setProperty("aws.accessKeyId", "rider");
      System.setProperty("aws.secretAccessKey", "photos");
      System.setProperty("aws.endpointUrlS3", endpoints.s3().toString());
      System.setProperty("aws.endpointUrlDynamoDb", endpoints.dynamoDb().toString());
      System.setProperty("aws.endpointUrlSqs", endpoints.sqs().toString());
      System.setProperty("aws.endpointUrlSesV2", SES.endpoint().toString());
      System.setProperty("aws.endpointUrlSecretsManager", SECRETS.endpoint().toString());
      System.setProperty("aws.endpointUrlSfn", STEP_FUNCTIONS.endpoint().toString());
      SES.verify(SENDER);
    }
  }

  public static Aws aws() {
    return Cloud.AWS;
  }

  public static RecordingSes ses() {
    return Cloud.SES;
  }

  public static RecordingStepFunctions stepFunctions() {
    return Cloud.STEP_FUNCTIONS;
  }

  public Client client() {
    return server().client();
  }

  public Application application() {
    return server().application();
  }

  /** What stands for Amazon Rekognition. */
  public Application rekognition() {
    return requireNonNull(faces).application();
  }

  /** Where a data folder would be. */
  public Path data() {
    return server().data();
  }

  public String name(String suffix) {
    return prefix + suffix;
  }

  /** From now on each request takes so much longer to get to Rekognition. */
  public void rekognitionIsAway(Duration distance) {
    this.distance = distance;
  }

  /** The settings of another instance beside this one. */
  public Map<String, Object> settings() {
    Map<String, Object> all = new HashMap<>();
    all.put("backend", "aws");
    all.put("faces.collection", name("faces"));
    all.put("riders.photo-bucket", name("photos"));
    all.put("riders.thumbnail-bucket", name("thumbnails"));
    all.put("drinks.photo-bucket", name("drinks"));
    all.put("drinks.thumbnail-bucket", name("drink-thumbnails"));
    all.put("extraction.input-bucket", name("pictures"));
    all.put("extraction.output-bucket", name("crops"));
    all.put("gallery.bucket", name("gallery"));
    all.put("gallery.collection", name("named"));
    all.put("aws.queue", name("events"));
    all.put("aws.dead-letter-queue", name("dead"));
    all.put("aws.secret", name("signing"));
    all.put("aws.receipt-keys", name("receipts"));
    for (String table : TABLES) {
      all.put("aws.tables." + table, name(table));
    }
    all.put("notifications.sender", SENDER);
    all.put("retries.delay", "1ms");
    all.putAll(settings);
    return all;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Aws _ = aws();
    faces = new RunningServer(facesSettings());
    create(facesSettings());
    faces.beforeAll(context);
    rekognition = new Relay(addressOf(faces), (_, _) -> comeFromAfar());
    System.setProperty(
        "aws.endpointUrlRekognition", wayToRekognition.apply(rekognition.address()).toString());
    create(settings());
    server = new RunningServer(settings());
    server.beforeAll(context);
    application().find(EventDelivery.class).ifPresent(EventDelivery::start);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server().afterAll(context);
    requireNonNull(rekognition).close();
    requireNonNull(faces).afterAll(context);
  }

  private static URI addressOf(RunningServer faces) {
    return URI.create("http://localhost:%d/rekognition".formatted(faces.client().port()));
  }

  private Optional<Relay.Reply> comeFromAfar() throws InterruptedException {
    Thread.sleep(distance);
    return Optional.empty();
  }

  /** Faces by our own engine, photos where the other finds them. */
  private Map<String, Object> facesSettings() {
    Map<String, Object> all = settings();
    all.put("backend", "embedded");
    all.put("workflow", "in-process");
    all.put("adapters.photos", "s3");
    all.put("riders.duplicate-similarity", 70);
    return all;
  }

  private static void create(Map<String, Object> properties) throws IOException {
    Path data = Files.createTempDirectory("rider-photos-test");
    try (Application application = Application.openUnchecked(data, properties)) {
      var _ = application.get(AwsAccount.class).create();
    } finally {
      Folders.delete(data);
    }
  }

  private RunningServer server() {
    return requireNonNull(server);
  }
}
