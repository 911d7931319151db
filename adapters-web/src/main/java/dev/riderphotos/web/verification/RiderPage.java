package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Executions;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.execution.ExecutionQueries;
import dev.riderphotos.web.execution.ExecutionViews;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a rider, and its erasure. */
@Hidden
@Controller("/riders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class RiderPage {
  private static final int RECENT = 10;

  private final RiderProfiles profiles;
  private final ExecutionQueries executions;
  private final RiderErasure erasure;
  private final ExecutionViews views;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  RiderPage(
      RiderProfiles profiles,
      ExecutionQueries executions,
      RiderErasure erasure,
      ExecutionViews views,
      CsrfTokens tokens,
      Forms forms,
      InstantSource clock) {
    this.profiles = profiles;
    this.executions = executions;
    this.erasure = erasure;
    this.views = views;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  @Get("/{riderId}")
  ModelAndView<Map<String, Object>> known(String riderId) {
    RiderId rider = rider(riderId);
    Optional<RiderProfile> profile = profiles.find(rider);
    Executions.Page recent = executions.last(rider, RECENT);
    if (profile.isEmpty() && recent.executions().isEmpty()) {
      throw ProblemException.notFound("Nothing is known of this rider.");
    }
    Map<String, Object> model = new HashMap<>();
    model.put("rider", riderId);
    model.put("path", RiderPath.of(riderId));
    model.put("rows", views.rows(recent.executions()));
    model.put("more", recent.next() != null);
    model.put("beingErased", erasure.awaits(rider));
    profile.ifPresent(known -> model.put("profile", known));
    return new ModelAndView<>("verification/rider", model);
  }

  /** Asks whether the rider is to be erased, and says what would go. */
  @Get("/{riderId}/erase")
  ModelAndView<Map<String, Object>> question(String riderId) {
    RiderId rider = rider(riderId);
    ModelAndView<Map<String, Object>> page = page("verification/erase", erasure.foresee(rider));
    Map<String, Object> model = page.getModel().orElseThrow();
    model.put("openCase", erasure.openCases(rider) > 0);
    model.put("gallery", "");
    return page;
  }

  @Post("/{riderId}/erase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> erase(HttpRequest<?> request, String riderId, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    RiderId rider = rider(riderId);
    String named = fields.textOrEmpty("gallery");
    try {
      return switch (erasure.erase(rider, names(named))) {
        case Erasure.Erased receipt -> HttpResponse.ok(page("verification/erased", receipt));
        case Erasure.Busy _ -> HttpResponse.seeOther(erasure.address(ErasurePage.PATH, rider));
      };
    } catch (ProblemException refusal) {
      return again(riderId, named, refusal);
    }
  }

  /** A line each. */
  private static List<String> names(String named) {
    return named.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /** The question again, with what was typed, and what is wrong with it; nothing was erased. */
  private HttpResponse<?> again(String riderId, String named, ProblemException refusal) {
    ModelAndView<Map<String, Object>> page = question(riderId);
    Map<String, Object> model = page.getModel().orElseThrow();
    model.put("gallery", named);
    model.put("problem", refusal.problem());
    return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status())).body(page);
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }

  private ModelAndView<Map<String, Object>> page(String view, Erasure.Erased erased) {
    return new ModelAndView<>(view, model(erased));
  }

  private Map<String, Object> model(Erasure.Erased erased) {
    Map<String, Object> model = new HashMap<>();
    model.put("rider", erased.rider().value());
    model.put("path", RiderPath.of(erased.rider().value()));
    RiderErasure.show(erased, model, clock.instant());
    return model;
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless(() -> new RiderId(riderId));
  }
}
