package dev.riderphotos.web.link;

import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a rider by id, and shows who asks for a new link. */
@Hidden
@Controller("/riders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class RidersPage {
  private final LinkRequests requests;
  private final NewLinks links;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  RidersPage(
      LinkRequests requests, NewLinks links, CsrfTokens tokens, Forms forms, InstantSource clock) {
    this.requests = requests;
    this.links = links;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * A line of the list.
   *
   * @param path of the rider's page
   * @param email where the link would go; null if it would be handed over
   */
  @Introspected
  public record Row(String rider, String path, @Nullable String email, Moment askedAt) {}

  /** Also where a form that asks for a rider leads. */
  @Get
  HttpResponse<?> riders(@QueryValue(defaultValue = "") String rider) {
    return rider.isBlank()
        ? HttpResponse.ok(new ModelAndView<>("link/riders", Map.of("rows", rows())))
        : HttpResponse.seeOther(URI.create(RiderPath.of(rider(rider.strip()).value())));
  }

  @Post("/{riderId}/link")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  ModelAndView<Map<String, Object>> answer(
      HttpRequest<?> request, String riderId, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    RiderId rider = rider(riderId);
    Map<String, Object> model = new HashMap<>();
    model.put("given", NewLinkAnswer.of(rider, links.give(request, rider)));
    return new ModelAndView<>("link/link-given", model);
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }

  private List<Row> rows() {
    return requests.all().stream()
        .map(LinkRequestAnswer::of)
        .map(
            asked ->
                new Row(
                    asked.riderId(),
                    RiderPath.of(asked.riderId()),
                    asked.email(),
                    Moment.of(asked.askedAt(), clock.instant())))
        .toList();
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless(() -> new RiderId(riderId));
  }
}
