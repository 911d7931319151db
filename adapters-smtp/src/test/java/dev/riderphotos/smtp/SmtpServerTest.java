package dev.riderphotos.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.smtp.SmtpServer.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  private static final String HOST = "mail.example.com";

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.com", "10.0.0.1", "localhost.example.com", "128.0.0.1"})
  void noPasswordGoesToAnotherMachineInTheOpen(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpServer(host, 25, Tls.NONE, "ada", "secret"))
        .withMessageContaining("TLS")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
  void onThisMachineItMay(String host) {
    assertThat(new SmtpServer(host, 25, Tls.NONE, "ada", "secret").password()).isEqualTo("secret");
  }

  @ParameterizedTest
  @EnumSource(Tls.class)
  void whoNeedNotSignInHasNoPassword(Tls tls) {
    assertThat(new SmtpServer(HOST, 25, tls, null, null).user()).isNull();
  }

  @Test
  void userAndPasswordGoTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpServer(HOST, 587, Tls.STARTTLS, "ada", null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpServer(HOST, 587, Tls.STARTTLS, null, "secret"))
        .withMessageNotContaining("secret");
  }

  @Test
  void itIsToldWithoutThePassword() {
    assertThat(new SmtpServer(HOST, 587, Tls.STARTTLS, "ada", "secret"))
        .hasToString("mail.example.com:587");
  }
}
