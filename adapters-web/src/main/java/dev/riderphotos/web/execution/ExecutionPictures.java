package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.Party;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.page.SmallPictures;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What executions are about, as pictures for operators: the photo that was sent, and faces. */
@Singleton
final class ExecutionPictures {
  private static final int IN_A_LIST = 192;
  private static final int BY_ITSELF = 640;

  /** Of a photo that is none to be opened there is nothing to be shown. */
  private static final Set<ReasonCode> UNSEEN =
      EnumSet.of(
          ReasonCode.UNSUPPORTED_FORMAT,
          ReasonCode.IMAGE_TOO_LARGE,
          ReasonCode.IMAGE_TOO_SMALL,
          ReasonCode.IMAGE_UNREADABLE,
          ReasonCode.PHOTO_MISSING);

  private final PhotoStore photos;
  private final SmallPictures pictures;
  private final Parties parties;

  ExecutionPictures(PhotoStore photos, SmallPictures pictures, Parties parties) {
    this.photos = photos;
    this.pictures = pictures;
    this.parties = parties;
  }

  /** What there is of a photo. */
  enum Kept {
    /** It can be shown. */
    SHOWN,
    /** It is no picture that can be opened. */
    UNSEEN,
    /** It was deleted. */
    GONE
  }

  Kept kept(Execution execution) {
    if (photos.size(execution.submission().photo()).isEmpty()) {
      return Kept.GONE;
    }
    return UNSEEN.stream().anyMatch(execution::refusedFor) ? Kept.UNSEEN : Kept.SHOWN;
  }

  /**
   * What there is to be seen of an execution.
   *
   * @param resembled the registered face most like it; {@code null} if there is none to be shown
   */
  record Seen(Kept kept, @Nullable FaceId resembled) {}

  Seen seen(Execution execution) {
    return new Seen(
        kept(execution),
        Resembled.of(execution).stream()
            .findFirst()
            .map(Resemblance::face)
            .filter(this::shows)
            .orElse(null));
  }

  /** The same of each, all at once: a store may be far away. */
  List<Seen> seen(List<Execution> executions) {
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      return executions.stream()
          .map(execution -> askers.submit(() -> seen(execution)))
          .toList()
          .stream()
          .map(ExecutionPictures::answered)
          .toList();
    }
  }

  private static Seen answered(Future<Seen> asked) {
    try {
      return asked.get();
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(fault.getCause());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ending);
    }
  }

  /** The photo that was sent, small. */
  Photo photo(Execution execution, boolean inAList) {
    PhotoRef photo = execution.submission().photo();
    return (inAList ? thumbnail(execution) : Optional.<PhotoRef>empty())
        .flatMap(photos::get)
        .or(() -> photos.get(photo))
        .flatMap(stored -> pictures.of(stored, inAList ? IN_A_LIST : BY_ITSELF))
        .orElseThrow(ExecutionPictures::gone);
  }

  private static Optional<PhotoRef> thumbnail(Execution execution) {
    return execution.verdict() instanceof Verdict.Verified(_, PhotoRef thumbnail)
        ? Optional.of(thumbnail)
        : Optional.empty();
  }

  /** A registered face that the photo's resembles, out of its own photo. */
  Photo resembled(Execution execution, FaceId face) {
    return Resembled.of(execution).stream()
        .filter(each -> each.face().equals(face))
        .findFirst()
        .flatMap(_ -> parties.of(face))
        .flatMap(this::face)
        .orElseThrow(ExecutionPictures::gone);
  }

  /** Whether the photo is there that a registered face came from. */
  boolean shows(FaceId face) {
    return parties
        .of(face)
        .filter(party -> party.box() != null)
        .flatMap(party -> Optional.ofNullable(party.photo()))
        .filter(photo -> photos.size(photo).isPresent())
        .isPresent();
  }

  private Optional<Photo> face(Party party) {
    PhotoRef ref = party.photo();
    var box = party.box();
    return ref == null || box == null
        ? Optional.empty()
        : photos.get(ref).flatMap(photo -> pictures.face(photo, box, IN_A_LIST));
  }

  private static ProblemException gone() {
    return ProblemException.notFound("The photo is not kept any more.");
  }
}
