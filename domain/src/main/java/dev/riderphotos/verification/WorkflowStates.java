package dev.riderphotos.verification;

import dev.riderphotos.step.AddFaceToIndex;
import dev.riderphotos.step.CheckFaceDuplicate;
import dev.riderphotos.step.FaceDetection;
import dev.riderphotos.step.MakeThumbnail;
import dev.riderphotos.step.PersistMetadata;
import dev.riderphotos.step.PhotoDoesNotMeetRequirement;

/** The states of the workflow, each callable by itself. */
public record WorkflowStates(
    FaceDetection faceDetection,
    CheckFaceDuplicate checkFaceDuplicate,
    AddFaceToIndex addFaceToIndex,
    MakeThumbnail thumbnail,
    PersistMetadata persistMetadata,
    PhotoDoesNotMeetRequirement photoDoesNotMeetRequirement) {}
