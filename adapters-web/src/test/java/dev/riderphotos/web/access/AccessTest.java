package dev.riderphotos.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.access.Caller.Identity;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {
  private static final RiderId ADA = new RiderId("ada");

  @ParameterizedTest
  @CsvSource({
    "INDEX, INDEX GALLERY",
    "SEARCH, SEARCH GALLERY",
    "OPERATE, RIDER VERIFY VERIFIER OPERATOR REVIEWER",
    "REVIEW, REVIEWER",
    "VERIFY, VERIFY VERIFIER"
  })
  void aKeyOpensWhatItsScopeIsFor(Scope scope, String opened) {
    assertThat(opened(caller(AccessMode.SECURED, holder(scope))))
        .isEqualTo("EVERYONE SIGNED " + opened);
  }

  @Test
  void aLinkOpensWhatIsForRiders() {
    Caller ada = caller(AccessMode.SECURED, new Identity.Rider(ADA, null, Instant.EPOCH));

    assertThat(opened(ada)).isEqualTo("EVERYONE SIGNED RIDER VERIFY");
    assertThat(ada.actsFor(ADA)).isTrue();
    assertThat(ada.actsFor(new RiderId("boris"))).isFalse();
  }

  @Test
  void aLinkIsFreshForAnHour() {
    Instant opened = Instant.parse("2026-11-29T12:00:00Z");
    Caller ada = caller(AccessMode.SECURED, new Identity.Rider(ADA, null, opened));

    assertThat(ada.isFresh(opened.plusSeconds(3599))).isTrue();
    assertThat(ada.isFresh(opened.plusSeconds(3600))).isFalse();
    assertThat(caller(AccessMode.SECURED, holder(Scope.OPERATE)).isFresh(opened)).isTrue();
    assertThat(caller(AccessMode.SECURED, holder(Scope.VERIFY)).isFresh(opened)).isFalse();
    assertThat(caller(AccessMode.SECURED, new Identity.Stranger()).isFresh(opened)).isFalse();
  }

  @Test
  void nothingOpensNothing() {
    for (Identity nobody : new Identity[] {new Identity.Stranger(), new Identity.WrongKey()}) {
      Caller caller = caller(AccessMode.SECURED, nobody);
      assertThat(opened(caller)).isEqualTo("EVERYONE SIGNED");
      assertThat(caller.actsFor(ADA)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Access.class,
      names = {"INDEX", "SEARCH", "GALLERY"})
  void programsNeedAKeyInDemoModeToo(Access access) {
    assertThat(access.program()).isTrue();
    assertThat(access.admits(caller(AccessMode.DEMO, new Identity.Stranger()))).isFalse();
    assertThat(access.admits(caller(AccessMode.DEMO, holder(Scope.OPERATE)))).isFalse();
  }

  @Test
  void demoModeIsOpen() {
    Caller anyone = caller(AccessMode.DEMO, new Identity.Stranger());

    assertThat(opened(anyone)).isEqualTo("EVERYONE SIGNED RIDER VERIFY VERIFIER OPERATOR REVIEWER");
    assertThat(anyone.actsFor(ADA)).isTrue();
  }

  @Test
  void theShareIsTheKeysElseTheLinksElseTheNetworks() throws UnknownHostException {
    assertThat(caller(AccessMode.SECURED, holder(Scope.INDEX)).account())
        .isEqualTo("key 0123456789ab");
    assertThat(caller(AccessMode.SECURED, new Identity.Rider(ADA, null, Instant.EPOCH)).account())
        .isEqualTo("rider " + ADA.value());
    assertThat(stranger("2001:db8::1")).isEqualTo(stranger("2001:db8::2:1"));
    assertThat(stranger("2001:db8::1")).isNotEqualTo(stranger("2001:db8:0:1::1"));
    assertThat(stranger("192.0.2.1")).isNotEqualTo(stranger("192.0.2.2"));
    assertThat(stranger("192.0.2.1")).isEqualTo(stranger("::ffff:192.0.2.1"));
  }

  private static String stranger(String address) throws UnknownHostException {
    String network = Network.of(InetAddress.getByName(address));
    return new Caller(AccessMode.SECURED, new Identity.Stranger(), network).account();
  }

  private static String opened(Caller caller) {
    return String.join(
        " ",
        Arrays.stream(Access.values())
            .filter(access -> access.admits(caller))
            .map(Access::name)
            .toList());
  }

  private static Caller caller(AccessMode mode, Identity identity) {
    return new Caller(mode, identity, Network.UNKNOWN);
  }

  private static Identity holder(Scope scope) {
    return new Identity.Holder(
        new ApiKey(new KeyId("0123456789ab"), "", Set.of(scope), Instant.EPOCH, null));
  }
}
