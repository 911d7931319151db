package dev.riderphotos.retention;

import dev.riderphotos.access.LinkRegister;

/** Forgets which links there were, once they have expired. Nobody counts them. */
final class LinkWalk implements Walk {
  private final LinkRegister register;

  LinkWalk(LinkRegister register) {
    this.register = register;
  }

  @Override
  public boolean step(Pass pass) {
    if (pass.doing()) {
      register.forgetExpired(pass.now());
    }
    return false;
  }
}
