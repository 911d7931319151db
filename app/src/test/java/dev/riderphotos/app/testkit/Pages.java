package dev.riderphotos.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What holds for every page, in each of its states. */
public final class Pages {
  /** Where npm put it when web-static was built. */
  private static final Path AXE =
      Path.of("..", "web-static", "target", "npm", "node_modules", "axe-core", "axe.min.js");

  /** Axe is large: a document gets it once, however often it is looked at. */
  private static final String UNKNOWN = "() => typeof axe === 'undefined'";

  private static final String VIOLATIONS =
      """
      async (rules) => (await axe.run({...rules, resultTypes: ['violations']})).violations
          .flatMap(({id, help, nodes}) => nodes.map(({html, any, all}) =>
              `${id}: ${help}: ${html} ${[...any, ...all].map(({message}) => message)}`))
      """;

  private static final String WAITING =
      """
      () => new Promise((resolve) => {
        const request = indexedDB.open("rider-photos", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("waiting");
        request.onsuccess = () => {
          const database = request.result;
          const photos = database.transaction("waiting").objectStore("waiting");
          photos.count().onsuccess = ({target}) => {
            database.close();
            resolve(target.result);
          };
        };
      })
      """;

  private static final Map<String, Object> ALL = Map.of();
  private static final Map<String, Object> COLOURS =
      Map.of("runOnly", List.of("color-contrast", "link-in-text-block"));

  /** Another folder than target/screenshots. */
  private static final String FOLDER = "screenshots";

  private Pages() {}

  /** Everybody can use it, on this screen. */
  public static void assertFlawless(Page page) {
    assertKeeps(ALL, page);
    assertFits(page);
  }

  /** The same, of a page that was flawless before only its colours changed. */
  static void assertFlawlessInColour(Page page) {
    assertKeeps(COLOURS, page);
    assertFits(page);
  }

  private static void assertKeeps(Map<String, Object> rules, Page page) {
    if ((boolean) page.evaluate(UNKNOWN)) {
      page.evaluate(Folders.text(AXE)); // a script tag would break the page's policy
    }
    assertThat((List<?>) page.evaluate(VIOLATIONS, rules)).isEmpty();
  }

  /** Nobody has to scroll sideways. */
  static void assertFits(Page page) {
    Object tooWide =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(tooWide).as("pixels that the page is too wide").isEqualTo(0);
  }

  /** How many photos the browser keeps that could not be sent yet. */
  public static int waitingPhotos(Page page) {
    return (int) page.evaluate(WAITING);
  }

  /** Keeps what the page looks like, for people to see. */
  public static void photograph(Page page, String name) {
    page.screenshot(new ScreenshotOptions().setPath(file(name)).setFullPage(true));
  }

  /** Keeps what is on the screen at the moment. */
  public static void photographScreen(Page page, String name) {
    page.screenshot(new ScreenshotOptions().setPath(file(name)));
  }

  /** Keeps the first screen of the page, small, for the README. */
  public static void illustrate(Page page, String name) {
    page.evaluate("window.scrollTo(0, 0)");
    page.screenshot(
        new ScreenshotOptions().setPath(file("readme-" + name)).setScale(ScreenshotScale.CSS));
  }

  private static Path file(String name) {
    return Path.of(System.getProperty(FOLDER, "target/screenshots"), name + ".png");
  }
}
