package dev.riderphotos.photo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
  private static final byte[] DIGITS = "123456789".getBytes(US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "MD5, 25f9e794323b453885f5181f1b624d0b",
    "CRC32, cbf43926",
    "CRC32C, e3069283",
    "CRC64NVME, ae8b14860a799888",
    "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
  })
  void theDigitsHaveTheChecksumThatIsPublished(ChecksumAlgorithm algorithm, String hex) {
    byte[] published = HexFormat.of().parseHex(hex);
    Checksum right = new Checksum(algorithm, base64(published));

    assertThat(of(DIGITS, right).asSaid()).isTrue();
    assertThat(published).hasSize(algorithm.length());
  }

  @Test
  void theEtagIsTheMd5InHexadecimalDigits() {
    assertThat(of(DIGITS).etag()).isEqualTo("25f9e794323b453885f5181f1b624d0b");
    assertThat(of(new byte[0]).etag()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
  }

  @ParameterizedTest
  @EnumSource
  void inHoweverManyPiecesContentComesItsChecksumIsTheSame(ChecksumAlgorithm algorithm) {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] content = bytes(random, random.nextInt(3000));
      Checksum whole = sum(algorithm, content);
      Checksums pieces = new Checksums(List.of(whole));
      int from = 0;
      while (from < content.length) {
        int to = Math.min(content.length, from + random.nextInt(700));
        pieces.update(Arrays.copyOfRange(content, from, to));
        from = to;
      }
      assertThat(pieces.end().asSaid()).as("round %d", round).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneBitMakesAnotherChecksum(ChecksumAlgorithm algorithm) {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      byte[] content = bytes(random, 1 + random.nextInt(3000));
      Checksum before = sum(algorithm, content);
      int bit = random.nextInt(content.length * Byte.SIZE);
      content[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(of(content, before).asSaid()).as("round %d", round).isFalse();
    }
  }

  @Test
  void allThatWereSaidMustBeRight() {
    Checksum right = sum(ChecksumAlgorithm.SHA1, DIGITS);
    Checksum wrong = sum(ChecksumAlgorithm.CRC32, new byte[1]);

    assertThat(of(DIGITS, right).asSaid()).isTrue();
    assertThat(of(DIGITS, right, wrong).asSaid()).isFalse();
    assertThat(of(DIGITS, wrong, right).asSaid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=", "AAAA", "AAAAAAA", "AAAAAAAA", "AAAA=AA=", "AAA_AA==", " AAAAAA=="})
  void whatIsNoChecksumOfItsKindIsRefused(String base64) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checksum(ChecksumAlgorithm.CRC32, base64));
  }

  private static Checksums.Result of(byte[] content, Checksum... said) {
    Checksums checksums = new Checksums(List.of(said));
    checksums.update(content);
    return checksums.end();
  }

  private static Checksum sum(ChecksumAlgorithm algorithm, byte[] content) {
    ChecksumAlgorithm.Running running = algorithm.start();
    running.update(content);
    return new Checksum(algorithm, base64(running.value()));
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
