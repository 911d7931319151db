package dev.riderphotos.web.page;

import dev.riderphotos.web.access.Caller;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands around the content of every page: {@code frame} in the templates.
 *
 * @param demo whether the server is open to all on this machine
 * @param links to the pages that the visitor may see
 */
@Introspected
public record Frame(boolean demo, List<Link> links) {
  private static final Set<String> OPERATORS = Set.of("/executions", "/faces", "/migrations");

  /**
   * A page in the navigation.
   *
   * @param text key of the message that names it
   * @param current whether the visitor is there, or on a page below it
   */
  @Introspected
  public record Link(String path, String text, boolean current) {}

  static Frame around(String path, Caller caller) {
    List<Link> links =
        Stream.of(
                link("/", "layout.selfie", path),
                link("/drinks", "layout.drinks", path),
                link("/executions", "layout.executions", path),
                link("/faces", "layout.faces", path),
                link("/migrations", "layout.migrations", path))
            .filter(link -> caller.operates() || !OPERATORS.contains(link.path()))
            .toList();
    return new Frame(caller.demo(), links);
  }

  private static Link link(String to, String text, String path) {
    boolean below = !to.equals("/") && path.startsWith(to + "/");
    return new Link(to, text, path.equals(to) || below);
  }
}
