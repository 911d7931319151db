package dev.riderphotos.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BYTES_23 = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaQ=";

  /** The example of the specification. */
  @Test
  void signsAsTheSpecificationDoes() {
    String body = "{\"test\": 2432232314}";

    assertThat(WebhookSecrets.of(SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whileOneIsChangedBothSign() {
    String other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    assertThat(WebhookSecrets.of(SECRET + ", " + other).sign("id", 1, "{}"))
        .isEqualTo(
            WebhookSecrets.of(SECRET).sign("id", 1, "{}")
                + " "
                + WebhookSecrets.of(other).sign("id", 1, "{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_not base64!",
        BYTES_23,
        SECRET + "," + SECRET + "," + SECRET
      })
  void whatIsNoSecretIsRefusedWithoutBeingTold(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSecrets.of(text))
        .withMessageNotContaining("MfKQ9");
  }

  @Test
  void isNotTold() {
    assertThat(WebhookSecrets.of(SECRET)).hasToString("1 secrets");
  }
}
