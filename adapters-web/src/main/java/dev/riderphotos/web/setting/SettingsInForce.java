package dev.riderphotos.web.setting;

import java.util.List;

/** What is set, and where: as it was when the server began, for that is what counts. */
public interface SettingsInForce {
  /** All that are set, by their names; of secrets not the values. */
  List<SettingAnswer> all();
}
