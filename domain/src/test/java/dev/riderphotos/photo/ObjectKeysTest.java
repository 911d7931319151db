package dev.riderphotos.photo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.RandomNames;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"user_a", "a b", "a+b", "ada@example.com", "Ünï côdé 😀", "...", "a.b"})
  void whatIsHarmlessStaysReadable(String name) {
    assertThat(ObjectKeys.segment(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a%2Fb",
    "../x, ..%2Fx",
    "100%, 100%25",
    "%2F, %252F",
    "., %2E",
    ".., %2E%2E",
    "%2E, %252E"
  })
  void whatCouldChangeTheMeaningOfAKeyIsEscaped(String name, String segment) {
    assertThat(ObjectKeys.segment(name)).isEqualTo(segment);
  }

  @Test
  void controlCharactersAreEscapedByteByByte() {
    assertThat(ObjectKeys.segment("a\0b\nc\u007Fd\u0085")).isEqualTo("a%00b%0Ac%7Fd%C2%85");
  }

  @Test
  void noTwoNamesShareASegment() {
    Set<String> names =
        Stream.concat(OddNames.upTo(100).stream(), RandomNames.of(6)).collect(Collectors.toSet());

    assertThat(names.stream().map(ObjectKeys::segment)).doesNotHaveDuplicates();
  }

  @Test
  void everyNameComesBackFromItsSegment() {
    assertThat(Stream.concat(OddNames.upTo(100).stream(), RandomNames.of(40)))
        .allSatisfy(name -> assertThat(ObjectKeys.name(ObjectKeys.segment(name))).isEqualTo(name));
    assertThat(ObjectKeys.name("a%00b%0Ac%7Fd%C2%85")).isEqualTo("a\0b\nc\u007Fd\u0085");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bar%20Name", "100%", "%2f", "%2E", "%2Fx%20", "%", "%FF", "a%41"})
  void aSegmentThatOthersMadeStandsForItself(String segment) {
    assertThat(ObjectKeys.name(segment).equals(segment))
        .isEqualTo(!segment.equals("%2E")); // which is ours: the name "."
  }

  @Test
  void noNameReachesOutOfItsSegment() {
    assertThat(Stream.concat(OddNames.upTo(100).stream(), RandomNames.of(40)))
        .allSatisfy(
            name ->
                assertThat(ObjectKeys.segment(name))
                    .isNotEmpty()
                    .doesNotContain("/")
                    .isNotIn(".", ".."));
  }

  @Test
  void aLongNameKeepsItsEnd() {
    assertThat(ObjectKeys.segment("a very long name.jpg", 8)).isEqualTo("name.jpg");
    assertThat(ObjectKeys.segment("name.jpg", 8)).isEqualTo("name.jpg");
    assertThat(ObjectKeys.segment("éé.jpg", 7)).isEqualTo("é.jpg");
    assertThat(ObjectKeys.segment("😀😀.jpg", 9)).isEqualTo("😀.jpg");
  }

  @Test
  void isCutToTheBytesAllowedAndNoFurther() {
    assertThat(RandomNames.of(200))
        .allSatisfy(
            name -> {
              String segment = ObjectKeys.segment(name);
              String cut = ObjectKeys.segment(name, 50);
              int bytes = cut.getBytes(UTF_8).length;
              assertThat(segment).endsWith(cut);
              assertThat(bytes).isBetween(Math.min(47, segment.getBytes(UTF_8).length), 50);
            });
  }

  @Test
  void cuttingANameOfAMillionCharactersTakesNoTime() {
    String name = "n".repeat(1_000_000);

    String cut =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> ObjectKeys.segment(name, 255));

    assertThat(cut).hasSize(255);
  }
}
