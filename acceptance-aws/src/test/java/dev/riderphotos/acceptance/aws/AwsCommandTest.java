package dev.riderphotos.acceptance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsAccount;
import dev.riderphotos.app.wiring.MissingOnAwsException;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is missing on AWS is named, and made when asked for. */
class AwsCommandTest {
  @RegisterExtension static final AwsServer AWS = new AwsServer();

  @TempDir private Path data;

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    Map<String, Object> settings = new HashMap<>(AWS.settings());
    settings.put("drinks.photo-bucket", "no-such-bucket");
    settings.put("aws.tables.executions", "no-such-table");
    settings.put("aws.queue", "no-such-queue");
    settings.put("faces.collection", "no-such-collection");
    settings.put("aws.tables.live-collections", "no-such-record"); // which else is what holds
    settings.put("gallery.collection", "no-such-gallery");
    settings.put("notifications.sender", "no-such@sender.example");

    assertThatThrownBy(() -> Application.open(data, settings))
        .isInstanceOf(MissingOnAwsException.class)
        .hasMessageContainingAll(
            "bucket no-such-bucket",
            "no-such-table",
            "no-such-record",
            "queues no-such-queue",
            "collection no-such-collection",
            "collection no-such-gallery",
            "sender no-such@sender.example")
        .hasMessageNotContaining(AWS.name("photos"));
  }

  @Test
  void aCollectionOfAnotherModelIsRefused() {
    Map<String, Object> settings = new HashMap<>(AWS.settings());
    settings.put("aws.face-model", "1.0");

    assertThatThrownBy(() -> Application.open(data, settings))
        .hasMessageContaining("collection %s of face model 1.0".formatted(AWS.name("faces")));
  }

  @Test
  void whatIsThereIsMadeNoSecondTime() throws IOException {
    try (Application application = Application.openUnchecked(data, AWS.settings())) {
      AwsAccount account = application.get(AwsAccount.class);

      assertThat(account.check()).extracting(Part::state).containsOnly(State.THERE);
      assertThat(account.create())
          .extracting(Part::state)
          .contains(State.THERE)
          .doesNotContain(State.MISSING, State.UNKNOWN);
    }
  }

  @Test
  void withoutAwsThereIsNothingToCheck() {
    List<String> check = List.of("aws", "check", "--data", data.toString());

    List<String> policy = List.of("aws", "policy", "--data", data.toString());

    assertThat(RiderPhotos.execute(check.toArray(new String[0]))).isEqualTo(ExitCode.USAGE);
    assertThat(RiderPhotos.execute(policy.toArray(new String[0]))).isEqualTo(ExitCode.USAGE);
    assertThat(RiderPhotos.execute("aws", "policy", "--account", "12")).isEqualTo(ExitCode.USAGE);
    assertThat(RiderPhotos.execute("aws")).isEqualTo(ExitCode.USAGE);
  }
}
