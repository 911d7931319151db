package dev.riderphotos.rider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.testkit.Riders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiderIdTest {
  @Test
  void isAnyNameAPersonCouldHave() {
    assertThat(Riders.odd()).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "a\nb", "a\0", "\u007F", "a\u0085b", "\ud83d"})
  void refusesBlankAndUnprintableNames(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RiderId(value));
  }

  @Test
  void hasAtMost128Characters() {
    assertThat(new RiderId("x".repeat(128)).value()).hasSize(128);
    assertThatIllegalArgumentException().isThrownBy(() -> new RiderId("x".repeat(129)));
  }

  @Test
  void hasAtMost180Bytes() {
    assertThat(new RiderId("é".repeat(90)).value()).hasSize(90);
    assertThat(new RiderId("😀".repeat(45)).value()).hasSize(90);
    assertThatIllegalArgumentException().isThrownBy(() -> new RiderId("é".repeat(90) + "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new RiderId("😀".repeat(46)));
  }

  @Test
  void everyRidersFaceHasANameOfItsOwn() {
    assertThat(Riders.odd()).extracting(RiderId::externalImageId).doesNotHaveDuplicates();
    assertThat(new RiderId("é".repeat(90)).externalImageId().name()).isEqualTo("é".repeat(90));
    assertThat(new RiderId("user_a").externalImageId().value()).isEqualTo("user_a");
  }
}
