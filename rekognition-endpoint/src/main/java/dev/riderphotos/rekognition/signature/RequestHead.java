package dev.riderphotos.rekognition.signature;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A request as it came in, but for its body. Texts have a character for each byte that came. */
public final class RequestHead {
  private final String method;
  private final String target;
  private final Function<String, List<String>> headers;

  /**
   * Copies nothing.
   *
   * @param target path and query, as the client sent them
   * @param headers all values of a name of any case, in their order
   */
  public RequestHead(String method, String target, Function<String, List<String>> headers) {
    this.method = method;
    this.target = target;
    this.headers = headers;
  }

  String method() {
    return method;
  }

  String path() {
    return target.split("\\?", 2)[0];
  }

  /** The query is empty if the target has none. */
  String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** The header's first value, without blanks around it. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst().map(String::strip);
  }

  List<String> headers(String name) {
    return headers.apply(name);
  }
}
