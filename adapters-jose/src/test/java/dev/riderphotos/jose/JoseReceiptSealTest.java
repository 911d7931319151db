package dev.riderphotos.jose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.jose.ReceiptCheck.Result.Genuine;
import dev.riderphotos.jose.ReceiptCheck.Result.NotGenuine;
import dev.riderphotos.language.Language;
import dev.riderphotos.receipt.KeptElsewhere;
import dev.riderphotos.receipt.KeptElsewhere.Place;
import dev.riderphotos.receipt.Receipt;
import dev.riderphotos.testkit.InMemoryReceiptKeys;
import dev.riderphotos.testkit.Riders;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JoseReceiptSealTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Receipt RECEIPT =
      new Receipt(
          new UUID(1, 2),
          "https://photos.example.com",
          NOW,
          Riders.ada(),
          Map.of("photosAndThumbnails", 2),
          false,
          List.of(new Consent("1a2b", Language.GERMAN, NOW)),
          List.of(
              new KeptElsewhere(Place.POINT_IN_TIME_RECOVERY, NOW.plusSeconds(60)),
              new KeptElsewhere(Place.BACKUPS, null)));

  private final InMemoryReceiptKeys kept = new InMemoryReceiptKeys();
  private final JoseReceiptSeal seal = new JoseReceiptSeal(kept);

  @Test
  void aReceiptIsGenuineByThePublicKeysAndSaysAllOfIt() {
    String receipt = seal.seal(RECEIPT);

    Genuine genuine = genuine(receipt);

    assertThat(genuine.says())
        .contains("\"iss\":\"https://photos.example.com\"", "\"sub\":\"ada\"")
        .contains("\"photosAndThumbnails\":2", "\"gallery\":\"NOT_LOOKED_AT\"")
        .contains("\"version\":\"1a2b\"", "\"place\":\"BACKUPS\"")
        .contains("\"until\":\"2026-11-30T10:01:00Z\"");
    assertThat(check().check(receipt + "\n")).isEqualTo(genuine);
  }

  @Test
  void noByteCanBeAnother() {
    byte[] receipt = seal.seal(RECEIPT).getBytes(ISO_8859_1);
    ReceiptCheck check = check();
    for (int place = 0; place < receipt.length; place++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] changed = receipt.clone();
        changed[place] ^= (byte) bit;
        assertThat(check.check(new String(changed, ISO_8859_1)))
            .as("%d %d", place, bit)
            .isInstanceOf(NotGenuine.class);
      }
    }
  }

  @Test
  void nothingElsePassesForAReceipt() {
    for (String text : List.of("", "a.b.c", "..", "{}", seal.seal(RECEIPT) + ".x")) {
      assertThat(check().check(text)).as(text).isInstanceOf(NotGenuine.class);
    }
    String unsigned =
        encoded("{\"alg\":\"none\",\"typ\":\"erasure-receipt+jwt\"}") + "." + encoded("{}") + ".";
    assertThat(check().check(unsigned)).isInstanceOf(NotGenuine.class);
  }

  @Test
  void aReceiptOfBeforeIsGenuineAfterTheKeyWasChanged() {
    String before = seal.seal(RECEIPT);
    String first = genuine(before).key();

    String second = seal.rotate();
    String third = seal.rotate();

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(genuine(before).key()).isEqualTo(first);
    assertThat(genuine(seal.seal(RECEIPT)).key()).isEqualTo(third);
    assertThat(kept.text()).containsOnlyOnce("\"d\":");
    assertThat(seal.publicKeys()).doesNotContain("\"d\":").contains(first, second, third);
  }

  @Test
  void theKeyIsMadeOnce() {
    seal.prepare();
    String keys = kept.text();

    assertThat(genuine(seal.seal(RECEIPT))).isNotNull();

    assertThat(kept.text()).isEqualTo(keys);
  }

  @Test
  void byAnotherDeploymentsKeysItIsNotGenuine() {
    JoseReceiptSeal other = new JoseReceiptSeal(new InMemoryReceiptKeys());

    assertThat(ReceiptCheck.by(other.publicKeys()).check(seal.seal(RECEIPT)))
        .isInstanceOf(NotGenuine.class);
  }

  @Test
  void whatIsNoKeyIsRefused() {
    for (String text : List.of("", "{}", "{\"keys\":[]}", "no JSON")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> ReceiptCheck.by(text));
    }
  }

  /** By the JDK alone, as somebody would who has none of our libraries. */
  @Test
  void anybodyCanCheckItByTheRules() throws Exception {
    String receipt = seal.seal(RECEIPT);
    int dot = receipt.lastIndexOf('.');
    Matcher x = Pattern.compile("\"x\":\"([^\"]+)\"").matcher(seal.publicKeys());
    assertThat(x.find()).isTrue();
    byte[] little = Base64.getUrlDecoder().decode(x.group(1));
    byte[] big = new byte[little.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = little[big.length - 1 - i];
    }
    boolean odd = (big[0] & 0x80) != 0;
    big[0] &= 0x7f;
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new EdECPublicKeySpec(
                    NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big)))));
    signature.update(receipt.substring(0, dot).getBytes(ISO_8859_1));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(receipt.substring(dot + 1))))
        .isTrue();
  }

  private ReceiptCheck check() {
    return ReceiptCheck.by(seal.publicKeys());
  }

  private Genuine genuine(String receipt) {
    return (Genuine) check().check(receipt);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }
}
