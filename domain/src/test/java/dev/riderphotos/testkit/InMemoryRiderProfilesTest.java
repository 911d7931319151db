package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderProfiles;

class InMemoryRiderProfilesTest extends RiderProfilesContract {
  private final InMemoryRiderProfiles profiles = new InMemoryRiderProfiles();

  @Override
  protected RiderProfiles profiles() {
    return profiles;
  }
}
