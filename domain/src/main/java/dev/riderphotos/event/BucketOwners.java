package dev.riderphotos.event;

import java.util.Map;

/** Passes events on to the owners of their buckets. Of a bucket without one, they are dropped. */
public final class BucketOwners implements ObjectListener {
  private final Map<String, ObjectListener> owners;

  /**
   * Makes the list of owners.
   *
   * @param owners by bucket
   */
  public BucketOwners(Map<String, ObjectListener> owners) {
    this.owners = Map.copyOf(owners);
  }

  @Override
  public void arrived(ObjectCreated event) {
    ObjectListener owner = owners.get(event.ref().bucket());
    if (owner != null && !event.folderMarker()) {
      owner.arrived(event);
    }
  }
}
