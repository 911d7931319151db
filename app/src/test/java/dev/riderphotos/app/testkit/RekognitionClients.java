package dev.riderphotos.app.testkit;

import dev.riderphotos.photo.Photo;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Image;

/** The SDK's own clients, pointed at our server. */
public final class RekognitionClients {
  private RekognitionClients() {}

  public static RekognitionClient of(RunningServer server, String id, String secret) {
    return of(server, StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)));
  }

  public static RekognitionClient of(RunningServer server, AwsCredentialsProvider credentials) {
    return of(server, credentials, List.of());
  }

  /** One that is told of every request. */
  public static RekognitionClient of(RunningServer server, ExecutionInterceptor watcher) {
    return of(server, AnonymousCredentialsProvider.create(), List.of(watcher));
  }

  private static RekognitionClient of(
      RunningServer server,
      AwsCredentialsProvider credentials,
      List<ExecutionInterceptor> watchers) {
    return RekognitionClient.builder()
        .endpointOverride(
            URI.create("http://localhost:%d/rekognition".formatted(server.client().port())))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.retryStrategy(RetryMode.STANDARD).executionInterceptors(watchers))
        .build();
  }

  public static Image bytes(Photo photo) {
    return Image.builder().bytes(SdkBytes.fromByteArray(photo.bytes())).build();
  }

  public static Image object(String bucket, String key) {
    return Image.builder().s3Object(object -> object.bucket(bucket).name(key)).build();
  }
}
