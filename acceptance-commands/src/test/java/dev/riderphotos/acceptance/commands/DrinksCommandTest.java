package dev.riderphotos.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrinksCommandTest {
  @TempDir private Path home;

  @Test
  void aDrinkThatWasAddedIsFound() throws IOException {
    Path photo = Files.write(home.resolve("drink.jpg"), Photos.of(Person.ADA).bytes());

    assertThat(drinks("find", "--bar", "Joe's", "--drink", "Sour")).isEqualTo(ExitCode.REJECTED);
    assertThat(drinks("add", "--bar", "Joe's", "--drink", "Sour", photo.toString())).isZero();
    assertThat(drinks("find", "--bar", "Joe's", "--drink", "Sour")).isZero();
    assertThat(events("dead")).isZero();
    assertThat(events("redrive")).isZero();
  }

  @Test
  void thePageIsWrittenWithAllThatItNames() throws IOException {
    Path page = home.resolve("page");

    assertThat(
            RiderPhotos.execute(
                "drinks", "page", "--api", "https://api.example.com", page.toString()))
        .isZero();

    assertThat(page.resolve("drinks.html"))
        .content()
        .contains("data-api=\"https://api.example.com\"");
    assertThat(page.resolve("pico/pico.min.css")).isNotEmptyFile();
    assertThat(page.resolve("pico/LICENSE.md")).isNotEmptyFile();
    assertThat(page.resolve("rider-photos.svg")).isNotEmptyFile();
    for (String script : new String[] {"drink/page.js", "drink/suggest.js", "shared/upload.js"}) {
      assertThat(page.resolve(script)).isNotEmptyFile();
    }
    assertThat(page.resolve("verification")).doesNotExist();
    assertThat(RiderPhotos.execute("drinks", "page", "--api", "javascript:x", page.toString()))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void wrongUsageIsRefused() throws IOException {
    Path damaged = Files.write(home.resolve("drink.jpg"), Photos.truncated().bytes());

    assertThat(drinks("add", "--bar", " ", "--drink", "x", damaged.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(drinks("add", "--bar", "x", "--drink", "x", home.resolve("none").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(drinks("add", "--bar", "x", "--drink", "x", damaged.toString()))
        .isEqualTo(ExitCode.REJECTED);
    assertThat(drinks("import", home.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
    assertThat(events("redrive", "x")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aTreeOfPicturesIsImportedAndMayBeImportedAgain() throws IOException {
    Path tree = home.resolve("tree");
    for (String name : new String[] {"Bar/a.b.jpg", "Bar/Sour.jpg", "Café ☕/Crème.jpg"}) {
      Path file = tree.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, Photos.of(Person.ADA).bytes());
    }
    Files.write(tree.resolve("not-in-a-bar.jpg"), new byte[] {1});

    assertThat(drinks("import", tree.toString())).isZero();
    assertThat(drinks("import", tree.toString())).isZero();
    assertThat(drinks("find", "--bar", "Café ☕", "--drink", "Crème")).isZero();
    assertThat(drinks("find", "--bar", "Bar", "--drink", "a.b")).isZero();

    Files.write(tree.resolve("Bar/damaged.jpg"), Photos.truncated().bytes());
    assertThat(drinks("import", tree.toString())).isEqualTo(ExitCode.REJECTED);
  }

  private int drinks(String command, String... arguments) {
    return execute("drinks", command, arguments);
  }

  private int events(String command, String... arguments) {
    return execute("events", command, arguments);
  }

  private int execute(String group, String command, String... arguments) {
    String[] line = new String[4 + arguments.length];
    line[0] = group;
    line[1] = command;
    line[2] = "--data";
    line[3] = home.resolve("data").toString();
    System.arraycopy(arguments, 0, line, 4, arguments.length);
    return RiderPhotos.execute(line);
  }
}
