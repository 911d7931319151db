package dev.riderphotos.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.MarkdownPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link of the papers leads somewhere, as far as it stays within the project. */
class LinksTest {
  @Test
  void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
    List<Path> papers = MarkdownPage.all();
    assertThat(papers).hasSizeGreaterThan(10);

    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Path paper : papers) {
      MarkdownPage page = MarkdownPage.read(paper);
      followed += page.links().size();
      broken.addAll(broken(page));
    }

    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(50);
  }

  @Test
  void whatLeadsNowhereIsFound(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("docs"));
    Files.writeString(folder.resolve("docs/other.md"), "# Who may, and \"how\"?\n\n# A\n\n# A\n");
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            """
            # A `heading` with a [link](docs/other.md)

            [good](docs/other.md#who-may-and-how) [the second](docs/other.md#a-1) [folder](docs/)
            [here](#a-heading-with-a-link) `[code](nowhere.md)` [far](https://example.com/nothing)

            ```sh
            [block](nowhere.md)
            ```

            [bad](docs/none.md) [bad](docs/other.md#who-may) [bad](#nowhere) <img src="none.png">
            """);

    assertThat(broken(MarkdownPage.read(page)))
        .extracting(line -> line.substring(line.indexOf(": ") + 2))
        .containsExactly("docs/none.md", "docs/other.md#who-may", "#nowhere", "none.png");
  }

  private static List<String> broken(MarkdownPage page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : page.links()) {
      if (!leadsSomewhere(page, link)) {
        broken.add(page.name() + ": " + link);
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(MarkdownPage page, String link) throws IOException {
    URI uri = URI.create(link);
    if (uri.getScheme() != null) {
      return true; // not ours to look at
    }
    Path target = uri.getPath().isEmpty() ? page.file() : page.file().resolveSibling(uri.getPath());
    if (!Files.exists(target)) {
      return false;
    }
    String anchor = uri.getFragment();
    return anchor == null
        || (target.toString().endsWith(".md")
            && MarkdownPage.read(target).anchors().contains(anchor));
  }
}
