package dev.riderphotos.web.event;

import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.EventId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.webhook.DeadWebhookView;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was tried in vain: about what, why, and what can be done with it. What arrived is dealt with
 * here; of what other programs were to be told, this page has the list.
 */
@Hidden
@Controller("/dead-letters")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class DeadLettersPage {
  private static final String PATH = "/dead-letters";
  private static final int MOST = 100;

  /** Enough to find one by its id. */
  private static final int ALL = 10_000;

  /** What the page says was done; anything else is not. */
  private static final Set<String> DONE =
      Set.of("redriven", "allRedriven", "dropped", "webhooksOn");

  private final DeadLetters letters;
  private final Announcements announcements;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  DeadLettersPage(
      DeadLetters letters,
      Announcements announcements,
      CsrfTokens tokens,
      Forms forms,
      InstantSource clock) {
    this.letters = letters;
    this.announcements = announcements;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  @Get
  ModelAndView<Map<String, Object>> list(@QueryValue @Nullable String done) {
    Instant now = clock.instant();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "letters", letters.dead(MOST).stream().map(each -> DeadLetterView.of(each, now)).toList());
    model.put(
        "webhooks",
        announcements.dead(MOST).stream().map(each -> DeadWebhookView.of(each, now)).toList());
    model.put("off", announcements.off().map(Off::why).orElse(""));
    model.put("done", done != null && DONE.contains(done) ? done : "");
    return new ModelAndView<>("event/dead-letters", model);
  }

  @Post("/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redriveAll(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    int _ = letters.redriveAll(clock.instant());
    return done("allRedriven");
  }

  @Post("/{id}/redrive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> redrive(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    DeadLetter _ = letters.redrive(id(id), clock.instant()).orElseThrow(DeadLettersPage::unknown);
    return done("redriven");
  }

  /** Asks whether it is to be forgotten, and says what that means. */
  @Get("/{id}/drop")
  ModelAndView<Map<String, Object>> question(String id) {
    EventId event = id(id);
    DeadLetterView letter =
        letters.dead(ALL).stream()
            .filter(each -> each.event().id().equals(event))
            .findFirst()
            .map(each -> DeadLetterView.of(each, clock.instant()))
            .orElseThrow(DeadLettersPage::unknown);
    return new ModelAndView<>("event/dead-letter-drop", Map.of("letter", letter));
  }

  @Post("/{id}/drop")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> drop(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    DeadLetter _ = letters.drop(id(id)).orElseThrow(DeadLettersPage::unknown);
    return done("dropped");
  }

  private static HttpResponse<?> done(String what) {
    return HttpResponse.seeOther(URI.create(PATH + "?done=" + what));
  }

  private static EventId id(String id) {
    return ProblemException.unless(() -> EventId.of(id));
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("No such dead letter.");
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
