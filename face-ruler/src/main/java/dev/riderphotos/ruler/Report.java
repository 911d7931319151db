package dev.riderphotos.ruler;

import java.util.List;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Measurements as one page that needs nothing else, for whoever decides about a model. */
public final class Report {
  private static final TemplateEngine ENGINE = engine();

  private Report() {}

  /** Photos that were not measured, by the reason. */
  public record LeftOut(String reason, long photos) {}

  /**
   * A page in HTML, to be stored in UTF-8. It names models, groups and reasons, and no person and
   * no photo.
   *
   * @param measurements of one or several models, on the same photos
   */
  public static String html(List<Measurement> measurements, List<LeftOut> leftOut) {
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("models", measurements.stream().map(ReportedModel::new).toList());
    context.setVariable("leftOut", leftOut);
    return ENGINE.process("report", context);
  }

  private static TemplateEngine engine() {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Report.class.getClassLoader());
    resolver.setPrefix("dev/riderphotos/ruler/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
