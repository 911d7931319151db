package dev.riderphotos.rekognition.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Requests with all sorts of paths, queries, headers and bodies, as the SDK for Java signs them.
 */
class AnyRequestTest {
  private static final int REQUESTS = 300;
  private static final Instant NOW = Instant.parse("2026-11-21T15:08:38Z");
  private static final List<String> LETTERS =
      List.of("a", "Z", "7", "-", ".", "_", "~", ":", "@", "!", "%20", "%25", "%2F", "%C3%A9");
  private static final List<String> VALUES =
      List.of("", "x", " x", "x  y ", "x,y", " \t\"a   b\"", "UPPER", "a=b;c", "*/*");

  private final SignatureCheck check =
      new SignatureCheck(AccessKeys.of(List.of("AK:SK")), "rekognition", () -> NOW);

  @Test
  void whateverTheSdkSignedPasses() {
    for (int seed = 0; seed < REQUESTS; seed++) {
      Sent signed = SdkSigner.sign(request(new Random(seed)), "AK", "SK", NOW);

      assertThatCode(() -> signed.check(check)).as(signed.toString()).doesNotThrowAnyException();
    }
  }

  @Test
  void whateverIsChangedOfItDoesNot() {
    for (int seed = 0; seed < REQUESTS; seed++) {
      Random random = new Random(seed);
      Sent changed = changed(SdkSigner.sign(request(random), "AK", "SK", NOW), random);

      assertThatExceptionOfType(RefusedSignatureException.class)
          .as(changed.toString())
          .isThrownBy(() -> changed.check(check));
    }
  }

  private static Sent request(Random random) {
    List<Sent.Header> headers = new ArrayList<>();
    headers.add(new Sent.Header("Host", "localhost:8080"));
    headers.add(new Sent.Header("X-Amz-Target", "RekognitionService.ListCollections"));
    Stream.generate(() -> new Sent.Header("X-Header-" + random.nextInt(4), one(VALUES, random)))
        .limit(random.nextInt(6))
        .forEach(headers::add);
    return new Sent("POST", path(random) + query(random), headers, text(random, 20));
  }

  /** One thing that was signed, whichever, is another. */
  private static Sent changed(Sent signed, Random random) {
    String listed = one(signed.signedHeaders(), random);
    String value = String.join(",", signed.values(listed));
    return switch (random.nextInt(5)) {
      case 0 ->
          signed.withTarget(signed.target() + (signed.target().contains("?") ? "&" : "?") + "z");
      case 1 -> signed.withTarget("/z" + signed.target());
      case 2 -> signed.withBody(signed.body() + " ");
      case 3 -> signed.withMethod("PUT");
      default -> signed.with(listed, value + "z");
    };
  }

  private static String path(Random random) {
    return "/"
        + IntStream.range(0, random.nextInt(4))
            .mapToObj(_ -> "p" + text(random, 5) + "/")
            .collect(Collectors.joining());
  }

  private static String query(Random random) {
    String query =
        Stream.generate(() -> "k" + text(random, 2) + "=" + text(random, 3))
            .limit(random.nextInt(5))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String text(Random random, int most) {
    return Stream.generate(() -> one(LETTERS, random))
        .limit(random.nextInt(most + 1))
        .collect(Collectors.joining());
  }

  private static String one(List<String> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
