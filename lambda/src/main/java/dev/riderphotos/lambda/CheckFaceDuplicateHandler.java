package dev.riderphotos.lambda;

/** Lambda calls this for the state CheckFaceDuplicate. */
public final class CheckFaceDuplicateHandler extends StateHandler {
  public CheckFaceDuplicateHandler() {
    super(StateFunctions::checkFaceDuplicate);
  }
}
