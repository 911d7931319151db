package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.page.InlinePhoto;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the selfie page shows in each of its states. */
@Singleton
class SelfieView {
  /** The states that riders watch, in their order. */
  private static final List<String> STEPS =
      List.of(
          State.FACE_DETECTION.title(),
          State.CHECK_FACE_DUPLICATE.title(),
          State.ADD_FACE_TO_INDEX.title(),
          State.THUMBNAIL.title(),
          State.PERSIST_METADATA.title());

  private static final List<String> EXAMPLES =
      Stream.of(SamplePortraits.Example.values())
          .map(example -> example.name().toLowerCase(Locale.ROOT))
          .toList();

  private final PhotoStore photos;
  private final @Nullable SamplePortraits portraits;

  SelfieView(PhotoStore photos, @Nullable SamplePortraits portraits) {
    this.photos = photos;
    this.portraits = portraits;
  }

  ModelAndView<Map<String, Object>> empty(String rider) {
    return view(rider, Map.of());
  }

  ModelAndView<Map<String, Object>> ofProblem(String rider, Problem problem) {
    return view(rider, Map.of("problem", problem.detail()));
  }

  ModelAndView<Map<String, Object>> ofExecution(Execution execution) {
    return view(rider(execution), verdict(execution));
  }

  /** With the photo itself, if there is something to show in it: only who sent it may see it. */
  ModelAndView<Map<String, Object>> ofUpload(Execution execution) {
    Map<String, Object> verdict = verdict(execution);
    if (execution.verdict() instanceof Verdict.Rejected rejected
        && rejected.reasons().stream().anyMatch(reason -> reason.box() != null)) {
      photos
          .get(execution.submission().photo())
          .flatMap(InlinePhoto::url)
          .ifPresent(url -> verdict.put("photo", url));
    }
    return view(rider(execution), verdict);
  }

  private static Map<String, Object> verdict(Execution execution) {
    Map<String, Object> verdict = new HashMap<>();
    verdict.put("execution", ExecutionAnswer.of(execution));
    verdict.put("verified", execution.status() == Status.VERIFIED);
    verdict.put("thumbnail", RiderPath.ofThumbnail(rider(execution)));
    return verdict;
  }

  private ModelAndView<Map<String, Object>> view(String rider, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("rider", rider);
    model.put("steps", STEPS);
    model.put("portraits", portraits != null);
    model.put("examples", EXAMPLES);
    return new ModelAndView<>("verification/selfie", model);
  }

  private static String rider(Execution execution) {
    return execution.submission().rider().value();
  }
}
