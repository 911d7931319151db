package dev.riderphotos.testkit;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Keeps what is live as long as it lives. */
public final class InMemoryLiveCollections implements LiveCollections {
  /** The first collection of riders' faces, unless it is told another. */
  public static final CollectionId RIDERS = new CollectionId("riders");

  /** The gallery's first, unless it is told another. */
  public static final CollectionId GALLERY = new CollectionId("gallery");

  private final Map<Role, CollectionId> live;
  private final Map<Role, Set<CollectionId>> paired = new HashMap<>();

  public InMemoryLiveCollections() {
    this(Map.of(Role.RIDERS, RIDERS, Role.GALLERY, GALLERY));
  }

  public InMemoryLiveCollections(Map<Role, CollectionId> first) {
    this.live = new EnumMap<>(first);
  }

  @Override
  public synchronized CollectionId of(Role role) {
    return Objects.requireNonNull(live.get(role), role + " has no first collection");
  }

  @Override
  public synchronized Set<CollectionId> paired(Role role) {
    return Set.copyOf(pairedWith(role));
  }

  @Override
  public synchronized void pair(Role role, CollectionId with) {
    if (!with.equals(of(role))) {
      pairedWith(role).add(with);
    }
  }

  @Override
  public synchronized void unpair(Role role, CollectionId from) {
    pairedWith(role).remove(from);
  }

  @Override
  public synchronized void switchOver(Role role, CollectionId from, CollectionId to) {
    if (to.equals(of(role))) {
      return;
    }
    if (!from.equals(of(role))) {
      throw new Conflict("switch the collection");
    }
    live.put(role, to);
    if (pairedWith(role).remove(to)) {
      pairedWith(role).add(from);
    }
  }

  private Set<CollectionId> pairedWith(Role role) {
    return paired.computeIfAbsent(role, _ -> new LinkedHashSet<>());
  }
}
