package dev.riderphotos.lambda;

/** Lambda calls this for the state PhotoDoesNotMeetRequirement. */
public final class PhotoDoesNotMeetRequirementHandler extends StateHandler {
  public PhotoDoesNotMeetRequirementHandler() {
    super(StateFunctions::photoDoesNotMeetRequirement);
  }
}
