package dev.riderphotos.rekognition.signature;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The SDK for Java's own signer. */
final class SdkSigner {
  private SdkSigner() {}

  static Sent sign(Sent request, String id, String secret, Instant time) {
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                it ->
                    it.identity(AwsCredentialsIdentity.create(id, secret))
                        .request(unsigned(request))
                        .payload(() -> new ByteArrayInputStream(request.bodyBytes()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rekognition")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
            .request();
    return request.with(signed.headers().entrySet().stream().flatMap(SdkSigner::headers).toList());
  }

  private static SdkHttpRequest unsigned(Sent request) {
    String host = request.values("Host").getFirst().strip();
    SdkHttpRequest.Builder builder =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.valueOf(request.method()))
            .uri(URI.create("http://" + host + request.target()));
    request.headers().forEach(it -> builder.appendHeader(it.name(), it.value()));
    return builder.build();
  }

  private static Stream<Sent.Header> headers(Map.Entry<String, List<String>> all) {
    return all.getValue().stream().map(value -> new Sent.Header(all.getKey(), value));
  }
}
