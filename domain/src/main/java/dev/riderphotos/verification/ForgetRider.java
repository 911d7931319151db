package dev.riderphotos.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.StepOutput.AddedFace;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.migration.ForgetMovedFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.ForgetReviews;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.verification.Erasure.Traces;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases a rider: face, photos, thumbnails, executions, cases, what is left in other places ({@link
 * ForgetTraces}), the profile row, and when the rider was here last, so that an erasure that was
 * cut short can be repeated. It is noted before and after, so that restoring an older backup does
 * not bring the rider back. What a state machine runs of the rider's is stopped first; what it
 * keeps of that nobody can erase, and the receipt says so.
 */
public final class ForgetRider {
  private final RiderProfiles profiles;
  private final Executions executions;
  private final RiderFaces collection;
  private final PhotoStore photos;
  private final ForgetMovedFaces moved;
  private final ForgetReviews reviews;
  private final Sightings sightings;
  private final ForgetTraces traces;
  private final ErasureLog log;
  private final @Nullable StopRuns runs;

  /** Erases riders whose photos are verified in processes alone. */
  public ForgetRider(
      RiderProfiles profiles,
      Executions executions,
      RiderFaces collection,
      PhotoStore photos,
      ForgetMovedFaces moved,
      ForgetReviews reviews,
      Sightings sightings,
      ForgetTraces traces,
      ErasureLog log) {
    this(profiles, executions, collection, photos, moved, reviews, sightings, traces, log, null);
  }

  /**
   * Erases riders.
   *
   * @param runs stops what a state machine runs; {@code null} if none does
   */
  public ForgetRider(
      RiderProfiles profiles,
      Executions executions,
      RiderFaces collection,
      PhotoStore photos,
      ForgetMovedFaces moved,
      ForgetReviews reviews,
      Sightings sightings,
      ForgetTraces traces,
      ErasureLog log,
      @Nullable StopRuns runs) {
    this.profiles = profiles;
    this.executions = executions;
    this.collection = collection;
    this.photos = photos;
    this.moved = moved;
    this.reviews = reviews;
    this.sightings = sightings;
    this.traces = traces;
    this.log = log;
    this.runs = runs;
  }

  /** Forgetting a stranger is harmless: the receipt is empty. */
  public Erasure forget(RiderId rider) {
    List<Execution> history = RiderHistory.of(rider, executions);
    List<Execution> unfinished = unfinished(history);
    if (unfinished.isEmpty()) {
      return erase(rider, history);
    }
    if (runs == null || !allHeldElsewhere(unfinished)) {
      return new Erasure.Busy();
    }
    if (!runs.stop(unfinished)) {
      return new Erasure.Busy(unfinished.size());
    }
    List<Execution> settled = RiderHistory.of(rider, executions);
    return unfinished(settled).isEmpty() ? erase(rider, settled) : new Erasure.Busy();
  }

  private static List<Execution> unfinished(List<Execution> history) {
    return history.stream().filter(Execution::unfinished).toList();
  }

  private static boolean allHeldElsewhere(List<Execution> unfinished) {
    return unfinished.stream().allMatch(execution -> execution.heldBy() != null);
  }

  private Erasure.Erased erase(RiderId rider, List<Execution> history) {
    Optional<RiderProfile> profile = profiles.find(rider);
    Erasure.Erased receipt = receipt(rider, profile, history);
    Set<FaceId> names = namesOf(receipt.faces(), history);
    log.note(rider);
    for (FaceId face : receipt.faces()) {
      int _ = moved.forget(face);
      collection.delete(face);
    }
    int resemblances = traces.inJournals(names);
    receipt.photos().forEach(photos::delete);
    history.forEach(execution -> executions.delete(execution.id()));
    int cases = reviews.forget(rider);
    int leftovers = traces.leftovers(rider);
    int events = traces.events(rider);
    profile.ifPresent(this::delete);
    sightings.forget(rider);
    log.note(rider);
    return receipt.with(new Traces(cases, resemblances, leftovers, events, 0, null));
  }

  /** All that journals may call the rider's faces, those of before too. */
  private Set<FaceId> namesOf(List<FaceId> faces, List<Execution> history) {
    Set<FaceId> names = new LinkedHashSet<>();
    Stream<FaceId> added =
        history.stream()
            .flatMap(execution -> execution.step(State.ADD_FACE_TO_INDEX).stream())
            .map(Step::output)
            .filter(AddedFace.class::isInstance)
            .map(output -> ((AddedFace) output).face().id());
    Stream.concat(faces.stream(), added).forEach(face -> names.addAll(moved.names(face)));
    return names;
  }

  /** Reads the row anew: once its face is forgotten, nobody knows what else it was called. */
  private void delete(RiderProfile known) {
    profiles
        .find(known.rider())
        .filter(present -> present.photo().equals(known.photo()))
        .ifPresent(profiles::delete);
  }

  /** How many cases about the rider would end undecided. */
  public int openCases(RiderId rider) {
    return reviews.open(rider);
  }

  /** What {@link #forget} would erase by now, be it at once or later. Nothing is erased. */
  public Erasure.Erased foresee(RiderId rider) {
    return receipt(rider, profiles.find(rider), RiderHistory.of(rider, executions));
  }

  private Erasure.Erased receipt(
      RiderId rider, Optional<RiderProfile> profile, List<Execution> history) {
    return new Erasure.Erased(
        rider,
        profile.map(RiderProfile::face).stream().toList(),
        List.copyOf(photosOf(profile, history)),
        history.size(),
        profile.map(RiderProfile::face).map(moved::foresee).orElse(0),
        profile.isPresent(),
        consents(profile, history),
        kept(history),
        Traces.NONE,
        null);
  }

  private static List<Consent> consents(Optional<RiderProfile> profile, List<Execution> history) {
    return Stream.concat(
            profile.stream().map(RiderProfile::consent),
            history.stream().map(execution -> execution.submission().consent()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Consent::at).reversed())
        .toList();
  }

  private static Erasure.@Nullable KeptHistory kept(List<Execution> history) {
    List<Instant> ends =
        history.stream()
            .filter(execution -> execution.heldBy() != null)
            .map(
                execution -> Objects.requireNonNullElse(execution.endedAt(), execution.startedAt()))
            .toList();
    return ends.stream()
        .max(Comparator.naturalOrder())
        .map(last -> new Erasure.KeptHistory(ends.size(), last.plus(ExecutionArn.KEPT)))
        .orElse(null);
  }

  /** The profile's own, and those of refused uploads; never a photo that others may point to. */
  private static Set<PhotoRef> photosOf(Optional<RiderProfile> profile, List<Execution> history) {
    Set<PhotoRef> photos = new LinkedHashSet<>();
    profile.ifPresent(known -> photos.addAll(List.of(known.photo(), known.thumbnail())));
    history.stream()
        .filter(execution -> execution.status() != Status.VERIFIED)
        .filter(Execution::photoIsItsOwn)
        .forEach(execution -> photos.add(execution.submission().photo()));
    return photos;
  }
}
