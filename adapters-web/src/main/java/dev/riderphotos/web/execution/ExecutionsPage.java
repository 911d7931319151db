package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.ProblemPage;
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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of all executions, and of how each went: {@code views/execution/execution-graph.html}
 * draws its way through the state machine.
 */
@Hidden
@Controller("/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ExecutionsPage {
  private static final int PAGE = 20;

  private final ExecutionQueries executions;
  private final Verifications verifications;
  private final ExecutionViews views;
  private final CsrfTokens tokens;
  private final Forms forms;

  ExecutionsPage(
      ExecutionQueries executions,
      Verifications verifications,
      ExecutionViews views,
      CsrfTokens tokens,
      Forms forms) {
    this.executions = executions;
    this.verifications = verifications;
    this.views = views;
    this.tokens = tokens;
    this.forms = forms;
  }

  @Get
  ModelAndView<Map<String, Object>> list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String rider,
      @QueryValue(defaultValue = "false") boolean review,
      @QueryValue @Nullable String cursor) {
    Executions.Page page = executions.list(status, rider, review, cursor, PAGE);
    Map<String, Object> model = new HashMap<>();
    model.put("rows", views.rows(page.executions()));
    model.put("statuses", Status.values());
    model.put("status", given(status));
    model.put("rider", given(rider));
    model.put("review", review);
    model.put("first", given(cursor).isEmpty());
    model.put("next", page.next() == null ? "" : page.next().value());
    return new ModelAndView<>("execution/executions", model);
  }

  @Get("/{id}")
  ModelAndView<Map<String, Object>> one(HttpRequest<?> request, String id) {
    Execution execution = executions.find(Caller.of(request), id);
    return new ModelAndView<>("execution/execution", Map.of("execution", views.view(execution)));
  }

  @Post("/{id}/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redrive(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    Caller caller = Caller.of(request);
    Execution failed = executions.find(caller, id);
    Execution redriven = verifications.redrive(caller, failed, false);
    return HttpResponse.seeOther(URI.create("/executions/" + redriven.id()));
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }

  private static String given(@Nullable String parameter) {
    return parameter == null ? "" : parameter.strip();
  }
}
