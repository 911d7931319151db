package dev.riderphotos.testkit;

import dev.riderphotos.access.LinkRequests;

class InMemoryLinkRequestsTest extends LinkRequestsContract {
  private final LinkRequests requests = new InMemoryLinkRequests();

  @Override
  protected LinkRequests requests() {
    return requests;
  }
}
