package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Box;
import dev.riderphotos.engine.Closeup;
import dev.riderphotos.engine.Enlarged;
import dev.riderphotos.engine.Enlarging;
import dev.riderphotos.engine.RgbImage;
import dev.riderphotos.photo.LargerPicture;
import dev.riderphotos.photo.LargerPicture.Part;
import dev.riderphotos.photo.Picture;
import java.util.Optional;

/** Shows the engine more of a picture that was made smaller, where its faces are small. */
record CloserLook(Picture picture) implements Enlarging {
  @Override
  public Optional<Enlarged> times(double least) {
    return picture.larger(least).map(Parts::new);
  }

  private record Parts(LargerPicture larger) implements Enlarged {
    @Override
    public Closeup part(Box area) {
      int left = (int) Math.floor(area.x());
      int top = (int) Math.floor(area.y());
      int right = (int) Math.ceil(area.right());
      int bottom = (int) Math.ceil(area.bottom());
      Part part = larger.part(left, top, right - left, bottom - top);
      Picture pixels = part.pixels();
      return new Closeup(
          RgbImage.ofBgr(pixels.width(), pixels.height(), pixels.bgr()),
          part.left(),
          part.top(),
          larger.times());
    }

    @Override
    public void close() {
      larger.close();
    }
  }
}
