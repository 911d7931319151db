package dev.riderphotos.web.link;

import dev.riderphotos.access.AskForLink;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.page.Languages;
import dev.riderphotos.web.page.ProblemPage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a rider asks for a new link by one that has expired. Who may not by this one is told what
 * is told of any link that does not open, and not why.
 */
@Hidden
@Controller("/link/request")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class AskForLinkPage {
  private final AskForLink asking;
  private final CsrfTokens tokens;

  AskForLinkPage(AskForLink asking, CsrfTokens tokens) {
    this.asking = asking;
    this.tokens = tokens;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(HttpRequest<?> request, @Body @Nullable Map<String, String> body) {
    Map<String, String> form = body == null ? Map.of() : body;
    tokens.check(request, form.get(CsrfTokens.FIELD));
    return asking.ask(form.getOrDefault("token", ""), Languages.of(request))
        ? HttpResponse.ok(new ModelAndView<>("link/link-asked", Map.of()))
        : HttpResponse.status(HttpStatus.FORBIDDEN)
            .body(new ModelAndView<>("access/link", Map.of("problem", "link.dead")));
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
