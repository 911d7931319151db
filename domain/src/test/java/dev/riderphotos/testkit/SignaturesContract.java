package dev.riderphotos.testkit;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.Signatures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all {@link Signatures} keep. */
public abstract class SignaturesContract {
  /** The same secret whenever they are asked for in one test. */
  protected abstract Signatures signatures();

  @Test
  void theSamePartsGetTheSameSignature() {
    String signature = signatures().sign("a", "ü☕", "");

    assertThat(signature).matches("[0-9a-f]{64}").isEqualTo(signatures().sign("a", "ü☕", ""));
    assertThat(signatures().signed(signature, "a", "ü☕", "")).isTrue();
  }

  @Test
  void otherPartsGetAnother() {
    assertThat(
            Stream.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("ab"),
                List.of("a", "b"),
                List.of("b", "a"),
                List.of("1:a"),
                List.of("a", "")))
        .extracting(parts -> signatures().sign(parts.toArray(String[]::new)))
        .doesNotHaveDuplicates();
  }

  @Test
  void anythingElseIsNoSignature() {
    String signature = signatures().sign("a");

    for (String wrong :
        List.of("", "a", signature.substring(1), signature + "0", signature.toUpperCase(ROOT))) {
      assertThat(signatures().signed(wrong, "a")).as(wrong).isFalse();
    }
    assertThat(signatures().signed(signature, "b")).isFalse();
  }
}
