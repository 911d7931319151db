package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.web.access.AccessMode;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewSettingsTest {
  @Test
  void whoIsNearIsSaidByTheRateUnlessTheSimilarityIsFixed() {
    assertThat(reviews("0.05", 80.0, 1).nearness(riders(null))).isEqualTo(new FalseAlarms(0.05));
    assertThat(reviews("0.05", 80.0, 1).nearness(riders(90.0))).isEqualTo(new FixedSimilarity(80));
    assertThat(reviews("0.05", null, 1).nearness(riders(90.0))).isNull();
    assertThat(reviews("off", 80.0, 1).nearness(riders(null))).isNull();
    assertThat(reviews("false", 80.0, 1).nearness(riders(90.0))).isNull();
  }

  @Test
  void twoReviewersAreToBeToldApart() {
    assertThat(reviews("off", null, 2).settings(AccessMode.SECURED).reviewers()).isEqualTo(2);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> reviews("off", null, 2).settings(AccessMode.DEMO))
        .withMessageStartingWith("reviews.reviewers is 1 where access is demo");
  }

  private static Settings.Reviews reviews(String rate, @Nullable Double from, int reviewers) {
    return new Settings.Reviews(rate, from, Duration.ofDays(60), Duration.ZERO, reviewers);
  }

  private static Settings.Riders riders(@Nullable Double duplicateSimilarity) {
    return new Settings.Riders(
        "rider-photos",
        "rider-thumbnails",
        RiderSettings.Quality.ADVISE,
        null,
        RiderSettings.NewFace.REVIEW,
        70,
        "off",
        null,
        "en",
        0.01,
        duplicateSimilarity);
  }
}
