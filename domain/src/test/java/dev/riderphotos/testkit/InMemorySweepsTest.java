package dev.riderphotos.testkit;

import dev.riderphotos.retention.Sweeps;

class InMemorySweepsTest extends SweepsContract {
  private final Sweeps sweeps = new InMemorySweeps();

  @Override
  protected Sweeps sweeps() {
    return sweeps;
  }
}
