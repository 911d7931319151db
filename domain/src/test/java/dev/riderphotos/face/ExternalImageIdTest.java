package dev.riderphotos.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.testkit.RandomNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalImageIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"user_a", "A-b.c:d_9", "b64", "B64:x", "."})
  void aPlainNameStandsForItself(String name) {
    assertThat(ExternalImageId.of(name).value()).isEqualTo(name);
    assertThat(ExternalImageId.of(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "Ünï côdé",
        "a b/c",
        "b64:",
        "b64:eA",
        "b64:b64:",
        " ",
        "",
        "x\n"
      })
  void anyOtherNameComesBackFromItsEncoding(String name) {
    assertThat(ExternalImageId.of(name).value()).startsWith("b64:").isNotEqualTo(name);
    assertThat(ExternalImageId.of(name).name()).isEqualTo(name);
  }

  @Test
  void everyNameComesBackAsItWasGiven() {
    assertThat(RandomNames.of(188))
        .allSatisfy(name -> assertThat(ExternalImageId.of(name).name()).isEqualTo(name));
  }

  @Test
  void noTwoNamesShareAnId() {
    Set<String> names = RandomNames.of(8).collect(Collectors.toSet());

    assertThat(names.stream().map(ExternalImageId::of)).doesNotHaveDuplicates();
  }

  @Test
  void takesNamesOfUpTo188BytesAndPlainOnesOfUpTo255() {
    String longest = "é".repeat(94);
    assertThat(ExternalImageId.of(longest).name()).isEqualTo(longest);
    assertThat(ExternalImageId.of("x".repeat(255)).name()).isEqualTo("x".repeat(255));

    assertThatIllegalArgumentException().isThrownBy(() -> ExternalImageId.of("é".repeat(95)));
    assertThatIllegalArgumentException().isThrownBy(() -> ExternalImageId.of("x".repeat(256)));
  }

  @Test
  void refusesWhatRekognitionWould() {
    for (String value : List.of("", "a b", "a/b", "é", "x\n", "x".repeat(256))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new ExternalImageId(value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"b64:A", "b64:a.b", "b64:a:b"})
  void anIdThatOthersMadeAndThatOnlyLooksEncodedStandsForItself(String value) {
    assertThat(new ExternalImageId(value).name()).isEqualTo(value);
  }
}
