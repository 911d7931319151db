package dev.riderphotos.app.testkit;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** How a visitor sees the pages. */
public enum Look {
  PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
  PHONE_DARK(390, 844, ColorScheme.DARK),
  DESK_LIGHT(1280, 900, ColorScheme.LIGHT),
  DESK_DARK(1280, 900, ColorScheme.DARK),
  /** The narrowest that the pages are made for. */
  NARROW(320, 640, ColorScheme.LIGHT);

  private final int width;
  private final int height;
  private final ColorScheme colours;

  Look(int width, int height, ColorScheme colours) {
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  NewContextOptions options() {
    boolean phone = width < 600;
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setDeviceScaleFactor(phone ? 2 : 1)
        .setHasTouch(phone)
        .setIsMobile(phone)
        .setColorScheme(colours)
        .setReducedMotion(ReducedMotion.REDUCE) // or pictures would differ by the moment
        .setLocale("en");
  }

  /** Turns a page that is open already, on the same kind of device. */
  void showOn(Page page) {
    page.setViewportSize(width, height);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
  }

  boolean differsOnlyInColourFrom(Look other) {
    return width == other.width && height == other.height;
  }

  /** For the names of files. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
