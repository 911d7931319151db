package dev.riderphotos.web.setting;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings in force, and where each is set. */
@Hidden
@Controller("/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SettingsPage {
  private final SettingsInForce settings;

  SettingsPage(SettingsInForce settings) {
    this.settings = settings;
  }

  /**
   * All, or some.
   *
   * @param changed those alone that are not as they are shipped
   */
  @Get
  ModelAndView<Map<String, Object>> all(@QueryValue(defaultValue = "false") boolean changed) {
    List<SettingAnswer> shown =
        settings.all().stream()
            .filter(setting -> !changed || setting.from() != SettingAnswer.Origin.DEFAULT)
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("settings", shown);
    model.put("changed", changed);
    return new ModelAndView<>("setting/settings", model);
  }
}
