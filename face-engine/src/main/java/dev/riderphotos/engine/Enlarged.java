package dev.riderphotos.engine;

/** A picture that is larger than the one that is analysed, until it is closed. */
public interface Enlarged extends AutoCloseable {
  /**
   * What lies in an area, cut off at the picture's edges.
   *
   * @param area in pixels of the picture that is analysed; it has a part in the picture
   */
  Closeup part(Box area);

  @Override
  void close();
}
