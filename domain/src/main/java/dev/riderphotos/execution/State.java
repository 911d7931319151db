package dev.riderphotos.execution;

/** The states of the workflow, as the state machine names them. */
public enum State {
  FACE_DETECTION("FaceDetection"),
  CHECK_FACE_DUPLICATE("CheckFaceDuplicate"),
  ADD_FACE_TO_INDEX("AddFaceToIndex"),
  THUMBNAIL("Thumbnail"),
  PERSIST_METADATA("PersistMetadata"),
  PHOTO_DOES_NOT_MEET_REQUIREMENT("PhotoDoesNotMeetRequirement");

  private final String title;

  State(String title) {
    this.title = title;
  }

  /** The state has this name in Amazon States Language, in JSON and on pages. */
  public String title() {
    return title;
  }
}
