package dev.riderphotos.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonTest {
  @Test
  void nobodySharesANameOrAFace() {
    assertThat(Person.named()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(Person.named()).extracting(Person::name).doesNotHaveDuplicates();
    assertThat(Person.named()).extracting(Person::seed).doesNotHaveDuplicates();
  }

  @Test
  void aSeedMakesAPersonAndAlwaysTheSame() {
    assertThat(Person.ofSeed(77)).isEqualTo(Person.ofSeed(77)).isNotEqualTo(Person.ofSeed(78));
  }
}
