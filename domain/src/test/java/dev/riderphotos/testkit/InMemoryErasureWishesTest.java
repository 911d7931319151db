package dev.riderphotos.testkit;

import dev.riderphotos.verification.ErasureWishes;

class InMemoryErasureWishesTest extends ErasureWishesContract {
  private final ErasureWishes wishes = new InMemoryErasureWishes();

  @Override
  protected ErasureWishes wishes() {
    return wishes;
  }
}
