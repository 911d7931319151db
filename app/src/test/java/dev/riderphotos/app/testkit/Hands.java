package dev.riderphotos.app.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.riderphotos.photo.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** What people do on a page that the browser has no command for. */
public final class Hands {
  private Hands() {}

  /** By the keyboard alone, with at most so many presses. */
  public static void tabTo(Page page, Locator wanted, int presses) {
    for (int tabs = 0; tabs < presses; tabs++) {
      if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }

  /** A file to choose; by its path large ones need not go through the browser's control pipe. */
  public static Path file(String name, byte[] content) {
    try {
      Path folder = Files.createTempDirectory("rider-photos-chosen");
      Path file = Files.write(folder.resolve(name), content);
      folder.toFile().deleteOnExit(); // the last named is the first to go
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** What a drop or a paste of a JPEG file brings. */
  public static JSHandle transfer(Page page, String fileName, Photo photo) {
    return page.evaluateHandle(
        """
        ({name, base64}) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], name, {type: "image/jpeg"}));
          return transfer;
        }
        """,
        Map.of("name", fileName, "base64", Base64.getEncoder().encodeToString(photo.bytes())));
  }
}
