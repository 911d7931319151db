package dev.riderphotos.app.wiring;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.dynamodb.DynamoDbLiveCollections;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names the live collections also where the record of them cannot be read: where nothing is made
 * yet, or who asks is not let in. Then they are the first.
 */
@Singleton
final class LiveNames {
  private final LiveCollections live;
  private final Optional<DynamoDbLiveCollections> shared;
  private final List<KeptCollection> kept;

  LiveNames(
      LiveCollections live, Optional<DynamoDbLiveCollections> shared, List<KeptCollection> kept) {
    this.live = live;
    this.shared = shared;
    this.kept = List.copyOf(kept);
  }

  /** Only looks: of a role that nothing is written down of, nothing is written down now. */
  CollectionId of(KeptCollection collection) {
    try {
      return shared.isPresent()
          ? shared.get().recorded(collection.role()).orElse(collection.first())
          : live.of(collection.role());
    } catch (BackendException _) {
      return collection.first();
    }
  }

  /** What asking for a name needs to be allowed. */
  List<AwsUse> asking() {
    return shared.map(DynamoDbLiveCollections::readingUses).orElse(List.of());
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
