package dev.riderphotos.app.wiring;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the live collections also where the record of them cannot be read: where nothing is made
 * yet, or who asks is not let in. Then they are the first.
 */
@Singleton
final class LiveNames {
  private final LiveCollections live;
  private final List<KeptCollection> kept;

  LiveNames(LiveCollections live, List<KeptCollection> kept) {
    this.live = live;
    this.kept = List.copyOf(kept);
  }

  CollectionId of(KeptCollection collection) {
    try {
      return live.of(collection.role());
    } catch (BackendException _) {
      return collection.first();
    }
  }

  /** Lists those of all roles, and those that are paired with them. */
  Set<CollectionId> all() {
    Set<CollectionId> all = new LinkedHashSet<>();
    for (KeptCollection collection : kept) {
      all.add(of(collection));
      all.addAll(pairedWith(collection));
    }
    return all;
  }

  private Set<CollectionId> pairedWith(KeptCollection collection) {
    try {
      return live.paired(collection.role());
    } catch (BackendException _) {
      return Set.of();
    }
  }
}
