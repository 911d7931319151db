package dev.riderphotos.web.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.consent.ConsentAnswer;
import dev.riderphotos.web.execution.ExecutionViews;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of a rider, as the rider sees it, and how to have it deleted. */
@Hidden
@Controller("/riders/{riderId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class KeptPage {
  private final RiderProfiles profiles;
  private final RiderData data;
  private final RiderErasure erasure;
  private final ExecutionViews views;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  KeptPage(
      RiderProfiles profiles,
      RiderData data,
      RiderErasure erasure,
      ExecutionViews views,
      CsrfTokens tokens,
      Forms forms,
      InstantSource clock) {
    this.profiles = profiles;
    this.data = data;
    this.erasure = erasure;
    this.views = views;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  @Get("/kept")
  ModelAndView<Map<String, Object>> kept(HttpRequest<?> request, String riderId) {
    RiderId rider = rider(riderId);
    RiderProfile profile = profiles.find(rider).orElse(null);
    Map<String, Object> model = model(rider);
    model.put("fresh", Caller.of(request).isFresh(clock.instant()));
    model.put("rows", views.rows(data.executions(rider)));
    model.put("appeals", appeals(rider));
    if (profile != null) {
      model.put("profile", profile);
      Consent consent = profile.consent();
      if (consent != null) {
        model.put("consent", ConsentAnswer.of(consent));
        model.put("consentAt", Moment.of(consent.at(), clock.instant()));
      }
      data.descriptor(profile).map(FaceBar::of).ifPresent(bars -> model.put("bars", bars));
    }
    return new ModelAndView<>("verification/kept", model);
  }

  /** An appeal and its moments, as pages show them. */
  public record AppealView(AppealKept appeal, Moment opened, @Nullable Moment closed) {}

  private List<AppealView> appeals(RiderId rider) {
    Instant now = clock.instant();
    return data.appeals(rider).stream()
        .map(
            each ->
                new AppealView(
                    each, Moment.of(each.openedAt(), now), Moment.ofNullable(each.closedAt(), now)))
        .toList();
  }

  /** Asks whether all of it is to be deleted. */
  @Get("/delete")
  ModelAndView<Map<String, Object>> question(HttpRequest<?> request, String riderId) {
    Caller.of(request).mustBeFresh(clock.instant());
    return asked(rider(riderId), false);
  }

  /** Asks once more if the box is not ticked. */
  @Post("/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(HttpRequest<?> request, String riderId, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    tokens.check(request, form);
    Caller.of(request).mustBeFresh(clock.instant());
    RiderId rider = rider(riderId);
    if (form.textIfGiven("sure") == null) {
      return HttpResponse.ok(asked(rider, true));
    }
    return switch (erasure.erase(rider)) {
      case Erasure.Erased receipt -> HttpResponse.ok(erased(receipt));
      case Erasure.Busy _ -> HttpResponse.seeOther(erasure.address(ErasurePage.PATH, rider));
    };
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }

  private ModelAndView<Map<String, Object>> asked(RiderId rider, boolean unsure) {
    Map<String, Object> model = model(rider);
    RiderErasure.show(erasure.foresee(rider), model, clock.instant());
    model.put("unsure", unsure);
    model.put("openCase", erasure.openCases(rider) > 0);
    return new ModelAndView<>("verification/delete", model);
  }

  private ModelAndView<Map<String, Object>> erased(Erasure.Erased receipt) {
    Map<String, Object> model = model(receipt.rider());
    RiderErasure.show(receipt, model, clock.instant());
    return new ModelAndView<>("verification/erased", model);
  }

  private static Map<String, Object> model(RiderId rider) {
    Map<String, Object> model = new HashMap<>();
    model.put("rider", rider.value());
    model.put("path", RiderPath.of(rider.value()));
    return model;
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless(() -> new RiderId(riderId));
  }
}
