package dev.riderphotos.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.testkit.Journals;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
  @Test
  void everythingComesBackAsItWas() {
    for (Execution execution : Journals.ofEveryKind()) {
      assertThat(JournalJson.read(JournalJson.write(execution))).isEqualTo(execution);
    }
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    Execution execution = Journals.ofEveryKind().getFirst();
    String later = JournalJson.write(execution).replaceFirst("\\{", "{\"later\":[1],");

    assertThat(JournalJson.read(later)).isEqualTo(execution);
  }

  @Test
  void whatIsNoExecutionIsNotTakenForOne() {
    assertThatThrownBy(() -> JournalJson.read("{\"id\":"))
        .isInstanceOf(IllegalStateException.class);
  }
}
