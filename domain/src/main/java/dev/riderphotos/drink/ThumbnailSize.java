package dev.riderphotos.drink;

/** The small copies that a drink's picture has. */
public enum ThumbnailSize {
  LARGE(640),
  SMALL(160);

  private final int side;

  ThumbnailSize(int side) {
    this.side = side;
  }

  /** Pixels of the square that it fits. */
  public int side() {
    return side;
  }
}
