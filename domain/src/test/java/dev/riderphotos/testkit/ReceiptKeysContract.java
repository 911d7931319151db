package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.receipt.ReceiptKeys;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link ReceiptKeys} keep. */
public abstract class ReceiptKeysContract {
  private static final int THREADS = 8;

  /** Without any; the same ones whenever they are asked for in one test. */
  protected abstract ReceiptKeys keys();

  /** The same, as another process sees them that did not look before. */
  protected abstract ReceiptKeys ofAnotherProcess();

  @Test
  void theFirstTextStays() {
    assertThat(keys().orKeep(() -> "first")).isEqualTo("first");
    assertThat(keys().orKeep(() -> "second")).isEqualTo("first");
    assertThat(ofAnotherProcess().orKeep(() -> "third")).isEqualTo("first");
  }

  @Test
  void ofManyThatBringOneAtOnceOneSucceeds() {
    List<String> got = Concurrently.call(THREADS, number -> keys().orKeep(() -> "text " + number));

    assertThat(new HashSet<>(got)).hasSize(1);
    assertThat(ofAnotherProcess().orKeep(() -> "late")).isEqualTo(got.getFirst());
  }

  @Test
  void whatIsChangedIsSeenByOthers() {
    assertThat(keys().orKeep(() -> "first")).isEqualTo("first");

    assertThat(keys().change(() -> "none", text -> text + "+")).isEqualTo("first+");

    assertThat(keys().orKeep(() -> "second")).isEqualTo("first+");
    assertThat(ofAnotherProcess().orKeep(() -> "second")).isEqualTo("first+");
    assertThat(ofAnotherProcess().change(() -> "none", text -> text)).isEqualTo("first+");
  }

  @Test
  void whereThereIsNothingTheFirstIsKeptAsItIs() {
    assertThat(keys().change(() -> "first", text -> text + "+")).isEqualTo("first");
  }

  @Test
  void ofChangesAtOnceNoneIsLost() {
    assertThat(keys().orKeep(() -> "x")).isEqualTo("x");

    List<String> _ =
        Concurrently.call(THREADS, _ -> keys().change(() -> "none", text -> text + "+"));

    assertThat(ofAnotherProcess().orKeep(() -> "none")).isEqualTo("x" + "+".repeat(THREADS));
  }
}
