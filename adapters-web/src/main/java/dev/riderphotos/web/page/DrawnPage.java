package dev.riderphotos.web.page;

import dev.riderphotos.web.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import io.micronaut.views.thymeleaf.ThymeleafViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Draws the page of a problem where no route is, which views would be rendered for. */
@Singleton
public final class DrawnPage {
  private static final String VIEW = "page/problem";

  private final ThymeleafViewsRenderer<Map<String, Object>> renderer;
  private final List<ViewModelProcessor<Map<String, Object>>> processors;

  DrawnPage(
      ThymeleafViewsRenderer<Map<String, Object>> renderer,
      List<ViewModelProcessor<Map<String, Object>>> processors) {
    this.renderer = renderer;
    this.processors = List.copyOf(processors);
  }

  /** The page as HTML. */
  public String of(HttpRequest<?> request, Problem problem) {
    ModelAndView<Map<String, Object>> page = new ModelAndView<>(VIEW, Map.of("problem", problem));
    processors.forEach(processor -> processor.process(request, page));
    StringWriter html = new StringWriter();
    try {
      renderer.render(VIEW, page.getModel().orElseThrow(), request).writeTo(html);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is written into memory
    }
    return html.toString();
  }
}
