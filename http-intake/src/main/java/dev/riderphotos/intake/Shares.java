package dev.riderphotos.intake;

import java.util.HashMap;
import java.util.Map;

/** So many places, of which one caller may hold only so many. Not safe for threads by itself. */
final class Shares {
  private final int each;
  private final Map<String, Integer> held = new HashMap<>();
  private int free;

  Shares(int all, int each) {
    this.free = all;
    this.each = each;
  }

  boolean take(String account) {
    if (free == 0 || held.getOrDefault(account, 0) >= each) {
      return false;
    }
    free--;
    held.merge(account, 1, Integer::sum);
    return true;
  }

  void free(String account) {
    free++;
    held.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
  }
}
