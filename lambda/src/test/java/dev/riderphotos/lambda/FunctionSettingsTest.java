package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.aws.dynamodb.AnnouncementTable;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.consent.Terms;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.language.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Functions must take consents as the server does that asks for them. */
class FunctionSettingsTest {
  @Test
  void nothingIsAnnouncedUnlessTheStackSaysSo() {
    assertThat(new FunctionSettings(Map.of()).announcements().announcing())
        .isEqualTo(Announcing.NOTHING);
    assertThat(
            new FunctionSettings(
                    Map.of("WEBHOOKS_ANNOUNCE", "true", "AWS_TABLES_ANNOUNCEMENTS", "told"))
                .announcements())
        .isEqualTo(new AnnouncementTable(Announcing.ALL, "told"));
  }

  @Test
  void theTextsThatAreShippedAreTheServers() {
    Contact contact = new Contact("Example Rides", null, "https://example.com/help", null);

    Consents consents =
        new FunctionSettings(
                Map.of("CONTACT_NAME", "Example Rides", "CONTACT_URL", "https://example.com/help"))
            .consents();

    assertThat(consents.asked()).isEqualTo(Asked.PAGE);
    assertThat(consents.versions())
        .isEqualTo(new Consents(Asked.PAGE, Consents.shipped(Terms.DEFAULT, contact)).versions());
  }

  @Test
  void anOperatorsOwnAreKnownByTheirVersions() {
    Consents consents =
        new FunctionSettings(
                Map.of("RIDERS_CONSENT", "required", "RIDERS_CONSENT_VERSIONS", "1a:de, 2b:ar"))
            .consents();

    assertThat(consents.asked()).isEqualTo(Asked.REQUIRED);
    assertThat(consents.versions()).isEqualTo(Map.of("1a", Language.GERMAN, "2b", Language.ARABIC));
  }

  @Test
  void peopleLookAtWhoIsAlikeFromAFixedSimilarityOn() {
    Map<String, String> none =
        Map.of("RIDERS_DUPLICATE_SIMILARITY", "", "REVIEWS_RATE", "0.05", "REVIEWS_FROM", "");
    assertThat(new FunctionSettings(none).duplicates())
        .isEqualTo(new DuplicateRule.FalseAlarms(0.01));
    assertThat(new FunctionSettings(none).nearness())
        .isEqualTo(new DuplicateRule.FalseAlarms(0.05));

    Map<String, String> fixed =
        Map.of("RIDERS_DUPLICATE_SIMILARITY", "90", "REVIEWS_RATE", "0.05", "REVIEWS_FROM", "72.5");
    assertThat(new FunctionSettings(fixed).duplicates())
        .isEqualTo(new DuplicateRule.FixedSimilarity(90));
    assertThat(new FunctionSettings(fixed).nearness())
        .isEqualTo(new DuplicateRule.FixedSimilarity(72.5));
  }

  @Test
  void ridersAreSpokenToAsTheServerDoes() {
    assertThat(new FunctionSettings(Map.of("RIDERS_LANGUAGE", "pt")).riderSettings().language())
        .isEqualTo(Language.PORTUGUESE);
    assertThat(new FunctionSettings(Map.of()).riderSettings().language())
        .isEqualTo(Language.ENGLISH);
  }
}
