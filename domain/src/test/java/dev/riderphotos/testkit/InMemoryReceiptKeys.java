package dev.riderphotos.testkit;

import dev.riderphotos.receipt.ReceiptKeys;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps keys as long as it lives. */
public final class InMemoryReceiptKeys implements ReceiptKeys {
  private @Nullable String text;

  @Override
  public synchronized String orKeep(Supplier<String> first) {
    return change(first, UnaryOperator.identity());
  }

  @Override
  public synchronized String change(Supplier<String> first, UnaryOperator<String> change) {
    String after = text == null ? first.get() : change.apply(text);
    text = after;
    return after;
  }

  /** What is kept. */
  public synchronized String text() {
    return Objects.requireNonNull(text, "nothing is kept");
  }
}
