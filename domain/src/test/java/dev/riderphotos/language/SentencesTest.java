package dev.riderphotos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.execution.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @EnumSource
  void everySentenceIsThereWithItsPlaceholders(Language language) {
    Sentences english = Sentences.in(Language.ENGLISH);
    Sentences sentences = Sentences.in(language);

    assertThat(sentences.all().keySet()).isEqualTo(english.all().keySet());
    assertThat(sentences.all())
        .allSatisfy(
            (key, text) ->
                assertThat(placeholders(text))
                    .as(key)
                    .isEqualTo(placeholders(english.find(key).orElseThrow())));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonThatRidersAreToldHasWords(Language language) {
    Sentences sentences = Sentences.in(language);

    assertThat(Arrays.stream(ReasonCode.values()).filter(ReasonCode::toldToRiders))
        .isNotEmpty()
        .allSatisfy(
            code -> {
              assertThat(sentences.find("reason." + code)).as("reason of %s", code).isPresent();
              assertThat(sentences.find("advice." + code)).as("advice on %s", code).isPresent();
            });
  }

  @Test
  void valuesTakeTheirPlaces() {
    assertThat(Sentences.in(Language.GERMAN).say("reason.FACE_COUNT", 3))
        .isEqualTo("Wir haben 3 Gesichter gefunden.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sentences.in(Language.GERMAN).say("reason.NONE"));
  }

  @ParameterizedTest
  @CsvSource({"de-AT, GERMAN", "'ja,pt-BR;q=0.5', PORTUGUESE", "ar, ARABIC"})
  void theFirstThatWeSpeakIsTaken(String wished, Language language) {
    assertThat(Language.wished(wished)).contains(language);
  }

  @ParameterizedTest
  @CsvSource({"ja", "''", "'de;q=x'", "'%%'"})
  void whoWishesForNoneOfOursWishesForNothing(String wished) {
    assertThat(Language.wished(wished)).isEmpty();
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
  }
}
