package dev.riderphotos.web.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is in force.
 *
 * @param value null of a secret, of which it is told that it is set and nothing else
 * @param from who says so
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SettingAnswer(String name, @Nullable String value, boolean secret, Origin from) {
  /** Where a setting is set; the first that sets it counts. */
  public enum Origin {
    COMMAND,
    SYSTEM_PROPERTY,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /** All of them, by their names. */
  @Serdeable
  public record Settings(List<SettingAnswer> settings) {}
}
