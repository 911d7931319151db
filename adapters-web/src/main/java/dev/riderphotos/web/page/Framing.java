package dev.riderphotos.web.page;

import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Gives every page its {@link Frame}, so that no controller has to. */
@Singleton
class Framing implements ViewModelProcessor<Map<String, Object>> {
  private final Assets assets;

  Framing(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
    Map<String, Object> model = new HashMap<>(page.getModel().orElse(Map.of()));
    model.put("frame", Frame.around(request, assets.base(), Caller.of(request)));
    page.setModel(model);
  }
}
