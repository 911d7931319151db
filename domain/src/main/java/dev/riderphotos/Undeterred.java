package dev.riderphotos;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work on many things, of which one that fails keeps no other from its turn. */
public final class Undeterred {
  private Undeterred() {}

  /**
   * Does the work on each, in their order.
   *
   * @throws RuntimeException the first fault of all, when every one was tried
   */
  public static <T> void forEach(Iterable<T> things, Consumer<T> work) {
    RuntimeException first = null;
    for (T thing : things) {
      RuntimeException fault = faultOf(work, thing);
      first = first == null ? fault : first;
    }
    if (first != null) {
      throw first;
    }
  }

  private static <T> @Nullable RuntimeException faultOf(Consumer<T> work, T thing) {
    try {
      work.accept(thing);
      return null;
    } catch (RuntimeException fault) {
      return fault;
    }
  }
}
