package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.execution.ExecutionQueries;
import dev.riderphotos.web.execution.Sending;
import dev.riderphotos.web.execution.Verifications;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page where a rider uploads a selfie and reads the verdict. It works without JavaScript; its
 * script sends the same form by {@link SelfieUpload}, and when the execution has ended, fetches the
 * execution's page.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SelfiePage {
  private final Verifications verifications;
  private final ExecutionQueries executions;
  private final Standings standings;
  private final SelfieView view;
  private final CsrfTokens tokens;
  private final Forms forms;

  SelfiePage(
      Verifications verifications,
      ExecutionQueries executions,
      Standings standings,
      SelfieView view,
      CsrfTokens tokens,
      Forms forms) {
    this.verifications = verifications;
    this.executions = executions;
    this.standings = standings;
    this.view = view;
    this.tokens = tokens;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> page(
      HttpRequest<?> request,
      @QueryValue @Nullable String execution,
      @QueryValue(defaultValue = "true") boolean photo,
      @QueryValue(defaultValue = "false") boolean renew) {
    Caller caller = Caller.of(request);
    if (execution == null) {
      return caller
          .rider()
          .<HttpResponse<?>>map(rider -> own(rider, renew))
          .orElseGet(() -> HttpResponse.ok(renew ? view.renewal("") : view.empty("")));
    }
    try {
      return HttpResponse.ok(view.ofExecution(executions.find(caller, execution), photo));
    } catch (ProblemException refusal) {
      return refused(caller.rider().map(RiderId::value).orElse(""), refusal);
    }
  }

  /** A rider's own page: how things stand. What goes on has an address of its own. */
  private HttpResponse<?> own(RiderId rider, boolean renew) {
    Standing standing = standings.of(rider);
    Execution last = standing.last();
    if (last != null && last.status() == Status.RUNNING) {
      return HttpResponse.seeOther(address(last));
    }
    boolean renewal = renew && standing.profile() != null;
    return HttpResponse.ok(
        renewal ? view.renewal(rider.value()) : view.of(rider.value(), standing));
  }

  private static URI address(Execution execution) {
    return UriBuilder.of("/").queryParam("execution", execution.id()).build();
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> upload(HttpRequest<?> request, @Body @Nullable InputStream body) {
    try (Form form = forms.read(request, body)) {
      return upload(request, form);
    } catch (ProblemException refusal) {
      return refused("", refusal);
    }
  }

  private HttpResponse<?> upload(HttpRequest<?> request, Form form) {
    String rider = form.fields().text("rider");
    try {
      tokens.check(request, form.fields());
      Caller caller = Caller.of(request);
      caller.mustActFor(ProblemException.unless(() -> new RiderId(rider)));
      Form.SentFile photo = form.file("photo");
      boolean renew = form.fields().textIfGiven("renew") != null;
      return HttpResponse.seeOther(
          address(
              verifications.submit(
                  caller,
                  new Sending(
                      rider, photo.name(), renew, null, null, SelfieUpload.said(request, form)),
                  photo,
                  true)));
    } catch (ProblemException refusal) {
      return refused(rider, refusal);
    }
  }

  private MutableHttpResponse<ModelAndView<Map<String, Object>>> refused(
      String rider, ProblemException refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.problem().status()))
        .body(view.ofProblem(rider, refusal.problem()));
  }
}
