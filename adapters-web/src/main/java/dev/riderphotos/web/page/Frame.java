package dev.riderphotos.web.page;

import dev.riderphotos.language.Language;
import dev.riderphotos.web.access.Caller;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands around the content of every page: {@code frame} in the templates.
 *
 * @param demo whether the server is open to all on this machine
 * @param links to the pages that the visitor may see
 * @param assets where styles and scripts are
 * @param language as HTML calls it
 * @param direction where its lines begin
 * @param languages links to the same page in all languages
 */
@Introspected
public record Frame(
    boolean demo,
    List<Link> links,
    String assets,
    String language,
    String direction,
    List<Tongue> languages) {
  /** Reviewers, who are not operators, may see this page as well. */
  private static final String REVIEWS = "/reviews";

  private static final Set<String> OPERATORS =
      Set.of(
          "/executions",
          REVIEWS,
          "/riders",
          "/faces",
          "/migrations",
          "/dead-letters",
          "/keys",
          "/settings",
          "/audit");

  /**
   * The page in another language, or this one.
   *
   * @param name as its speakers call it
   * @param address with what was asked for
   */
  @Introspected
  public record Tongue(String tag, String name, String address, boolean current) {}

  /**
   * A page in the navigation.
   *
   * @param text key of the message that names it
   * @param current whether the visitor is there, or on a page below it
   */
  @Introspected
  public record Link(String path, String text, boolean current) {}

  /** Whether sentences may be told as the API tells them. */
  public boolean english() {
    return language.equals(Language.ENGLISH.tag());
  }

  static Frame around(HttpRequest<?> request, String assets, Caller caller) {
    String path = request.getPath();
    Language language = Languages.of(request);
    List<Link> links =
        Stream.of(
                link("/", "layout.selfie", path),
                link("/drinks", "layout.drinks", path),
                link("/executions", "layout.executions", path),
                link(REVIEWS, "layout.reviews", path),
                link("/riders", "layout.riders", path),
                link("/faces", "layout.faces", path),
                link("/migrations", "layout.migrations", path),
                link("/dead-letters", "layout.dead", path),
                link("/keys", "layout.keys", path),
                link("/settings", "layout.settings", path),
                link("/audit", "layout.audit", path))
            .filter(link -> maySee(link.path(), caller))
            .toList();
    return new Frame(
        caller.demo(),
        links,
        assets,
        language.tag(),
        language.direction(),
        tongues(request, language));
  }

  private static boolean maySee(String page, Caller caller) {
    return caller.operates()
        || !OPERATORS.contains(page)
        || (page.equals(REVIEWS) && caller.reviews());
  }

  private static List<Tongue> tongues(HttpRequest<?> request, Language current) {
    return Stream.of(Language.values())
        .map(
            language ->
                new Tongue(
                    language.tag(),
                    language.ownName(),
                    UriBuilder.of(request.getUri())
                        .replaceQueryParam("lang", language.tag())
                        .toString(),
                    language == current))
        .toList();
  }

  private static Link link(String to, String text, String path) {
    boolean below = !to.equals("/") && path.startsWith(to + "/");
    return new Link(to, text, path.equals(to) || below);
  }
}
