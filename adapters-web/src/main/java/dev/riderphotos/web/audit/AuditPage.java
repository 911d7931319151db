package dev.riderphotos.web.audit;

import dev.riderphotos.audit.Act;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.audit.AuditExport.Format;
import dev.riderphotos.web.audit.AuditQueries.Question;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Moment;
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
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done and shown, and by whom, for people. */
@Hidden
@Controller("/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class AuditPage {
  private static final int PAGE = 50;

  private final AuditQueries queries;
  private final AuditChecks checks;
  private final AuditExport export;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  AuditPage(
      AuditQueries queries,
      AuditChecks checks,
      AuditExport export,
      CsrfTokens tokens,
      Forms forms,
      InstantSource clock) {
    this.queries = queries;
    this.checks = checks;
    this.export = export;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * A page of entries.
   *
   * @param before entries with smaller numbers are shown
   * @param after entries with greater numbers, those next to it
   */
  @Get
  ModelAndView<Map<String, Object>> list(
      @QueryValue(defaultValue = "") String act,
      @QueryValue(defaultValue = "") String who,
      @QueryValue(defaultValue = "") String rider,
      @QueryValue(defaultValue = "") String from,
      @QueryValue(defaultValue = "") String to,
      @QueryValue @Nullable Long before,
      @QueryValue @Nullable Long after) {
    Question question = new Question(act, who, rider, from, to);
    Map<String, Object> model = new HashMap<>();
    model.put("question", Map.of("act", act, "who", who, "rider", rider, "from", from, "to", to));
    model.put("asked", !(act + who + rider + from + to).isBlank());
    model.put("acts", acts());
    model.put("check", check());
    putEntries(model, question, before, after);
    return new ModelAndView<>("audit/audit", model);
  }

  /** One entry more is looked for than is shown, to know whether there are any. */
  private void putEntries(
      Map<String, Object> model, Question question, @Nullable Long before, @Nullable Long after) {
    if (before == null && after != null) {
      List<AuditEntryAnswer> found = queries.after(question, after, PAGE + 1).answers();
      boolean more = found.size() > PAGE;
      putRows(model, more ? found.subList(1, PAGE + 1) : found, more, true);
    } else {
      long below = before == null ? Long.MAX_VALUE : before;
      List<AuditEntryAnswer> found = queries.before(question, below, PAGE + 1).answers();
      boolean more = found.size() > PAGE;
      putRows(model, more ? found.subList(0, PAGE) : found, before != null, more);
    }
  }

  private void putRows(
      Map<String, Object> model, List<AuditEntryAnswer> shown, boolean newer, boolean older) {
    boolean none = shown.isEmpty();
    model.put("rows", shown.stream().map(entry -> AuditRow.of(entry, clock.instant())).toList());
    model.put("newer", newer);
    model.put("older", older && !none);
    model.put("first", none ? 0 : shown.getFirst().number());
    model.put("last", none ? 0 : shown.getLast().number());
  }

  /** All that the filter lets through, in a file. */
  @Get("/export")
  @Produces(MediaType.ALL)
  StreamedFile export(
      @QueryValue(defaultValue = "csv") String format,
      @QueryValue @Nullable String act,
      @QueryValue @Nullable String who,
      @QueryValue @Nullable String rider,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to)
      throws IOException {
    Format wanted = Format.of(format);
    InputStream content = written(new Question(act, who, rider, from, to), wanted);
    return new StreamedFile(content, MediaType.of(wanted.mediaType()))
        .attach("audit." + wanted.ending());
  }

  /** Written whole before it is sent: what cannot be read is told, and no file is cut short. */
  private InputStream written(Question question, Format format) throws IOException {
    Path file = Files.createTempFile("audit", null);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      export.write(question, format, out);
      out.flush();
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException fault) {
      Files.deleteIfExists(file);
      throw fault;
    }
  }

  @Post("/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> check(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    var _ = checks.check();
    return HttpResponse.seeOther(URI.create("/audit"));
  }

  @Post("/{number}/note/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> deleteNote(
      HttpRequest<?> request, long number, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    queries.deleteNote(number);
    return HttpResponse.seeOther(URI.create("/audit?before=" + (number + 1)));
  }

  private static List<String> acts() {
    return Arrays.stream(Act.values()).filter(act -> act != Act.UNREADABLE).map(Act::word).toList();
  }

  /** How it was found, and when; empty if nobody has looked since the server's start. */
  private Map<String, Object> check() {
    return checks
        .last()
        .<Map<String, Object>>map(
            report ->
                Map.of(
                    "report", AuditReportAnswer.of(report),
                    "at", Moment.of(report.at(), clock.instant())))
        .orElse(Map.of());
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
