package dev.riderphotos.testkit;

import dev.riderphotos.access.LinkRegister;

class InMemoryLinkRegisterTest extends LinkRegisterContract {
  private final LinkRegister register = new InMemoryLinkRegister();

  @Override
  protected LinkRegister register() {
    return register;
  }
}
