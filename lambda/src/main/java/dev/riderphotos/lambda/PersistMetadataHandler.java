package dev.riderphotos.lambda;

/** Lambda calls this for the state PersistMetadata. */
public final class PersistMetadataHandler extends StateHandler {
  public PersistMetadataHandler() {
    super(StateFunctions::persistMetadata);
  }
}
