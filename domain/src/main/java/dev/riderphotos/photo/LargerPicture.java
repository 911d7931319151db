package dev.riderphotos.photo;

/**
 * A photo at a larger scale than a picture of it, to be looked at in parts. It takes much memory:
 * close it when done with it.
 */
public interface LargerPicture extends AutoCloseable {
  /** How many of its pixels, along each side, are one of the picture's. */
  int times();

  /**
   * What lies in an area, which is given in pixels of the picture.
   *
   * @throws IllegalArgumentException if nothing of it lies in the picture
   */
  Part part(int left, int top, int width, int height);

  @Override
  void close();

  /**
   * A part, cut off at the picture's edges; less than a pixel may be missing there.
   *
   * @param left where it begins, in pixels of the picture
   * @param top the same, downwards
   * @param pixels upright, in sRGB; nothing is to be closed
   */
  record Part(int left, int top, Picture pixels) {}
}
