package dev.riderphotos.verification;

/** The states of the workflow, each callable by itself. */
public record States(
    FaceDetection faceDetection,
    CheckFaceDuplicate checkFaceDuplicate,
    AddFaceToIndex addFaceToIndex,
    MakeThumbnail thumbnail,
    PersistMetadata persistMetadata,
    PhotoDoesNotMeetRequirement photoDoesNotMeetRequirement) {}
