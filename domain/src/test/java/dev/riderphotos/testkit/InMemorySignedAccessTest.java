package dev.riderphotos.testkit;

import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.UploadTickets;
import java.time.Instant;

class InMemorySignedAccessTest extends SignedAccessContract {
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private Instant now = Instant.EPOCH;
  private final InMemorySignedAccess access = new InMemorySignedAccess(photos, () -> now);

  @Override
  protected UploadTickets tickets() {
    return access;
  }

  @Override
  protected PhotoLinks links() {
    return access;
  }

  @Override
  protected SignedAccess access() {
    return access;
  }

  @Override
  protected PhotoStore store() {
    return photos;
  }

  @Override
  protected void setTime(Instant time) {
    now = time;
  }
}
