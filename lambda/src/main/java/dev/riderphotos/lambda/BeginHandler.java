package dev.riderphotos.lambda;

/** Lambda calls this for the state Begin. */
public final class BeginHandler extends StateHandler {
  public BeginHandler() {
    super(StateFunctions::begin);
  }
}
