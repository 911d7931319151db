package dev.riderphotos.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The texts of the pages are the same in all languages, but for the language. */
class BundlesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");

  /** Names and commands, which are the same in all languages. */
  private static final Set<String> NOT_TRANSLATED =
      Set.of(
          "Rider",
          "Photos",
          "JPEG",
          "PNG",
          "HEIC",
          "UTC",
          "AWS",
          "Step",
          "Functions",
          "JSON",
          "Rekognition",
          "migrate",
          "validate",
          "rider",
          "photos",
          "link",
          "revoke",
          "keys",
          "create");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void noTextIsMissingAndNoPlaceholderLost(Language language) throws IOException {
    Properties english = texts(Language.ENGLISH);
    Properties translated = texts(language);

    assertThat(translated.stringPropertyNames())
        .isEqualTo(english.stringPropertyNames())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            key ->
                assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key))));
    assertThat(translated.values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void arabicIsWrittenInArabic() throws IOException {
    Properties arabic = texts(Language.ARABIC);

    for (String key : arabic.stringPropertyNames()) {
      if (!key.startsWith("layout.") && !key.equals("sign-in.help")) {
        List<String> latin =
            LATIN_WORD.matcher(arabic.getProperty(key)).results().map(MatchResult::group).toList();
        assertThat(NOT_TRANSLATED).as(key).containsAll(latin);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void sentencesAreTranslated(Language language) throws IOException {
    Properties english = texts(Language.ENGLISH);
    Properties translated = texts(language);

    assertThat(english.stringPropertyNames())
        .filteredOn(key -> english.getProperty(key).split(" ", -1).length > 4)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            key ->
                assertThat(translated.getProperty(key))
                    .as(key)
                    .isNotEqualTo(english.getProperty(key)));
  }

  @Test
  void whatTheMachineSpeaksDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMAN);
    try {
      assertThat(new PageMessages().getMessage("status.VERIFIED", Locale.ENGLISH))
          .contains("Verified");
      assertThat(new PageMessages().getMessage("status.VERIFIED", Locale.FRENCH))
          .contains("Vérifiée");
      assertThat(new PageMessages().getMessage("rider.title", Locale.ENGLISH, "ada"))
          .contains("Rider ada");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
  }

  /** Those that mails have, too, and those of pages alone. */
  private static Properties texts(Language language) throws IOException {
    String tongue = language == Language.ENGLISH ? "" : "_" + language.tag();
    Properties texts = new Properties();
    texts.putAll(Sentences.in(language).all());
    for (String bundle : new String[] {"messages", "operators"}) {
      String file = "/dev/riderphotos/web/" + bundle + tongue + ".properties";
      try (Reader in =
          new InputStreamReader(
              Objects.requireNonNull(PageMessages.class.getResourceAsStream(file)),
              StandardCharsets.UTF_8)) {
        texts.load(in);
      }
    }
    return texts;
  }
}
