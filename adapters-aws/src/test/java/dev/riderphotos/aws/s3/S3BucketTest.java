package dev.riderphotos.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CORSRule;

class S3BucketTest {
  @Test
  void pagesOfAllowedOriginsMaySendChecksumsAndReadTheETag() {
    CORSRule rule = S3Bucket.openTo(Set.of("https://drinks.example.com"));

    assertThat(rule.allowedOrigins()).containsExactly("https://drinks.example.com");
    assertThat(rule.allowedMethods()).contains("GET", "HEAD", "PUT", "POST");
    assertThat(rule.allowedHeaders()).containsExactly("*");
    assertThat(rule.exposeHeaders()).containsExactly("ETag");
  }
}
