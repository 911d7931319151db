package dev.riderphotos.aws.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnAws
class EmulatorsTest {
  private final Aws aws;

  EmulatorsTest(Aws aws) {
    this.aws = aws;
  }

  @Test
  void eachServiceAnswers() {
    String bucket = aws.newBucket("photos");

    assertThat(aws.s3().listBuckets().buckets()).anyMatch(found -> found.name().equals(bucket));
    assertThat(aws.dynamoDb().listTables().tableNames()).isNotNull();
    assertThat(aws.sqs().listQueues().queueUrls()).isNotNull();
  }
}
