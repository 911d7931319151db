package dev.riderphotos.step;

import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;

/**
 * Puts the face into the collection, unless another photo with it was quicker. A retry finds the
 * face it indexed before.
 */
public final class AddFaceToIndex {
  private final RiderFaces collection;
  private final RiderProfiles profiles;
  private final RiderSettings settings;

  public AddFaceToIndex(RiderFaces collection, RiderProfiles profiles, RiderSettings settings) {
    this.collection = collection;
    this.profiles = profiles;
    this.settings = settings;
  }

  public Addition add(RiderId rider, NewFace found) {
    NewFace face =
        found.beside(
            OwnFaces.of(rider, profiles, collection).orElse(null), settings.ownFaceSimilarity());
    return switch (collection.register(face)) {
      case Registration.Registered(IndexedFace indexed) -> new Addition.Indexed(indexed);
      case Registration.Duplicate(FaceMatch match) ->
          new Addition.Refused(Refusals.faceExists(face.own() != null && face.isOwn(match.face())));
      case Registration.Unsuitable _ -> new Addition.Refused(Refusals.unsuitable());
    };
  }

  /**
   * Lets a face pass that was added, as long as it is in the live collection.
   *
   * @throws OutdatedPrintException if it is not, because another has become live since, and the
   *     face was not moved there
   */
  public void requireLive(IndexedFace added) {
    if (collection.find(added.id()).isEmpty()) {
      throw new OutdatedPrintException();
    }
  }

  /** Takes out again what was indexed from the image. */
  public void undo(ImageId image) {
    collection.deleteFacesOf(image);
  }

  /** The face is added, or is refused. */
  public sealed interface Addition {
    /** The face is in the collection. */
    record Indexed(IndexedFace face) implements Addition {}

    /** The face is not in the collection; the verdict says why. */
    record Refused(Verdict.Rejected verdict) implements Addition {}
  }
}
