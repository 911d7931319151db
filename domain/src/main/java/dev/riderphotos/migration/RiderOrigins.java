package dev.riderphotos.migration;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The photos of riders' faces: by the rider's profile, whatever the face was called then, or by the
 * execution that shows the face.
 */
public final class RiderOrigins implements FaceOrigins {
  private static final int LONGEST_USER = 128;

  private final RiderProfiles profiles;
  private final Executions executions;
  private final RiderFaces faces;
  private final FaceCounterparts counterparts;
  private final RegistrationTurn turn;

  public RiderOrigins(
      RiderProfiles profiles,
      Executions executions,
      RiderFaces faces,
      FaceCounterparts counterparts,
      RegistrationTurn turn) {
    this.profiles = profiles;
    this.executions = executions;
    this.faces = faces;
    this.counterparts = counterparts;
    this.turn = turn;
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return byProfile(face).or(() -> byExecution(face)).map(photo -> new Origin(photo, user(face)));
  }

  /** A face is in the collection a moment before it is known whose execution put it there. */
  @Override
  public <T> T settled(Supplier<T> question) {
    return turn.whileNobodyRegisters(question);
  }

  @Override
  public String reason() {
    return "No rider's profile and no execution shows this face";
  }

  private Optional<PhotoRef> byProfile(IndexedFace face) {
    return rider(face)
        .flatMap(profiles::find)
        .filter(profile -> isCalled(profile.face(), face.id()))
        .map(RiderProfile::photo);
  }

  private boolean isCalled(FaceId before, FaceId now) {
    return before.equals(now)
        || counterparts.of(now).stream().anyMatch(any -> any.face().equals(before));
  }

  private Optional<PhotoRef> byExecution(IndexedFace face) {
    return execution(face.image())
        .flatMap(executions::find)
        .or(() -> byRecord(face))
        .map(execution -> execution.submission().photo());
  }

  /** A service has its own name for the image, so that our record of the face has to tell. */
  private Optional<Execution> byRecord(IndexedFace face) {
    return faces
        .find(face.id())
        .map(IndexedFace::image)
        .flatMap(RiderOrigins::execution)
        .flatMap(executions::find);
  }

  private static Optional<RiderId> rider(IndexedFace face) {
    try {
      return Optional.ofNullable(face.externalImageId()).map(id -> new RiderId(id.name()));
    } catch (IllegalArgumentException noRider) {
      return Optional.empty();
    }
  }

  private static Optional<ExecutionId> execution(ImageId image) {
    try {
      return Optional.of(ExecutionId.of(image.value()));
    } catch (IllegalArgumentException imageOfAService) {
      return Optional.empty();
    }
  }

  private static @Nullable UserId user(IndexedFace face) {
    ExternalImageId id = face.externalImageId();
    return id == null || id.value().length() > LONGEST_USER ? null : new UserId(id.value());
  }
}
