package dev.riderphotos.migration;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The photos of riders' faces: by the rider's profile, or by the execution that shows the face. */
public final class RiderOrigins implements FaceOrigins {
  private static final int LONGEST_USER = 128;

  private final RiderProfiles profiles;
  private final Executions executions;

  public RiderOrigins(RiderProfiles profiles, Executions executions) {
    this.profiles = profiles;
    this.executions = executions;
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return byProfile(face).or(() -> byExecution(face)).map(photo -> new Origin(photo, user(face)));
  }

  @Override
  public String reason() {
    return "No rider's profile and no execution shows this face";
  }

  private Optional<PhotoRef> byProfile(IndexedFace face) {
    return rider(face)
        .flatMap(profiles::find)
        .filter(profile -> profile.face().equals(face.id()))
        .map(RiderProfile::photo);
  }

  private Optional<PhotoRef> byExecution(IndexedFace face) {
    return execution(face)
        .flatMap(executions::find)
        .map(execution -> execution.submission().photo());
  }

  private static Optional<RiderId> rider(IndexedFace face) {
    try {
      return Optional.ofNullable(face.externalImageId()).map(id -> new RiderId(id.name()));
    } catch (IllegalArgumentException noRider) {
      return Optional.empty();
    }
  }

  private static Optional<ExecutionId> execution(IndexedFace face) {
    try {
      return Optional.of(ExecutionId.of(face.image().value()));
    } catch (IllegalArgumentException imageOfAService) {
      return Optional.empty();
    }
  }

  private static @Nullable UserId user(IndexedFace face) {
    ExternalImageId id = face.externalImageId();
    return id == null || id.value().length() > LONGEST_USER ? null : new UserId(id.value());
  }
}
