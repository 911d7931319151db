package dev.riderphotos.web.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.ExecutionArn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLinkTest {
  @ParameterizedTest
  @CsvSource({
    "aws,eu-central-1,https://eu-central-1.console.aws.amazon.com/",
    "aws-cn,cn-north-1,https://cn-north-1.console.amazonaws.cn/",
    "aws-us-gov,us-gov-west-1,https://us-gov-west-1.console.amazonaws-us-gov.com/"
  })
  void aRunIsShownByTheConsoleOfItsRegion(String partition, String region, String console) {
    String arn = "arn:%s:states:%s:123456789012:execution:m:1".formatted(partition, region);

    assertThat(ConsoleLink.to(new ExecutionArn(arn)))
        .isEqualTo(
            "%sstates/home?region=%s#/v2/executions/details/%s".formatted(console, region, arn));
  }
}
