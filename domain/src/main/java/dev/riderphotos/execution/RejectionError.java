package dev.riderphotos.execution;

/** The error names by which the state machine tells its refusals apart. */
public enum RejectionError {
  PHOTO_DOES_NOT_MEET_REQUIREMENT("PhotoDoesNotMeetRequirementError"),
  FACE_ALREADY_EXISTS("FaceAlreadyExistsError"),
  ANOTHER_FACE("AnotherFaceError");

  private final String title;

  RejectionError(String title) {
    this.title = title;
  }

  /** The error has this name in Amazon States Language, in JSON and in mails. */
  public String title() {
    return title;
  }
}
