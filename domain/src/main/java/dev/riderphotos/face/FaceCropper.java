package dev.riderphotos.face;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;

/**
 * Cuts faces out of pictures. Keeps nothing, so that a call may be repeated. Faults are {@link
 * dev.riderphotos.BackendException}s; where all happens in memory, there are none.
 */
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
