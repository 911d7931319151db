package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.server.EventDelivery;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ExecutionRunner;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Two instances share the tables and the queue, and no execution runs twice. */
class TwoInstancesTest {
  private static final int PHOTOS = 8;

  @RegisterExtension static final AwsServer FIRST = new AwsServer();

  @TempDir private Path data;

  @Test
  void noExecutionRunsTwice() throws IOException {
    Map<String, Object> settings = new HashMap<>(FIRST.settings());
    settings.put("micronaut.server.port", -1);
    try (Application second = Application.open(data, settings)) {
      second.get(EventDelivery.class).start();
      List<String> executions = putEachTwiceTold();

      for (String execution : executions) {
        Answer ended = ended(execution);
        assertThat(ended.at("status")).as(ended.text()).isEqualTo("VERIFIED");
        second.get(ExecutionRunner.class).resume();
      }

      assertThat(run(FIRST.application()) + run(second)).isEqualTo(PHOTOS);
      assertThat(FIRST.client().get("/v1/executions?limit=100").listAt("executions"))
          .hasSize(PHOTOS);
    }
  }

  private static List<String> putEachTwiceTold() {
    List<String> executions = new ArrayList<>();
    for (int number = 0; number < PHOTOS; number++) {
      String execution = UUID.randomUUID().toString();
      PhotoRef ref =
          new PhotoRef(FIRST.name("photos"), "riders/r%d/%s/me.jpg".formatted(number, execution));
      FIRST.application().get(PhotoStore.class).put(ref, Photos.of(Person.named().get(number)));
      tellOf(ref, "01");
      tellOf(ref, "01");
      executions.add(execution);
    }
    return executions;
  }

  private static void tellOf(PhotoRef ref, String sequencer) {
    SqsClient sqs = AwsServer.aws().sqs();
    String url = sqs.getQueueUrl(request -> request.queueName(FIRST.name("events"))).queueUrl();
    String body = S3Messages.notification(ref, sequencer, Instant.now());
    var _ = sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
  }

  private static Answer ended(String execution) {
    Answer begun = FIRST.client().get("/v1/executions/" + execution);
    while (begun.status() == 404 || "RUNNING".equals(begun.at("status"))) {
      begun = FIRST.client().get("/v1/executions/" + execution);
    }
    return begun;
  }

  private static double run(Application application) {
    return application.get(MeterRegistry.class).find("rider.photos.executions").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
