package dev.riderphotos.web.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.verification.Erasure.Busy;
import dev.riderphotos.web.Problem;
import org.junit.jupiter.api.Test;

class ErasureProblemsTest {
  @Test
  void whoIsBeingVerifiedIsErasedInAMoment() {
    Problem problem = ErasureProblems.of(new Busy()).problem();

    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.detail())
        .isEqualTo("A photo of this rider is being verified. Try again in a moment.");
  }

  @Test
  void whatWasStoppedIsToldAndWhenToComeAgain() {
    assertThat(ErasureProblems.of(new Busy(1)).problem().detail())
        .contains("was stopped", "nothing is erased yet", "Try again in a minute");
  }
}
