package dev.riderphotos.web.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.review.Appeal.Possible;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.execution.ExecutionQueries;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.ProblemPage;
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

/** Where a rider asks people to look at a refusal. */
@Hidden
@Controller("/appeal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class AppealPage {
  private final ExecutionQueries executions;
  private final Appeals appeals;
  private final CsrfTokens tokens;
  private final Forms forms;

  AppealPage(ExecutionQueries executions, Appeals appeals, CsrfTokens tokens, Forms forms) {
    this.executions = executions;
    this.appeals = appeals;
    this.tokens = tokens;
    this.forms = forms;
  }

  /** The form; of a photo that nobody can be asked about, the photo's page. */
  @Get
  HttpResponse<?> form(HttpRequest<?> request, @QueryValue String execution) {
    Execution refused = executions.find(Caller.of(request), execution);
    return appeals.possible(refused) == Possible.YES
        ? HttpResponse.ok(page(execution, new HashMap<>()))
        : verdict(execution);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    String execution = fields.text("execution");
    String words = fields.textOrEmpty("words");
    try {
      var _ = appeals.appeal(Caller.of(request), execution, words);
    } catch (ProblemException refusal) {
      Map<String, Object> model = new HashMap<>();
      model.put("problem", refusal.problem().detail());
      model.put("problemKey", refusal.problem().textKey());
      model.put("words", words);
      return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status()))
          .body(page(execution, model));
    }
    return verdict(execution);
  }

  private static ModelAndView<Map<String, Object>> page(
      String execution, Map<String, Object> model) {
    model.put("execution", execution);
    return new ModelAndView<>("review/appeal", model);
  }

  private static HttpResponse<?> verdict(String execution) {
    return HttpResponse.seeOther(URI.create("/?execution=" + execution));
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
