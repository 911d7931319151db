package dev.riderphotos.testkit;

import dev.riderphotos.rider.Sightings;

class InMemorySightingsTest extends SightingsContract {
  private final Sightings sightings = new InMemorySightings();

  @Override
  protected Sightings sightings() {
    return sightings;
  }
}
