package dev.riderphotos.step;

import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the face into the collection, unless another photo with it was quicker. A retry finds the
 * face it indexed before.
 */
public final class AddFaceToIndex {
  private final RiderFaces collection;
  private final RiderProfiles profiles;
  private final RiderSettings settings;
  private final Clearances clearances;

  public AddFaceToIndex(
      RiderFaces collection,
      RiderProfiles profiles,
      RiderSettings settings,
      Clearances clearances) {
    this.collection = collection;
    this.profiles = profiles;
    this.settings = settings;
    this.clearances = clearances;
  }

  public Addition add(RiderId rider, NewFace found) {
    NewFace face =
        clearances.applyTo(
            rider,
            found.beside(
                OwnFaces.of(rider, profiles, collection).orElse(null),
                settings.ownFaceSimilarity()));
    return switch (collection.register(face)) {
      case Registration.Registered(IndexedFace indexed, FaceMatch nearest) -> {
        clearances.passOn(rider, face, indexed);
        yield new Addition.Indexed(indexed, nearest);
      }
      case Registration.Duplicate(FaceMatch match) ->
          new Addition.Refused(
              Refusals.faceExists(face.own() != null && face.isOwn(match.face())), match);
      case Registration.Unsuitable _ -> new Addition.Refused(Refusals.unsuitable(), null);
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
    collection.registeredFrom(image).ifPresent(clearances::forget);
    collection.deleteFacesOf(image);
  }

  /** The face is added, or is refused. */
  public sealed interface Addition {
    /**
     * The face is in the collection.
     *
     * @param nearest that people are to compare with it, if any
     */
    record Indexed(IndexedFace face, @Nullable FaceMatch nearest) implements Addition {
      /** The journal keeps this of it. */
      public StepOutput.AddedFace output() {
        return new StepOutput.AddedFace(
            face, nearest == null ? null : StepOutput.Resemblance.of(nearest));
      }
    }

    /**
     * The face is not in the collection; the verdict says why.
     *
     * @param match that stood in its way, if any did
     */
    record Refused(Verdict.Rejected verdict, @Nullable FaceMatch match) implements Addition {
      /** The journal keeps this of it; {@code null} if nothing stood in its way. */
      public StepOutput.@Nullable FaceMatches output() {
        return match == null ? null : StepOutput.FaceMatches.of(List.of(match), false, null);
      }
    }
  }
}
