package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceCropper;

class PlainFaceCropperTest extends FaceCropperContract {
  @Override
  protected FaceCropper cropper() {
    return new PlainFaceCropper();
  }
}
