package dev.riderphotos.step;

import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;

/**
 * Puts the face into the collection, unless another photo with it was quicker. A retry finds the
 * face it indexed before.
 */
public final class AddFaceToIndex {
  private final RiderFaces collection;

  public AddFaceToIndex(RiderFaces collection) {
    this.collection = collection;
  }

  public Addition add(NewFace face) {
    return switch (collection.register(face)) {
      case Registration.Registered(IndexedFace indexed) -> new Addition.Indexed(indexed);
      case Registration.Duplicate _ -> new Addition.Refused(Refusals.faceExists());
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
