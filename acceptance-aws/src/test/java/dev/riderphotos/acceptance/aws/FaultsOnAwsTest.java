package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.FaultyEndpoint;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What AWS may answer instead of what it was asked for. */
class FaultsOnAwsTest {
  private static final String WRITE = "PutItem";

  @RegisterExtension
  @Order(1)
  static final FaultyEndpoint DYNAMODB = new FaultyEndpoint();

  @RegisterExtension
  @Order(2)
  static final AwsServer AWS = new AwsServer(Map.of("retries.attempts", 2));

  @AfterEach
  void heal() {
    DYNAMODB.heal();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException, Throttling, 1",
    "400, ProvisionedThroughputExceededException, Throttling, 2",
    "500, InternalServerError, ServerError, 3",
    "503, ServiceUnavailable, ServerError, 4",
  })
  void whatPassesIsTriedAgainAndCounted(int status, String type, String kind, int person) {
    double before = failedAttempts(kind);
    DYNAMODB.next(2, status, type, WRITE, AWS.name("riders"));

    verify("passing-" + person, person).isVerified();

    assertThat(failedAttempts(kind)).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalServerError, 2, 5",
    "400, ExpiredTokenException, 1, 6",
    "400, AccessDeniedException, 1, 7",
    "400, ResourceNotFoundException, 1, 8",
  })
  void whatDoesNotPassFailsTheExecutionAndIsUndone(
      int status, String type, int attempts, int person) {
    long faces = faces();
    DYNAMODB.next(Integer.MAX_VALUE, status, type, WRITE, AWS.name("riders"));

    Answer failed = verify("lasting-" + person, person);

    assertThat(failed.at("status")).as(failed.text()).isEqualTo("FAILED");
    assertThat(failed.text()).contains("\"attempts\":" + attempts).doesNotContain("on purpose");
    assertThat(faces()).isEqualTo(faces);
    assertThat(thumbnailsOf("lasting-" + person)).isEmpty();

    DYNAMODB.heal();
    verify("lasting-" + person, person).isVerified();
  }

  @Test
  void withoutItsBucketNoThumbnailIsMade() {
    long faces = faces();
    String bucket = AWS.name("thumbnails");
    empty(bucket);
    var _ = s3().deleteBucket(request -> request.bucket(bucket));

    Answer failed = verify("bucketless", 9);

    var _ = s3().createBucket(request -> request.bucket(bucket));
    assertThat(failed.at("status")).as(failed.text()).isEqualTo("FAILED");
    assertThat(faces()).isEqualTo(faces);
    verify("bucketless", 9).isVerified();
  }

  private static Answer verify(String rider, int person) {
    Photo photo = Photos.of(Person.named().get(person));
    return AWS.client().verify(rider, photo);
  }

  private static long faces() {
    return AWS.application().get(RiderFaces.class).size();
  }

  private static double failedAttempts(String kind) {
    return AWS
        .application()
        .get(MeterRegistry.class)
        .find("rider.photos.aws.failed.attempts")
        .tag("kind", kind)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static List<S3Object> thumbnailsOf(String rider) {
    return s3().listObjectsV2(
            request -> request.bucket(AWS.name("thumbnails")).prefix("riders/" + rider + "/"))
        .contents();
  }

  private static void empty(String bucket) {
    for (S3Object object : s3().listObjectsV2(request -> request.bucket(bucket)).contents()) {
      var _ = s3().deleteObject(request -> request.bucket(bucket).key(object.key()));
    }
  }

  private static S3Client s3() {
    return AwsServer.aws().s3();
  }
}
