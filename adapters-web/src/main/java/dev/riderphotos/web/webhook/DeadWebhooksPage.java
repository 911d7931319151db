package dev.riderphotos.web.webhook;

import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.DeadLetter;
import dev.riderphotos.web.ProblemException;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with what other programs could not be told; the list is of all dead letters. */
@Hidden
@Controller("/dead-letters/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class DeadWebhooksPage {
  /** Enough to find one by its id. */
  private static final int ALL = 10_000;

  private final Announcements announcements;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  DeadWebhooksPage(
      Announcements announcements, CsrfTokens tokens, Forms forms, InstantSource clock) {
    this.announcements = announcements;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  @Post("/on")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> on(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    announcements.switchOn();
    return done("webhooksOn");
  }

  @Post("/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redriveAll(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    int _ = announcements.redriveAll(clock.instant());
    return done("allRedriven");
  }

  @Post("/{id}/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redrive(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    DeadLetter _ =
        announcements.redrive(id(id), clock.instant()).orElseThrow(DeadWebhooksPage::unknown);
    return done("redriven");
  }

  /** Asks whether it is to be forgotten, and says what that means. */
  @Get("/{id}/drop")
  ModelAndView<Map<String, Object>> question(String id) {
    AnnouncementId wanted = id(id);
    DeadWebhookView letter =
        announcements.dead(ALL).stream()
            .filter(each -> each.announcement().id().equals(wanted))
            .findFirst()
            .map(each -> DeadWebhookView.of(each, clock.instant()))
            .orElseThrow(DeadWebhooksPage::unknown);
    return new ModelAndView<>("webhook/dead-webhook-drop", Map.of("letter", letter));
  }

  @Post("/{id}/drop")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> drop(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    if (!announcements.drop(id(id))) {
      throw unknown();
    }
    return done("dropped");
  }

  private static HttpResponse<?> done(String what) {
    return HttpResponse.seeOther(URI.create("/dead-letters?done=" + what));
  }

  private static AnnouncementId id(String id) {
    return ProblemException.unless(() -> AnnouncementId.of(id));
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("No such dead letter.");
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
