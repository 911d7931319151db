package dev.riderphotos.web.page;

import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.views.ModelAndView;
import java.util.Map;

/** What a page that cannot be shown says instead. */
public final class ProblemPage {
  private ProblemPage() {}

  public static HttpResponse<ModelAndView<Map<String, Object>>> of(ProblemException refusal) {
    Problem problem = refusal.problem();
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(problem.status()))
        .body(new ModelAndView<>("page/problem", Map.of("problem", problem)));
  }
}
