package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.testkit.PhotoOpenerContract;

class TurboPhotoOpenerTest extends PhotoOpenerContract {
  @Override
  protected PhotoOpener opener() {
    return Turbo.opener();
  }
}
