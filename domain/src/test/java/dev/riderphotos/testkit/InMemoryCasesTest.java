package dev.riderphotos.testkit;

import dev.riderphotos.review.Cases;

class InMemoryCasesTest extends CasesContract {
  private final InMemoryCases cases = new InMemoryCases();

  @Override
  protected Cases cases() {
    return cases;
  }
}
