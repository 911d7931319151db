package dev.riderphotos.testkit;

import dev.riderphotos.access.RevokedLinks;

class InMemoryRevokedLinksTest extends RevokedLinksContract {
  private final RevokedLinks revoked = new InMemoryRevokedLinks();

  @Override
  protected RevokedLinks revoked() {
    return revoked;
  }
}
