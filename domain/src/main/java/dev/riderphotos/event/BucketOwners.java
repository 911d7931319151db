package dev.riderphotos.event;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.stream.Collectors;

/** Passes events on to the owners of their buckets. Of a bucket without one, they are dropped. */
public final class BucketOwners implements ObjectListener {
  private final Map<String, ObjectListener> owners;

  /** Knows the owners of these buckets. */
  public BucketOwners(Buckets buckets) {
    this.owners =
        buckets.watched().stream()
            .collect(Collectors.toUnmodifiableMap(Bucket::name, BucketOwners::ownerOf));
  }

  @Override
  public void arrived(ObjectCreated event) {
    ObjectListener owner = owners.get(event.ref().bucket());
    if (owner != null && !event.folderMarker()) {
      owner.arrived(event);
    }
  }

  private static ObjectListener ownerOf(Bucket bucket) {
    return requireNonNull(bucket.owner());
  }
}
