package dev.riderphotos.testkit;

import dev.riderphotos.retention.KeptMail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Keeps mail as long as it lives. */
public final class InMemoryKeptMail implements KeptMail {
  private final Map<String, Letter> letters = new ConcurrentHashMap<>();

  /** One more is here. */
  public void add(Letter letter) {
    letters.put(letter.name(), letter);
  }

  @Override
  public void each(Predicate<Letter> reader) {
    for (Letter letter : letters.values()) {
      if (!reader.test(letter)) {
        return;
      }
    }
  }

  @Override
  public void delete(Letter letter) {
    letters.remove(letter.name());
  }

  /** All of it, in any order. */
  public List<Letter> all() {
    return List.copyOf(letters.values());
  }
}
