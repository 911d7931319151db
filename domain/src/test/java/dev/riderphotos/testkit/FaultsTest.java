package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Faults.Call;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final PhotoRef ref = new PhotoRef("photos", "x");
  private final InMemoryPhotoStore sound = new InMemoryPhotoStore();
  private final Faults faults = new Faults();
  private final PhotoStore store = faults.around(PhotoStore.class, sound);

  @Test
  void withoutAFaultAllIsWell() {
    store.put(ref, Photos.oneFace());

    assertThat(store.get(ref)).contains(Photos.oneFace());
    assertThat(faults.calls())
        .containsExactly(new Call(PhotoStore.class, "put"), new Call(PhotoStore.class, "get"));
  }

  @Test
  void theChosenCallsFailAsOftenAsAskedWithNothingDone() {
    faults.next(2, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));

    assertThat(store.get(ref)).isEmpty();
    assertFails(true);
    assertFails(true);
    assertThat(sound.refs()).isEmpty();
    store.put(ref, Photos.oneFace());
    assertThat(sound.refs()).containsExactly(ref);
  }

  @Test
  void aFinalFaultSaysSo() {
    faults.always(Fault.FINAL, _ -> true);

    assertFails(false);
    faults.heal();
    store.put(ref, Photos.oneFace());
    assertThat(sound.refs()).containsExactly(ref);
  }

  @Test
  void whenAnAnswerIsLostTheWorkIsDone() {
    faults.next(1, Fault.ANSWER_LOST, _ -> true);

    assertFails(true);
    assertThat(sound.refs()).containsExactly(ref);
  }

  @Test
  void theNthChosenCallFails() {
    faults.nth(2, Fault.FINAL, call -> call.method().equals("put"));

    store.put(ref, Photos.oneFace());
    assertThat(store.get(ref)).isPresent();
    assertFails(false);
    store.put(ref, Photos.oneFace());
  }

  @Test
  void aCrashedProcessDoesNothingUntilItIsStartedAgain() {
    faults.nth(1, Fault.CRASH_AFTERWARDS, _ -> true);
    PhotoRef other = new PhotoRef("photos", "y");

    assertThatThrownBy(() -> store.put(ref, Photos.oneFace())).isInstanceOf(Crash.class);
    assertThatThrownBy(() -> store.put(other, Photos.oneFace())).isInstanceOf(Crash.class);
    assertThat(sound.refs()).containsExactly(ref);

    faults.heal();
    store.put(other, Photos.oneFace());
    assertThat(sound.refs()).containsExactlyInAnyOrder(ref, other);
  }

  private void assertFails(boolean retryable) {
    assertThatThrownBy(() -> store.put(ref, Photos.oneFace()))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isEqualTo(retryable));
  }
}
