package dev.riderphotos.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "fd00:ec2::254"
      })
  void isNotAnybodys(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void isAnybodys(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks?a=b",
        "https://127.0.0.1:8443",
        "http://localhost:1234/x",
        "http://[::1]:80/",
        "HTTPS://Example.com"
      })
  void canBeSentTo(String address) {
    assertThat(WebhookAddress.of(address, false).uri()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "http://10.0.0.1/",
        "http://127.0.0.1.example.com/",
        "ftp://localhost/",
        "https:///hooks",
        "https://ada:secret@example.com/",
        "https://example.com/#here",
        "example.com",
        "not an address"
      })
  void cannotBeSentTo(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookAddress.of(address, true));
  }

  /** Also among others: whoever answers for a name may mix them. */
  @Test
  void anyThatIsNotPublicIsOneTooMany() {
    InetAddress open = InetAddress.ofLiteral("1.1.1.1");
    InetAddress closed = InetAddress.ofLiteral("10.0.0.1");
    WebhookAddress address = WebhookAddress.of("https://example.com/", false);

    assertThat(judges(address, open)).isTrue();
    assertThat(judges(address, open, closed)).isFalse();
    assertThat(judges(WebhookAddress.of("https://example.com/", true), open, closed)).isTrue();
    assertThat(judges(WebhookAddress.of("http://localhost/", true), closed)).isFalse();
  }

  private static boolean judges(WebhookAddress address, InetAddress... found) {
    try {
      return address.judged(found).length == found.length;
    } catch (NotPublicException _) {
      return false;
    }
  }
}
