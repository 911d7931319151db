package dev.riderphotos.face;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;

/** Cuts faces out of pictures. */
public interface FaceCropper {
  /**
   * What the box shows, as a PNG without metadata: of {@code floor(width x picture width)} times
   * {@code floor(height x picture height)} pixels, less what lies outside the picture, and at least
   * one pixel. Whole, however many bytes it takes.
   *
   * @throws IllegalArgumentException if the box lies outside the picture as a whole
   */
  Photo crop(Picture picture, BoundingBox box);
}
