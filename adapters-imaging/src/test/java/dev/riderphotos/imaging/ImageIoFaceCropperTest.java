package dev.riderphotos.imaging;

import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.testkit.FaceCropperContract;

class ImageIoFaceCropperTest extends FaceCropperContract {
  @Override
  protected FaceCropper cropper() {
    return new ImageIoFaceCropper();
  }
}
