package dev.riderphotos.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.photo.UploadTerms;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

/**
 * What S3 may take by a form, signed with Signature Version 4. The SDK's signer signs requests and
 * not policies, so the few lines of it stand here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">
 *     Creating a POST policy</a>
 */
record PostPolicy(Region region, Instant now) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String HMAC = "HmacSHA256";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The fields by which S3 knows that these others are allowed, and nothing else. */
  Map<String, String> signed(
      UploadTerms terms, Map<String, String> others, AwsCredentialsIdentity credentials) {
    String time = TIME.format(now);
    String date = time.substring(0, 8);
    String scope = String.join("/", date, region.id(), "s3", "aws4_request");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("x-amz-algorithm", ALGORITHM);
    fields.put("x-amz-credential", credentials.accessKeyId() + "/" + scope);
    fields.put("x-amz-date", time);
    if (credentials instanceof AwsSessionCredentialsIdentity session) {
      fields.put("x-amz-security-token", session.sessionToken());
    }
    Map<String, String> all = new LinkedHashMap<>(others);
    all.putAll(fields);
    String policy = Base64.getEncoder().encodeToString(json(terms, all));
    fields.put("policy", policy);
    fields.put("x-amz-signature", signature(policy, date, credentials.secretAccessKey()));
    return fields;
  }

  private static byte[] json(UploadTerms terms, Map<String, String> fields) {
    UploadTerms.Size size = terms.size();
    List<Object> conditions = new ArrayList<>();
    conditions.add(Map.of("bucket", terms.ref().bucket()));
    fields.forEach((name, value) -> conditions.add(List.of("eq", "$" + name, value)));
    conditions.add(List.of("content-length-range", size.exact() ? size.bytes() : 0, size.bytes()));
    Instant expiry = terms.expiresAt().truncatedTo(ChronoUnit.SECONDS);
    try {
      return JSON.writeValueAsBytes(
          Map.of("expiration", expiry.toString(), "conditions", conditions));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A policy is always JSON", impossible);
    }
  }

  private String signature(String policy, String date, String secret) {
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : List.of(date, region.id(), "s3", "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, policy));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + HMAC, impossible);
    }
  }
}
