package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Appeal.Possible;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.execution.ReasonView;
import dev.riderphotos.web.execution.UsualTime;
import dev.riderphotos.web.page.InlinePhoto;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.Phrase;
import dev.riderphotos.web.page.RiderPath;
import dev.riderphotos.web.review.Appeals;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
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

  private static final String HEADING = "heading";

  private final PhotoStore photos;
  private final @Nullable SamplePortraits portraits;
  private final UsualTime usual;
  private final Appeals appeals;
  private final InstantSource clock;

  SelfieView(
      PhotoStore photos,
      @Nullable SamplePortraits portraits,
      UsualTime usual,
      Appeals appeals,
      InstantSource clock) {
    this.photos = photos;
    this.portraits = portraits;
    this.usual = usual;
    this.appeals = appeals;
    this.clock = clock;
  }

  ModelAndView<Map<String, Object>> empty(String rider) {
    return view(rider, Map.of());
  }

  /** The form for another photo of who is verified already. */
  ModelAndView<Map<String, Object>> renewal(String rider) {
    return view(rider, Map.of(HEADING, "selfie.renew.title", "renew", true));
  }

  /** What there is to see for who comes back. */
  ModelAndView<Map<String, Object>> of(String rider, Standing standing) {
    Execution last = standing.last();
    if (standing.settled()) {
      return view(rider, verified(rider, standing));
    }
    if (last != null && isWithdrawn(last)) {
      return view(rider, withdrawn(last));
    }
    if (last == null || last.status() == Status.VERIFIED) {
      return empty(rider); // the profile is gone, so the verdict does not count any more
    }
    Map<String, Object> model = verdict(last, true);
    model.put("still", standing.profile() != null);
    return view(rider, model);
  }

  /** People found that the rider is registered under another id. */
  private boolean isWithdrawn(Execution last) {
    return last.status() == Status.VERIFIED && appeals.possible(last) != Possible.NO;
  }

  private Map<String, Object> withdrawn(Execution last) {
    Map<String, Object> model = new HashMap<>();
    model.put(HEADING, "verdict.withdrawn");
    model.put("withdrawn", last.id().toString());
    model.put("appeal", appeals.possible(last).name());
    return model;
  }

  private Map<String, Object> verified(String rider, Standing standing) {
    Map<String, Object> model = new HashMap<>();
    model.put(HEADING, "verdict.verified");
    model.put("standing", true);
    model.put("settled", true);
    model.put("thumbnail", RiderPath.ofThumbnail(rider));
    if (standing.since() != null) {
      model.put("since", Moment.of(standing.since(), clock.instant()));
    }
    return model;
  }

  ModelAndView<Map<String, Object>> ofProblem(String rider, Problem problem) {
    return view(rider, Map.of("problem", problem.detail(), "problemKey", problem.textKey()));
  }

  /**
   * An execution's page.
   *
   * @param withPhoto whether it has the photo itself, if there is something to show in it
   */
  ModelAndView<Map<String, Object>> ofExecution(Execution execution, boolean withPhoto) {
    return view(rider(execution), verdict(execution, withPhoto));
  }

  private Map<String, Object> verdict(Execution execution, boolean withPhoto) {
    List<ReasonView> reasons =
        execution.verdict() instanceof Verdict.Rejected rejected
            ? ReasonView.of(rejected.reasons())
            : List.of();
    Map<String, Object> verdict = new HashMap<>();
    verdict.put(HEADING, title(execution, reasons));
    verdict.put("execution", ExecutionAnswer.of(execution));
    verdict.put("reasons", reasons);
    verdict.put("better", ReasonView.of(execution.advice()));
    boolean own = Standing.isOwn(execution);
    verdict.put("own", own);
    verdict.put("appeal", appeals.possible(execution).name());
    verdict.put("still", reasons.stream().anyMatch(SelfieView::leavesVerified));
    verdict.put("settled", own || execution.status() == Status.VERIFIED);
    verdict.put("thumbnail", RiderPath.ofThumbnail(rider(execution)));
    if (withPhoto && reasons.stream().anyMatch(reason -> !reason.boxes().isEmpty())) {
      photos
          .get(execution.submission().photo())
          .flatMap(InlinePhoto::url)
          .ifPresent(url -> verdict.put("photo", url));
    }
    if (execution.status() == Status.RUNNING) {
      usual.look().ifPresent(time -> verdict.put("usual", patience(execution, time)));
    }
    return verdict;
  }

  private static boolean leavesVerified(ReasonView reason) {
    return reason.code() == ReasonCode.ANOTHER_FACE;
  }

  /** Says how long it usually takes, or that it takes longer. */
  private Phrase patience(Execution running, Duration usually) {
    boolean longer = clock.instant().isAfter(running.startedAt().plus(usually));
    long seconds = Math.max(1, usually.plusMillis(500).toSeconds());
    return new Phrase(
        longer ? "verdict.running.longer" : "verdict.running.usual", Long.toString(seconds));
  }

  /** Key of the message that says the verdict. */
  private static String title(Execution execution, List<ReasonView> reasons) {
    if (Standing.isOwn(execution)) {
      return "verdict.already";
    }
    if (reasons.stream().anyMatch(SelfieView::leavesVerified)) {
      return "verdict.anotherFace";
    }
    boolean known =
        reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.ALREADY_REGISTERED);
    return known
        ? "verdict.registered"
        : "verdict." + execution.status().name().toLowerCase(Locale.ROOT);
  }

  private ModelAndView<Map<String, Object>> view(String rider, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.putIfAbsent(HEADING, "selfie.title");
    model.put("rider", rider);
    model.put("riderPath", rider.isBlank() ? "" : RiderPath.of(rider));
    model.put("steps", STEPS);
    model.put("portraits", portraits != null);
    model.put("examples", EXAMPLES);
    return new ModelAndView<>("verification/selfie", model);
  }

  private static String rider(Execution execution) {
    return execution.submission().rider().value();
  }
}
