package dev.riderphotos.lambda;

/** Lambda calls this for the state Thumbnail. */
public final class ThumbnailHandler extends StateHandler {
  public ThumbnailHandler() {
    super(StateFunctions::makeThumbnail);
  }
}
