package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.Distinctions;
import org.junit.jupiter.api.Test;

/** What every {@link Distinctions} keeps. */
public abstract class DistinctionsContract {
  private final Appearance ada = face("a");
  private final Appearance boris = face("b");
  private final Appearance clara = face("c");

  /** Nothing is said at first; the same ones whenever they are asked for in one test. */
  protected abstract Distinctions distinctions();

  @Test
  void nothingIsSaidAtFirst() {
    distinctions().remove(ada, boris);
    distinctions().forget(ada);

    assertThat(distinctions().from(ada)).isEmpty();
  }

  @Test
  void aPairHasNoOrder() {
    distinctions().add(ada, boris);
    distinctions().add(boris, ada);
    distinctions().add(ada, clara);

    assertThat(distinctions().from(ada)).containsExactlyInAnyOrder(boris, clara);
    assertThat(distinctions().from(boris)).containsExactly(ada);
    assertThat(distinctions().from(clara)).containsExactly(ada);
  }

  @Test
  void isTakenBackEitherWayRound() {
    distinctions().add(ada, boris);
    distinctions().add(ada, clara);

    distinctions().remove(boris, ada);
    distinctions().remove(boris, ada);

    assertThat(distinctions().from(ada)).containsExactly(clara);
    assertThat(distinctions().from(boris)).isEmpty();
  }

  @Test
  void allThatWasSaidOfAFaceIsForgotten() {
    distinctions().add(ada, boris);
    distinctions().add(clara, ada);
    distinctions().add(boris, clara);

    distinctions().forget(ada);

    assertThat(distinctions().from(ada)).isEmpty();
    assertThat(distinctions().from(boris)).containsExactly(clara);
    assertThat(distinctions().from(clara)).containsExactly(boris);
  }

  @Test
  void aFaceMayBeSaidNotToBeItself() {
    distinctions().add(ada, ada);
    assertThat(distinctions().from(ada)).containsExactly(ada);

    distinctions().remove(ada, ada);
    assertThat(distinctions().from(ada)).isEmpty();
  }

  private static Appearance face(String digit) {
    return new Appearance(digit.repeat(32));
  }
}
