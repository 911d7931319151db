package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.review.Kind;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Phrase;
import dev.riderphotos.web.page.PrivatePhoto;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** What begins a field that names an execution. */
  private static final String CHOSEN = "execution.";

  private final ExecutionQueries executions;
  private final Redrives redrives;
  private final ExecutionViews views;
  private final ExecutionPictures pictures;
  private final CsrfTokens tokens;
  private final Forms forms;

  ExecutionsPage(
      ExecutionQueries executions,
      Redrives redrives,
      ExecutionViews views,
      ExecutionPictures pictures,
      CsrfTokens tokens,
      Forms forms) {
    this.executions = executions;
    this.redrives = redrives;
    this.views = views;
    this.pictures = pictures;
    this.tokens = tokens;
    this.forms = forms;
  }

  @Get
  ModelAndView<Map<String, Object>> list(
      @RequestBean ExecutionWish wish, @QueryValue @Nullable String cursor) {
    Executions.Page page = executions.list(wish, cursor, PAGE);
    List<ListedExecution> rows = views.listed(page.executions());
    Map<String, Object> model = new HashMap<>();
    model.put("rows", rows);
    model.put("total", total(executions.count(wish)));
    model.put("redrivable", rows.stream().anyMatch(ListedExecution::redrivable));
    model.put("statuses", Status.values());
    model.put("reasons", reasons());
    model.put("kinds", Kind.values());
    model.put("wish", wish.typed());
    model.put("query", wish.query());
    model.put("cursor", cursor == null ? "" : cursor.strip());
    model.put("next", page.next() == null ? "" : page.next().value());
    model.put("previous", page.previous() == null ? "" : page.previous().value());
    return new ModelAndView<>("execution/executions", model);
  }

  /** Those that a photo may be refused for. */
  private static List<ReasonCode> reasons() {
    return Stream.of(ReasonCode.values()).filter(code -> !code.suspicion()).toList();
  }

  private static Phrase total(Executions.Total total) {
    return total.more()
        ? new Phrase("executions.totalOrMore", Long.toString(total.number()))
        : Phrase.count("executions.total", total.number());
  }

  @Get("/{id}")
  ModelAndView<Map<String, Object>> one(HttpRequest<?> request, String id) {
    Execution execution = executions.find(Caller.of(request), id);
    return new ModelAndView<>("execution/execution", Map.of("execution", views.view(execution)));
  }

  /**
   * The photo that was sent.
   *
   * @param size small for a list
   */
  @Get(
      uri = "/{id}/photo",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> photo(HttpRequest<?> request, String id, @QueryValue @Nullable String size) {
    Execution execution = executions.find(Caller.of(request), id);
    return PrivatePhoto.answer(pictures.photo(execution, "small".equals(size)));
  }

  /** A registered face that the photo's resembles. */
  @Get(
      uri = "/{id}/faces/{faceId}",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> face(HttpRequest<?> request, String id, String faceId) {
    Execution execution = executions.find(Caller.of(request), id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    return PrivatePhoto.answer(pictures.resembled(execution, face));
  }

  @Post("/{id}/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redrive(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    Execution redriven = redrives.redrive(Caller.of(request), id, false);
    return HttpResponse.seeOther(URI.create("/executions/" + redriven.id()));
  }

  /** Runs those again that are chosen, or all that the filter lets through, and tells of each. */
  @Post("/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  ModelAndView<Map<String, Object>> redriveMany(
      HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    Caller caller = Caller.of(request);
    ExecutionWish wish = ExecutionWish.of(fields.all());
    RedrivenAnswer answer =
        fields.textIfGiven("all") == null
            ? redrives.each(caller, chosen(fields))
            : redrives.all(caller, wish);
    Map<String, Object> model = new HashMap<>();
    model.put("answer", answer);
    model.put("query", wish.query());
    return new ModelAndView<>("execution/redriven", model);
  }

  private static List<String> chosen(Fields fields) {
    return fields.all().keySet().stream()
        .filter(name -> name.startsWith(CHOSEN))
        .map(name -> name.substring(CHOSEN.length()))
        .toList();
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
