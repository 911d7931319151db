package dev.riderphotos.testkit;

import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.Distinctions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Keeps what was said as long as it lives: each pair from both its sides. */
public final class InMemoryDistinctions implements Distinctions {
  private final Map<Appearance, Set<Appearance>> said = new HashMap<>();

  @Override
  public synchronized void add(Appearance one, Appearance other) {
    saidOf(one).add(other);
    saidOf(other).add(one);
  }

  @Override
  public synchronized void remove(Appearance one, Appearance other) {
    saidOf(one).remove(other);
    saidOf(other).remove(one);
  }

  @Override
  public synchronized Set<Appearance> from(Appearance face) {
    return Set.copyOf(said.getOrDefault(face, Set.of()));
  }

  @Override
  public synchronized void forget(Appearance face) {
    said.remove(face);
    said.values().forEach(others -> others.remove(face));
  }

  private Set<Appearance> saidOf(Appearance face) {
    return said.computeIfAbsent(face, _ -> new HashSet<>());
  }
}
