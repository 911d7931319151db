package dev.riderphotos.testkit;

import dev.riderphotos.access.ApiKeys;

class InMemoryApiKeysTest extends ApiKeysContract {
  private final ApiKeys keys = new InMemoryApiKeys();

  @Override
  protected ApiKeys keys() {
    return keys;
  }
}
