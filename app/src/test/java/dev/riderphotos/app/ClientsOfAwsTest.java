package dev.riderphotos.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.wiring.Application;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Utilities;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of AWS are Micronaut's, with its settings, and call as all of ours do. */
class ClientsOfAwsTest {
  private static final Map<String, Class<? extends AwsClient>> SERVICES =
      Map.of(
          "s3", S3Client.class,
          "dynamodb", DynamoDbClient.class,
          "sqs", SqsClient.class,
          "ses", SesV2Client.class,
          "secretsmanager", SecretsManagerClient.class,
          "rekognition", RekognitionClient.class,
          "states", SfnClient.class);

  @TempDir private Path home;

  @Test
  void micronautsSettingsSayWhereAndAsWhom() {
    try (ApplicationContext context = start(settings(Map.of()))) {
      SERVICES.forEach(
          (service, type) -> {
            AwsServiceClientConfiguration client = configuration(context, type);
            assertThat(client.region().id()).isEqualTo("sa-east-1");
            assertThat(client.endpointOverride()).contains(endpoint(service));
            AwsCredentialsIdentity who = client.credentialsProvider().resolveIdentity().join();
            assertThat(who.accessKeyId()).as(service).isEqualTo("by-setting");
            assertThat(who.secretAccessKey()).isEqualTo("of-setting");
          });
    }
  }

  @Test
  void allCallAlike() {
    try (ApplicationContext context = start(settings(Map.of()))) {
      ClientOverrideConfiguration ours = context.getBean(ClientOverrideConfiguration.class);
      for (Class<? extends AwsClient> type : SERVICES.values()) {
        ClientOverrideConfiguration calls = configuration(context, type).overrideConfiguration();
        assertThat(calls.apiCallTimeout()).as(type.getName()).isEqualTo(ours.apiCallTimeout());
        assertThat(calls.apiCallAttemptTimeout()).isEqualTo(ours.apiCallAttemptTimeout());
        assertThat(calls.retryStrategy().map(RetryStrategy::maxAttempts)).contains(3);
        assertThat(calls.metricPublishers()).isEqualTo(ours.metricPublishers()).hasSize(1);
        assertThat(calls.executionInterceptors()).containsAll(ours.executionInterceptors());
        assertThat(calls.advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX))
            .contains("rider-photos");
      }
    }
  }

  @Test
  void bucketsAreInPathsIfEitherSettingSaysSo() {
    assertThat(addressOfAnObject(Map.of())).isEqualTo("/key");
    assertThat(addressOfAnObject(Map.of("aws.path-style", true))).isEqualTo("/bucket/key");
    assertThat(addressOfAnObject(Map.of("aws.s3.path-style-access-enabled", true)))
        .isEqualTo("/bucket/key");
  }

  @Test
  void noneIsMadeBeforeItIsNeededNorWhereNothingIsOnAws() throws Exception {
    try (Application embedded = Application.open(home.resolve("data"), Map.of())) {
      ApplicationContext context = embedded.get(ApplicationContext.class);
      assertThat(context.getActiveBeanRegistrations(SdkClient.class)).isEmpty();
      assertThat(context.getActiveBeanRegistrations(SdkClientBuilder.class)).isEmpty();
      assertThat(context.getActiveBeanRegistrations(SdkHttpClient.class)).isEmpty();
      assertThat(context.containsBean(ClientOverrideConfiguration.class)).isFalse();
    }
    Map<String, Object> mailOnly = settings(Map.of("backend", "embedded", "adapters.mail", "ses"));
    try (Application mixed = Application.openUnchecked(home.resolve("mixed"), mailOnly)) {
      ApplicationContext context = mixed.get(ApplicationContext.class);
      assertThat(context.getActiveBeanRegistrations(SdkClient.class)).isEmpty();
    }
  }

  private ApplicationContext start(Map<String, Object> settings) {
    return Application.openUnchecked(home.resolve("none"), settings).get(ApplicationContext.class);
  }

  private static Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("backend", "aws");
    settings.put("aws.region", "sa-east-1");
    settings.put("aws.access-key-id", "by-setting");
    settings.put("aws.secret-key", "of-setting");
    settings.put("aws.secret-access-key", "of-setting");
    SERVICES
        .keySet()
        .forEach(
            service ->
                settings.put(
                    "aws.services." + service + ".endpoint-override",
                    endpoint(service).toString()));
    settings.putAll(more);
    return settings;
  }

  private static URI endpoint(String service) {
    return URI.create("http://" + service + ".example.com");
  }

  private static AwsServiceClientConfiguration configuration(
      ApplicationContext context, Class<? extends AwsClient> type) {
    return (AwsServiceClientConfiguration) context.getBean(type).serviceClientConfiguration();
  }

  private String addressOfAnObject(Map<String, Object> more) {
    try (ApplicationContext context = start(settings(more))) {
      S3Utilities utilities = context.getBean(S3Client.class).utilities();
      return utilities.getUrl(object -> object.bucket("bucket").key("key")).getPath();
    }
  }
}
