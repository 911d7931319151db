package dev.riderphotos.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"ada@localhost", "a.b+c=d'e@mail.example.com", "jürgen@exämple.de"})
  void takesWhatMayExist(String value) {
    assertThat(new EmailAddress(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@",
        "ada@",
        "@host",
        "a@b@c",
        "a b@c",
        "a@b\r\nBcc: c@d",
        "a@b,c@d",
        "<a@b>",
        "\"a\"@b",
        "a@b;c@d",
        "group:a@b",
        "a\0@b",
        "..@b",
        "a..b@c",
        "a@b..c",
        "a@-b"
      })
  void refusesWhatIsNoneOrCouldBecomeAnotherHeaderOrRecipient(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(value));
  }

  @Test
  void onlyOnesOnLocalhostAreLocal() {
    assertThat(new EmailAddress("ada@localhost").isLocal()).isTrue();
    assertThat(new EmailAddress("localhost@example.com").isLocal()).isFalse();
    assertThat(new EmailAddress("ada@localhost.example.com").isLocal()).isFalse();
  }

  @Test
  void hasAtMost254Characters() {
    assertThat(new EmailAddress("x".repeat(252) + "@y").value()).hasSize(254);
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("x".repeat(253) + "@y"));
  }
}
