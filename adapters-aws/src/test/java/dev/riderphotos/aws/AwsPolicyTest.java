package dev.riderphotos.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AwsPolicyTest {
  @Test
  void theFirstStatementMakesAPolicy() {
    assertThat(AwsPolicy.with("", "{\"Sid\": \"a\"}"))
        .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\"}]}");
  }

  @Test
  void whatAPolicySaysItGoesOnSaying() {
    String one = "{\"Version\":\"2008-10-17\",\"Id\":\"x\",\"Statement\":{\"Sid\":\"a\"}}";

    assertThat(AwsPolicy.with(AwsPolicy.with(one, "{\"Sid\":\"b\"}"), "{\"Sid\":\"c\"}"))
        .isEqualTo(
            "{\"Version\":\"2008-10-17\",\"Id\":\"x\","
                + "\"Statement\":[{\"Sid\":\"a\"},{\"Sid\":\"b\"},{\"Sid\":\"c\"}]}");
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AwsPolicy.with("no JSON", "{}"));
  }
}
