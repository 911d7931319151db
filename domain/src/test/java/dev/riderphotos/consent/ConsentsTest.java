package dev.riderphotos.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.consent.Consents.Answer;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.language.Language;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Contact CONTACT =
      new Contact(
          "Example Rides", "help@example.com", "https://example.com/help", "https://example.com/p");

  private final ConsentText german = ConsentText.shipped(Language.GERMAN, CONTACT);
  private final Consent consent = new Consent(german.version(), Language.GERMAN, NOW);

  @Test
  void theTextSaysWhoKeepsThePhotoAndWhomToAsk() {
    assertThat(ConsentText.shipped(Language.ENGLISH, CONTACT).paragraphs())
        .hasSize(7)
        .contains(
            "Your data is kept by Example Rides.",
            "Questions: help@example.com",
            "Privacy policy: https://example.com/p");
    assertThat(ConsentText.shipped(Language.ENGLISH, Contact.NONE).paragraphs()).hasSize(4);
  }

  @Test
  void everyLanguageAndEveryTermIsAnotherVersion() {
    List<ConsentText> texts = Consents.shipped(CONTACT);

    assertThat(texts)
        .hasSameSizeAs(Language.values())
        .extracting(ConsentText::version)
        .doesNotHaveDuplicates()
        .allMatch(version -> version.matches("[0-9a-f]{16}"));
    assertThat(texts).isEqualTo(Consents.shipped(CONTACT));
    assertThat(ConsentText.shipped(Language.GERMAN, Contact.NONE).version())
        .isNotEqualTo(german.version());
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
    return new Consents(asked, Consents.shipped(CONTACT));
  }
}
