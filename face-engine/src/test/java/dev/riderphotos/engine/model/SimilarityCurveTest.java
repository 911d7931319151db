package dev.riderphotos.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityCurveTest {
  @ParameterizedTest
  @CsvSource({
    "0, 100",
    "0.435, 99",
    "0.485, 90",
    "0.515, 80",
    "0.55, 70",
    "0.59, 50",
    "0.75, 10",
    "1, 0"
  })
  void passesThroughTheMeasuredPoints(double distance, double similarity) {
    assertThat(SimilarityCurve.FACEAPI.similarity(distance)).isCloseTo(similarity, within(1e-9));
    if (similarity > 0) {
      assertThat(SimilarityCurve.FACEAPI.distance(similarity)).isCloseTo(distance, within(1e-9));
    }
  }

  @Test
  void neverRises() {
    for (double distance = 0; distance < 1.5; distance += 0.001) {
      assertThat(SimilarityCurve.FACEAPI.similarity(distance + 0.001))
          .isBetween(0.0, SimilarityCurve.FACEAPI.similarity(distance));
    }
  }

  @Test
  void everyFaceHasSimilarityZero() {
    assertThat(SimilarityCurve.FACEAPI.distance(0)).isGreaterThan(100);
  }
}
