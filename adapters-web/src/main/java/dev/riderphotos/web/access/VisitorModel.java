package dev.riderphotos.web.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Gives every page its {@link Visitor}, and the token for its forms, as {@code csrf}. */
@Singleton
final class VisitorModel implements ViewModelProcessor<Map<String, Object>> {
  private final CsrfTokens tokens;

  VisitorModel(CsrfTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
    Map<String, Object> model = new HashMap<>(page.getModel().orElse(Map.of()));
    model.put("visitor", Visitor.of(Caller.of(request)));
    model.put(CsrfTokens.FIELD, tokens.token(request));
    page.setModel(model);
  }
}
