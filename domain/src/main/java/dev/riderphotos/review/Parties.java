package dev.riderphotos.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sides of a case, made of what is known of riders. Reads only. */
public final class Parties {
  private static final int PAGE = 20;

  private final RiderProfiles profiles;
  private final RiderFaces faces;
  private final Executions executions;

  public Parties(RiderProfiles profiles, RiderFaces faces, Executions executions) {
    this.profiles = profiles;
    this.faces = faces;
    this.executions = executions;
  }

  /** Who sent a photo that is not registered. */
  Party sentBy(Execution execution) {
    return new Party(
        execution.submission().rider(),
        execution.id(),
        execution.submission().photo(),
        box(execution),
        null);
  }

  /** The rider as registered; empty if there is no such rider. */
  public Optional<Party> registered(RiderId rider) {
    return profiles.find(rider).map(this::registered);
  }

  private Party registered(RiderProfile profile) {
    Optional<IndexedFace> face = faces.find(profile.face());
    return new Party(
        profile.rider(),
        face.flatMap(this::from)
            .filter(each -> each.submission().photo().equals(profile.photo()))
            .map(Execution::id)
            .orElse(null),
        profile.photo(),
        face.map(IndexedFace::box).orElse(null),
        profile.face());
  }

  /**
   * Whose registered face it is, also of one whose profile is yet to be written; empty if it is
   * registered no more.
   */
  public Optional<Party> of(FaceId face) {
    return faces.find(face).flatMap(this::of);
  }

  private Optional<Party> of(IndexedFace face) {
    return Clearances.riderOf(face).map(rider -> of(rider, face));
  }

  private Party of(RiderId rider, IndexedFace face) {
    return registered(rider)
        .filter(party -> face.id().equals(party.face()))
        .orElseGet(() -> unfinished(rider, face));
  }

  private Party unfinished(RiderId rider, IndexedFace face) {
    Optional<Execution> execution = from(face);
    return new Party(
        rider,
        execution.map(Execution::id).orElse(null),
        execution.map(each -> each.submission().photo()).orElse(null),
        face.box(),
        face.id());
  }

  private Optional<Execution> from(IndexedFace face) {
    try {
      return executions.find(ExecutionId.of(face.image().value()));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // it was moved, or others put it there
    }
  }

  /** The execution that verified the rider by this photo; empty if it is not kept any more. */
  public Optional<Execution> verification(RiderId rider, PhotoRef photo) {
    Cursor cursor = null;
    do {
      Page page = executions.list(new Filter(Status.VERIFIED, rider), cursor, PAGE);
      Optional<Execution> found =
          page.executions().stream()
              .filter(each -> each.submission().photo().equals(photo))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      cursor = page.next();
    } while (cursor != null);
    return Optional.empty();
  }

  private static @Nullable BoundingBox box(Execution execution) {
    return execution
        .step(State.FACE_DETECTION)
        .map(Step::output)
        .filter(StepOutput.DetectedFaces.class::isInstance)
        .map(output -> ((StepOutput.DetectedFaces) output).faces())
        .filter(faces -> !faces.isEmpty())
        .map(faces -> faces.getFirst().box())
        .orElse(null);
  }
}
