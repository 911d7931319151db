package dev.riderphotos.drink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void areTrimmedAndComposed() {
    assertThat(new BarName("  Joe's \u2003").value()).isEqualTo("Joe's");
    assertThat(new DrinkName("Cafe\u0301")).isEqualTo(new DrinkName("Café"));
  }

  @Test
  void haveUpTo100CharactersAnd300Bytes() {
    assertThat(new BarName("k".repeat(100)).value()).hasSize(100);
    assertThat(new BarName("☕".repeat(100)).value()).hasSize(100);
    assertThat(new BarName("😀".repeat(75)).value()).hasSize(150);
    refuses("k".repeat(101), "A bar name has at most 100 characters and 300 bytes of UTF-8");
    refuses("😀".repeat(76), "A bar name has at most 100 characters and 300 bytes of UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003\u2003"})
  void areNeeded(String empty) {
    refuses(empty, "A bar name is needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\nb", "a\n", "\u0085", "\uD800"})
  void haveNoControlCharacters(String name) {
    refuses(name, "A bar name has no control characters");
  }

  @Test
  void fewerNamesLookAlikeThanAreAlike() {
    assertThat(new DrinkName("Café")).isNotEqualTo(new DrinkName("cafe"));
    assertThat(new DrinkName("CAFÉ").folded()).isEqualTo(new DrinkName("cafe").folded());
  }

  private static void refuses(String name, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> new BarName(name)).withMessage(message);
  }
}
