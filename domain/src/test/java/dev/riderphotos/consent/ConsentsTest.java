package dev.riderphotos.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.consent.Consents.Answer;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Contact CONTACT =
      new Contact(
          "Example Rides", "help@example.com", "https://example.com/help", "https://example.com/p");

  private final ConsentText german = ConsentText.shipped(Language.GERMAN, Terms.DEFAULT, CONTACT);
  private final Consent consent = new Consent(german.version(), Language.GERMAN, NOW);

  @Test
  void theTextSaysWhoKeepsThePhotoAndWhomToAsk() {
    assertThat(ConsentText.shipped(Language.ENGLISH, Terms.DEFAULT, CONTACT).paragraphs())
        .hasSize(8)
        .contains(
            "Your data is kept by Example Rides.",
            "Questions: help@example.com",
            "Privacy policy: https://example.com/p");
    assertThat(ConsentText.shipped(Language.ENGLISH, Terms.DEFAULT, Contact.NONE).paragraphs())
        .hasSize(5);
  }

  @Test
  void everyLanguageAndEveryTermIsAnotherVersion() {
    List<ConsentText> texts = Consents.shipped(Terms.DEFAULT, CONTACT);

    assertThat(texts)
        .hasSameSizeAs(Language.values())
        .extracting(ConsentText::version)
        .doesNotHaveDuplicates()
        .allMatch(version -> version.matches("[0-9a-f]{16}"));
    assertThat(texts).isEqualTo(Consents.shipped(Terms.DEFAULT, CONTACT));
    assertThat(ConsentText.shipped(Language.GERMAN, Terms.DEFAULT, Contact.NONE).version())
        .isNotEqualTo(german.version());
  }

  @Test
  void theTextTellsTheTermsAndOthersAreAnotherVersion() {
    Terms day = new Terms(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(365));
    ConsentText text = ConsentText.shipped(Language.ENGLISH, day, CONTACT);

    assertThat(text.paragraphs())
        .contains(
            "A refused photo is deleted after 1 day at the latest, and the results of a check after"
                + " 7 days.",
            "If you have not been here for 365 days, we delete all of it; we write to you 30 days"
                + " before.");
    assertThat(ConsentText.shipped(Language.ENGLISH, Terms.DEFAULT, CONTACT).paragraphs())
        .contains(
            "A refused photo is deleted after 30 days at the latest, and the results of a check"
                + " after 90 days.")
        .noneMatch(paragraph -> paragraph.contains("you have not been here"));
    assertThat(text.version())
        .isNotEqualTo(ConsentText.shipped(Language.ENGLISH, Terms.DEFAULT, CONTACT).version());
  }

  @ParameterizedTest
  @CsvSource({
    "1, يوم",
    "2, أيام",
    "10, أيام",
    "11, يومًا",
    "99, يومًا",
    "100, يوم",
    "103, أيام",
    "365, يومًا"
  })
  void arabicCountsDaysAsItDoes(int days, String word) {
    Terms terms = new Terms(Duration.ofDays(days), Duration.ofDays(90), null);

    assertThat(ConsentText.shipped(Language.ARABIC, terms, CONTACT).paragraphs())
        .anyMatch(paragraph -> paragraph.contains(days + " " + word + " على"));
  }

  @Test
  void anOperatorsOwnTextIsInItsPlace() {
    ConsentText own =
        ConsentText.own(Language.ENGLISH, "\nWe <keep> it.\nAll.\n \n\nFor ever.\n", CONTACT);

    assertThat(own.paragraphs())
        .startsWith("We <keep> it.\nAll.", "For ever.")
        .endsWith("Privacy policy: https://example.com/p")
        .hasSize(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConsentText.own(Language.ENGLISH, " \n", CONTACT));
  }

  @Test
  void whoseLanguageHasNoTextIsShownTheUsualOne() {
    ConsentText english = ConsentText.own(Language.ENGLISH, "Ours.", CONTACT);
    ConsentText spanish = ConsentText.own(Language.SPANISH, "Lo nuestro.", CONTACT);
    Consents consents = new Consents(Asked.PAGE, List.of(english, spanish));

    assertThat(consents.text(Language.SPANISH)).isEqualTo(spanish);
    assertThat(consents.text(Language.ARABIC)).isEqualTo(english);
    assertThat(consents.versions())
        .isEqualTo(
            Map.of(english.version(), Language.ENGLISH, spanish.version(), Language.SPANISH));
  }

  @Test
  void programsNeedNotSayUnlessItIsRequired() {
    assertThat(asking(Asked.PAGE).answer(null, NOW)).isEqualTo(new Answer.Taken(null));
    assertThat(asking(Asked.REQUIRED).answer(" ", NOW)).isEqualTo(new Answer.Missing());
  }

  @Test
  void pagesAskUnlessNobodyIsAsked() {
    assertThat(asking(Asked.PAGE).answerOnPage(null, NOW)).isEqualTo(new Answer.Missing());
    assertThat(asking(Asked.OFF).answerOnPage(null, NOW)).isEqualTo(new Answer.Taken(null));
  }

  @Test
  void whatIsSaidIsKeptAndAnotherTextIsNone() {
    for (Asked asked : List.of(Asked.PAGE, Asked.REQUIRED)) {
      assertThat(asking(asked).answer(german.version(), NOW)).isEqualTo(new Answer.Taken(consent));
      assertThat(asking(asked).answer("0123456789abcdef", NOW)).isEqualTo(new Answer.Changed());
      assertThat(asking(asked).agreed("0123456789abcdef", NOW)).isEmpty();
    }
    assertThat(asking(Asked.OFF).answer(german.version(), NOW)).isEqualTo(new Answer.Taken(null));
  }

  @Test
  void onlyWhatIsRequiredForbidsALook() {
    assertThat(Arrays.stream(Asked.values()).filter(asked -> asking(asked).forbid(null)))
        .containsExactly(Asked.REQUIRED);
    assertThat(asking(Asked.REQUIRED).forbid(consent)).isFalse();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(CONTACT.missing()).isEmpty();
    assertThat(new Contact("Us", null, "https://example.com", null).missing())
        .containsExactly("privacy-url");
    assertThat(Contact.NONE.missing())
        .containsExactly("contact.name", "contact.email or contact.url", "privacy-url");
  }

  private static Consents asking(Asked asked) {
    return new Consents(asked, Consents.shipped(Terms.DEFAULT, CONTACT));
  }
}
