package dev.riderphotos.app.testkit;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;

/** What visitors hold in their hands, and how the pages may look on it. */
public enum Device {
  PHONE(Look.PHONE_LIGHT, Look.PHONE_DARK, Look.NARROW),
  DESK(Look.DESK_LIGHT, Look.DESK_DARK);

  private final List<Look> looks;

  Device(Look... looks) {
    this.looks = List.of(looks);
  }

  /** How a visitor comes. */
  public Look first() {
    return looks.getFirst();
  }

  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page as it stands is flawless however it looks, and a picture of each is kept. */
  public void show(Page page, String name) {
    Look before = null;
    for (Look look : looks) {
      look.showOn(page);
      if (before != null && look.differsOnlyInColourFrom(before)) {
        Pages.assertFlawlessInColour(page);
      } else {
        Pages.assertFlawless(page);
      }
      Pages.photograph(page, name + "-" + look.title());
      before = look;
    }
    first().showOn(page);
  }
}
