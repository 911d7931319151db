package dev.riderphotos.lambda;

/** Lambda calls this for the state AddFaceToIndex. */
public final class AddFaceToIndexHandler extends StateHandler {
  public AddFaceToIndexHandler() {
    super(StateFunctions::addFaceToIndex);
  }
}
