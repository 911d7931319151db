package dev.riderphotos.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketOwnersTest {
  private final List<ObjectCreated> arrived = new ArrayList<>();
  private final BucketOwners owners =
      new BucketOwners(Buckets.of(List.of(Bucket.of("owned").ownedBy(arrived::add))));

  @Test
  void anEventReachesTheOwnerOfItsBucket() {
    ObjectCreated event = event("owned", "key");

    owners.arrived(event);

    assertThat(arrived).containsExactly(event);
  }

  @Test
  void eventsOfOthersAndFolderMarkersAreDropped() {
    owners.arrived(event("nobodys", "key"));
    owners.arrived(event("owned", "cocktail-pictures/"));

    assertThat(arrived).isEmpty();
  }

  private static ObjectCreated event(String bucket, String key) {
    return new ObjectCreated(EventId.random(), new PhotoRef(bucket, key), Instant.EPOCH);
  }
}
