package dev.riderphotos.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README's map and the picture of the modules have every module there is, and no other. */
class ModuleMapTest {
  private static final String TESTS = "acceptance-";
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
  private static final Pattern FOLDER = Pattern.compile("`([a-z-]+)/`");
  private static final Pattern BOX = Pattern.compile("\\[\"<b>([a-z-]+)</b>");

  @Test
  void everyModuleIsOnTheMapAndNothingElseButDocs() throws IOException {
    assertThat(
            MarkdownPage.of("README.md").rows().stream()
                .flatMap(row -> found(FOLDER, row.getFirst()))
                .filter(folder -> !folder.equals("docs")))
        .containsExactlyInAnyOrderElementsOf(modules());
  }

  @Test
  void everyModuleOfTheProductButThatOfTestFacesIsInThePicture() throws IOException {
    assertThat(found(BOX, Files.readString(Path.of("..", "docs", "architecture.md"))))
        .containsExactlyInAnyOrderElementsOf(
            modules().stream()
                .filter(module -> !module.equals("portraits") && !module.startsWith(TESTS))
                .toList());
  }

  @Test
  void whatTriesTheWholeHoldsNothingButTests() throws IOException {
    assertThat(modules())
        .filteredOn(module -> module.startsWith(TESTS))
        .isNotEmpty()
        .allSatisfy(
            module -> {
              assertThat(Path.of("..", module, "src", "test")).isDirectory();
              assertThat(Path.of("..", module, "src", "main")).doesNotExist();
            });
  }

  private static List<String> modules() throws IOException {
    return found(MODULE, Files.readString(Path.of("..", "pom.xml"))).toList();
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }
}
