package dev.riderphotos.web.setting;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The settings in force. */
@Controller("/v1/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operation")
class SettingsController {
  private final SettingsInForce settings;

  SettingsController(SettingsInForce settings) {
    this.settings = settings;
  }

  @Operation(
      summary = "The settings in force, and where each is set",
      description = "Of secrets it is told that they are set, and nothing else.")
  @Get
  SettingAnswer.Settings all() {
    return new SettingAnswer.Settings(settings.all());
  }
}
