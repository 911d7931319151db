package dev.riderphotos.step;

import dev.riderphotos.Conflict;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The last state: writes the profile row, which is the commit. What an earlier profile of the rider
 * pointed to is deleted afterwards, by {@link #discard}.
 */
public final class PersistMetadata {
  private final RiderProfiles profiles;
  private final RiderFaces collection;
  private final PhotoStore photos;
  private final RiderSettings settings;
  private final Clearances clearances;

  public PersistMetadata(
      RiderProfiles profiles,
      RiderFaces collection,
      PhotoStore photos,
      RiderSettings settings,
      Clearances clearances) {
    this.profiles = profiles;
    this.collection = collection;
    this.photos = photos;
    this.settings = settings;
    this.clearances = clearances;
  }

  /**
   * Writes the row, unless there is one that it must not replace. May be repeated.
   *
   * @param mayReplace whether another profile of the rider may be overwritten; one whose face is in
   *     the live collection no more always may
   * @param replacing is told of it before it is, and must have noted it for good when it returns
   * @return the refusal, or empty if the row is written
   */
  public Optional<Verdict.Rejected> persist(
      RiderProfile profile, boolean mayReplace, Consumer<RiderProfile> replacing) {
    RiderProfile present = profiles.find(profile.rider()).orElse(null);
    if (present != null && isSame(profile, present)) {
      return Optional.empty();
    }
    if (present != null) {
      if (!mayReplace && collection.find(present.face()).isPresent()) {
        return Optional.of(Refusals.anotherFace(settings));
      }
      replacing.accept(present);
    }
    if (!profiles.replace(present, profile).equals(Optional.of(profile))) {
      throw new Conflict("write the profile");
    }
    return Optional.empty();
  }

  /**
   * Deletes what a replaced profile pointed to and the rider's present one, whoever wrote it, does
   * not. May be repeated.
   */
  public void discard(RiderProfile replaced) {
    Optional<RiderProfile> present = profiles.find(replaced.rider());
    if (present.filter(profile -> isOneFace(profile.face(), replaced.face())).isEmpty()) {
      clearances.forget(replaced.rider(), replaced.face());
      collection.delete(replaced.face());
    }
    Stream.of(replaced.photo(), replaced.thumbnail())
        .filter(photo -> present.filter(profile -> pointsTo(profile, photo)).isEmpty())
        .forEach(photos::delete);
  }

  /** The row, if it was this execution that wrote it. */
  public Optional<RiderProfile> committed(Execution execution) {
    Submission submission = execution.submission();
    return profiles
        .find(submission.rider())
        .filter(profile -> profile.photo().equals(submission.photo()))
        .filter(profile -> isFrom(execution, profile));
  }

  /** Of a face that was moved the collection may not know the image, but the execution its id. */
  private boolean isFrom(Execution execution, RiderProfile profile) {
    boolean known =
        collection
            .find(profile.face())
            .filter(face -> face.image().equals(execution.id().imageId()))
            .isPresent();
    return known || added(execution).filter(face -> isOneFace(face, profile.face())).isPresent();
  }

  private static Optional<FaceId> added(Execution execution) {
    return execution
        .step(State.ADD_FACE_TO_INDEX)
        .map(Step::output)
        .filter(StepOutput.AddedFace.class::isInstance)
        .map(output -> ((StepOutput.AddedFace) output).face().id());
  }

  /** Whether it is one profile, also when its face was moved in between. */
  private boolean isSame(RiderProfile one, RiderProfile other) {
    return one.photo().equals(other.photo())
        && one.thumbnail().equals(other.thumbnail())
        && isOneFace(one.face(), other.face());
  }

  /** Whether both ids lead to one face. */
  private boolean isOneFace(FaceId one, FaceId other) {
    return one.equals(other)
        || collection
            .find(one)
            .filter(
                face ->
                    collection.find(other).filter(same -> same.id().equals(face.id())).isPresent())
            .isPresent();
  }

  private static boolean pointsTo(RiderProfile profile, PhotoRef photo) {
    return profile.photo().equals(photo) || profile.thumbnail().equals(photo);
  }
}
