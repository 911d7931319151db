package dev.riderphotos.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3's own tickets: a presigned PUT binds key, content type and, if it is exact, the size; a
 * presigned POST binds all of them in a policy. What S3 cannot see, whoever takes the arrived
 * object has to: its content, and of a PUT of any size how large it was.
 *
 * <p>They hold no longer than the credentials they are signed with.
 */
public final class S3UploadTickets implements UploadTickets, PhotoLinks {
  private static final String CONTENT_TYPE = "Content-Type";

  private final S3Client s3;
  private final AwsServiceClientConfiguration configuration;
  private final InstantSource clock;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /** Signs for the client's endpoint, in its region, with its credentials. */
  public S3UploadTickets(S3Client s3, InstantSource clock) {
    this.s3 = s3;
    this.configuration = s3.serviceClientConfiguration();
    this.clock = clock;
  }

  @Override
  public UploadTicket.Put toPut(UploadTerms terms) {
    String type = terms.format().contentType();
    SdkHttpRequest.Builder put =
        SdkHttpRequest.builder().method(SdkHttpMethod.PUT).putHeader(CONTENT_TYPE, type);
    if (terms.size().exact()) {
      put.putHeader("Content-Length", Long.toString(terms.size().bytes()));
    }
    return new UploadTicket.Put(
        presigned(put, terms.ref(), terms.expiresAt()), Map.of(CONTENT_TYPE, type), terms);
  }

  @Override
  public UploadTicket.Form toPost(UploadTerms terms) {
    AwsCredentialsIdentity credentials = credentials();
    Map<String, String> fields = new HashMap<>();
    fields.put("key", terms.ref().key());
    fields.put(CONTENT_TYPE, terms.format().contentType());
    PostPolicy policy = new PostPolicy(configuration.region(), clock.instant());
    fields.putAll(policy.signed(terms, fields, credentials));
    return new UploadTicket.Form(
        URI.create(S3Addresses.ofBucket(s3, terms.ref().bucket())), fields, terms);
  }

  @Override
  public URI address(PhotoRef ref) {
    String path =
        Arrays.stream(ref.key().split("/", -1))
            .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return URI.create(S3Addresses.ofBucket(s3, ref.bucket()) + path);
  }

  @Override
  public URI link(PhotoRef ref, Instant expiresAt) {
    return presigned(SdkHttpRequest.builder().method(SdkHttpMethod.GET), ref, expiresAt);
  }

  private URI presigned(SdkHttpRequest.Builder request, PhotoRef ref, Instant expiresAt) {
    AwsCredentialsIdentity credentials = credentials();
    Instant now = clock.instant();
    return signer
        .sign(
            sign ->
                sign.identity(credentials)
                    .request(request.uri(address(ref)).build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, configuration.region().id())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(
                        AwsV4HttpSigner.EXPIRATION_DURATION, Duration.between(now, expiresAt))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
        .request()
        .getUri();
  }

  private AwsCredentialsIdentity credentials() {
    return AwsFaults.during(
        "find credentials", () -> configuration.credentialsProvider().resolveIdentity().join());
  }
}
